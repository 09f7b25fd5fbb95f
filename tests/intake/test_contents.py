from dataclasses import replace

import pandas as pd
import pytest

from alliance_analytics.intake.contents import read_contents
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.model.answer_scales import answer_scales

COLUMNS = [
    *(Column("", text) for text in ("one", "two", "three", "four", "comment", "partner", "level")),
    Column("", "seed", role="device"),
]
PLACES = {"S1": 0, "S2": 1, "S3": 2, "O1": 3, "C1": 4, "PARTNER": 5, "LEVEL": 6}
FULL = ["Agree", "Neutral", "Disagree", "Agree", "Fine", "North Bank", "Strategic", "1"]


@pytest.fixture
def contents(make_export, instrument):
    def read(*records):
        settings = SurveySettings(partners=["North Bank"])
        return read_contents(make_export(COLUMNS, records), PLACES, instrument, settings, answer_scales())

    return read


def test_every_part_has_one_row_a_record(contents):
    found = contents(FULL, ["", "", "", "", "", "", "", "2"])
    for part in (
        found.answers.points,
        found.answers.kinds,
        found.comments,
        found.partner.names,
        found.level.names,
    ):
        assert part.index.tolist() == [2, 3]


def test_what_was_found_is_gathered(contents):
    found = contents([*FULL[:3], "Agree", "Fine", "Nrth Bank", "Strategisch niveau", "1"])
    assert [note.reason for note in found.notes] == [
        "identifiers_dropped",
        "partner_variant",
        "level_variant",
    ]


def test_records_that_do_not_count_are_told_with_the_first_of_duplicates(contents):
    again = [*FULL[:4], " fine. ", "north bank", "strategic", "1"]
    found = contents(FULL, ["", "", "", "", "", "North Bank", "", "2"], again)
    reasons, earlier = found.left_out(pd.Series(False, index=[2, 3, 4]))
    assert reasons.tolist() == ["", "empty", "duplicate"]
    assert earlier == {4: 2}


def test_a_record_that_the_platform_rules_out_counts_after_the_others(contents):
    reasons, earlier = contents(FULL, FULL).left_out(pd.Series([True, False], index=[2, 3]))
    assert reasons.tolist() == ["duplicate", ""]
    assert earlier == {2: 3}


def test_duplicates_may_be_kept_and_empty_records_may_not(contents):
    found = contents(FULL, FULL, [""] * 8)
    reasons, earlier = found.left_out(pd.Series(False, index=[2, 3, 4]), ["duplicate"])
    assert reasons.tolist() == ["", "", "empty"]
    assert earlier == {}


@pytest.mark.parametrize(
    ("place", "other"), [(0, "Neutral"), (0, ""), (4, "Not fine"), (5, ""), (6, "Tactical")]
)
def test_records_that_differ_in_anything_are_two(place, other, contents):
    different = [*FULL[:place], other, *FULL[place + 1 :]]
    assert contents(FULL, different).left_out(pd.Series(False, index=[2, 3]))[0].tolist() == ["", ""]


def test_a_person_who_first_sent_nothing_is_not_lost(contents):
    nothing = ["", "", "", "", "", "North Bank", "Strategic", "1"]
    found = contents(nothing, FULL)
    found = replace(found, identity=replace(found.identity, person=pd.Series("ann@example.org", [2, 3])))
    reasons, earlier = found.left_out(pd.Series(False, index=[2, 3]))
    assert (reasons.tolist(), earlier) == (["empty", ""], {})


def test_a_record_without_an_answer_or_a_known_name_is_a_note(contents):
    note, stranger = ["Ordinal"] * 8, ["Perhaps", "", "", "", "", "North Bank", "", "3"]
    reasons, _ = contents(FULL, ["Agree", *FULL[1:]], ["Neutral", *FULL[1:]], note, stranger).left_out(
        pd.Series(False, index=range(2, 7))
    )
    assert reasons.tolist() == ["", "duplicate", "", "note_row", ""]
