"""What people answered, option by option."""

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError


def test_every_share_is_the_released_one(shown, study):
    released = study.history.now.answers.set_index("item")
    items = study.instrument.scales("dimension")["cultural"]
    for row, item in zip(shown["answers-cultural"].table.rows, items, strict=True):
        found = released.loc[item]
        assert row[0] == study.labels.items[item]
        shares = tuple(f"{100 * found[f'share_{point}']:.0f}%" for point in range(1, 6))
        counts = tuple(f"{found[name]:.0f}" for name in ("n", "dont_know", "not_answered"))
        assert row[1:] == ((*shares, *counts) if found["shown"] else ("hidden",) * 8)
    assert released.loc[list(items), "shown"].any()


def test_an_instrument_of_its_own_has_no_friction_and_as_many_options_as_points(ferry_shown):
    exhibit = ferry_shown["answers-price"]
    assert "the good end" in exhibit.headline
    assert exhibit.table.header[1:8] == ("1: Strongly disagree", *"23456", "7: Strongly agree")


def test_the_picture_knows_which_statements_are_turned(shown, study):
    turned = study.instrument.turned & set(study.instrument.scales("dimension")["cultural"])
    assert shown["answers-cultural"].svg.count("negative") == len(turned) > 0


def test_statements_of_few_people_are_hidden(silent_shown):
    rows = silent_shown["answers-content"].table.rows
    assert {cell for row in rows for cell in row[1:]} == {"hidden"}


def test_a_dimension_that_does_not_exist_is_refused(study):
    with pytest.raises(ParameterError, match="'cultural'"):
        aa.answers(study, "culture")
