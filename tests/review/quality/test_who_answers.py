"""Who answers from wave to wave, as far as the response may be told."""

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError


def test_shares_are_those_of_the_released_response(shown, study):
    response = study.history.now.response.set_index("partner")
    rows = {row[0]: row[-1] for row in shown["who-answers-partner"].table.rows}
    everybody = study.answered
    for partner, text in rows.items():
        answered = response.loc[partner, "answered"] / everybody["answered"]
        invited = response.loc[partner, "invited"] / everybody["invited"]
        assert text == f"{100 * answered:.0f}% (invited {100 * invited:.0f}%)"


def test_the_group_farthest_from_its_size_is_the_headline(shown):
    headline = shown["who-answers-partner"].headline
    assert "gave" in headline
    assert headline.split(", ")[1].split(" gave")[0] in ("Northern Locks", "Harbour Office", "Tide Lab")


def test_every_wave_has_a_column(shown):
    assert shown["who-answers-partner"].table.header == ("Group", "Wave 2023", "Wave 2024", "Wave 2025")


def test_levels_are_called_as_readers_call_them(shown):
    names = [row[0] for row in shown["who-answers-level"].table.rows]
    assert sorted(names) == ["Operational", "Strategic", "Tactical"]


def test_what_weighting_would_do_is_the_consequence(shown):
    assert (
        "were every partner and level to count by the people invited" in shown["who-answers-partner"].notes[1]
    )


def test_a_hidden_response_is_hidden_here(ferry_shown):
    exhibit = ferry_shown["who-answers-partner"]
    assert exhibit.headline.startswith("Whether some groups answer more than others cannot be told")
    assert all(row[1].startswith("hidden (invited") for row in exhibit.table.rows)


def test_without_numbers_of_invited_people_there_is_nothing_to_compare(flat):
    assert aa.who_answers(flat) is None


def test_other_groups_are_refused(study):
    with pytest.raises(ParameterError, match="'partner'"):
        aa.who_answers(study, "partners")
