"""Whether statements measure one thing, and whether so many people can tell."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.measure.reliability import cronbach_alpha
from alliance_analytics.review.reliability import released_reliability


def test_alpha_is_that_of_those_who_answered_every_statement(study):
    items = list(study.instrument.scales("dimension")["cultural"])
    expected = cronbach_alpha(study.history.now.scores["item"][items].to_numpy(float))
    row = released_reliability(study, "dimension").set_index("name").loc["cultural"]
    assert (row["value"], row["low"], row["n"]) == (expected.estimate, expected.low, expected.n)


def test_every_row_says_in_words_what_it_means(shown, study):
    words = {"enough", "probably enough", "probably not enough", "not enough"}
    rows = shown["reliability-dimension"].table.rows
    assert [row[0] for row in rows] == list(study.labels.dimensions.values())
    assert {row[-1] for row in rows} <= words


def test_below_twenty_people_it_cannot_be_told(tmp_path, write_alliance, canal):
    some = canal["2025"].tail(15).assign(partner="Quay", level="tactical")
    small = aa.study(write_alliance(tmp_path / "quay", {"Quay": {"tactical": (20, 15)}}, {"2025": some}))
    exhibit = aa.reliability(small)
    assert exhibit.headline.startswith("Too few people answered everything")
    assert {row[-1] for row in exhibit.table.rows} == {"too few to tell"}


def test_below_ten_nothing_is_shown(tiny):
    exhibit = aa.reliability(tiny)
    assert exhibit.headline == "Whether statements hang together cannot be shown of so few people"
    assert {cell for row in exhibit.table.rows for cell in row[1:]} == {"hidden"}


@pytest.mark.parametrize(("scale", "found"), [("item", False), ("pillar", True)])
def test_single_statements_have_no_reliability(study, scale, found):
    assert (aa.reliability(study, scale) is not None) == found


def test_scales_in_doubt_are_named(study, monkeypatch):
    made = released_reliability(study, "dimension")
    verdicts = ["enough", "probably_not_enough", "not_enough", "probably_enough"]
    doubtful = made.assign(verdict=pd.Series(verdicts))
    monkeypatch.setattr("alliance_analytics.review.reliability.released_reliability", lambda *_: doubtful)
    named = [study.labels.dimensions[name] for name in made["name"][1:3]]
    headline = aa.reliability(study).headline
    assert (
        headline == f"Read with care: the statements of {' and '.join(named)} do not surely measure one thing"
    )
