"""How long people took, without the time of anybody."""

from dataclasses import replace

import pandas as pd
import pytest

import alliance_analytics as aa


@pytest.fixture
def timed(workspace):
    """A function that opens canal with times of its people in minutes, the rest unknown."""

    def opened(minutes, language="en"):
        study = aa.study(aa.open_workspace(workspace.root), "canal", language=language)
        survey = study.workspace.survey("canal", study.wave)
        seconds = pd.Series(minutes, dtype=float).reindex(survey.responses.index) * 60
        key = ("survey", "canal", study.wave, frozenset())
        study.workspace._read[key] = replace(survey, seconds=seconds)
        return study

    return opened


def test_times_are_told_in_classes(timed):
    exhibit = aa.answering_time(timed([3] * 6 + [11] * 20 + [90] * 2))
    assert [row[:2] for row in exhibit.table.rows] == [
        ("under 10 minutes", "6"),
        ("10 minutes or more", "22"),
    ]
    assert exhibit.headline == "The most common time to answer was 10 minutes or more, for 79% of the people"


def test_classes_between_have_two_ends(timed):
    rows = aa.answering_time(timed([3] * 6 + [11] * 12 + [90] * 10)).table.rows
    assert [row[0] for row in rows] == ["under 10 minutes", "10 to 60 minutes", "60 minutes or more"]


def test_no_time_of_anybody_is_told(timed):
    exhibit = aa.answering_time(timed([1] + [11] * 27 + [1234]))
    assert "1234" not in exhibit.svg + str(exhibit)
    assert [row[0] for row in exhibit.table.rows] == ["any time"]


def test_the_fastest_fifth_is_named_as_our_convention(timed):
    notes = aa.answering_time(timed([3] * 6 + [11] * 24)).notes
    assert "The fastest 20% are looked at apart (our convention)" in notes[0]


def test_few_known_times_are_hidden(timed):
    exhibit = aa.answering_time(timed([3] * 4))
    assert exhibit.headline == "How long people took cannot be told without telling about few people"


def test_an_export_without_times_says_so(shown, dutch):
    exhibit = shown["answering-time"]
    assert exhibit.headline == "The export does not tell how long people took"
    assert not exhibit.svg


def test_limesurvey_tells_from_its_moments(dutch):
    assert dutch["answering-time"].table.rows[0][0] == "elke tijd" or dutch["answering-time"].svg
