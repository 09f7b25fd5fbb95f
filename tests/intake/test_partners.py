import pandas as pd
import pytest

from alliance_analytics.intake.partners import level_question, partner_question, read_names
from alliance_analytics.intake.platforms.base import Column

CHOICE = Column("Q1", "Which partner?")
OTHER = Column("Q1_3_TEXT", "Other", role="other_text", beside=0)
KNOWN = {"North Bank": ("NB Ltd",), "South Bank": ()}


def names(named):
    return [None if pd.isna(name) else name for name in named.names]


def partners(export, known=KNOWN, codes=None):
    return read_names(export, 0, partner_question(known, codes or {}))


def test_spellings_become_the_names_of_the_settings(make_export):
    named = partners(
        make_export([CHOICE], [["North Bank"], ["north  bank"], ["NB Ltd"], ["Sth. Bank"], [""]])
    )
    assert names(named) == ["North Bank", "North Bank", "North Bank", None, None]
    assert [(n.reason, n.row) for n in named.notes] == [("partner_unknown", 5), ("partner_variant", 3)]


def test_an_unknown_name_counts_as_missing_and_the_log_says_what_is_allowed(make_export):
    named = partners(make_export([CHOICE], [["Third Bank"], ["Third Bank"]]))
    [note] = named.notes
    assert names(named) == [None, None]
    assert (note.row, note.found) == (None, "'Third Bank' in 2 records")
    assert "Allowed: North Bank, South Bank." in note.action


def test_an_overview_that_counts_notes_can_say_how_many_records_they_are_about(make_export):
    rows = [["Third Bank"]] * 3 + [["Fourth Bank"]] * 2 + [["NORTH BANK"]] * 2 + [["nb ltd"]]
    named = partners(make_export([CHOICE], rows))
    told = {(note.reason, note.action.partition(" in all)")[0]) for note in named.notes}
    assert told == {
        ("partner_unknown", "Counts as missing (5 records"),
        ("partner_variant", "Read as North Bank (3 records"),
    }


def test_what_was_typed_counts_where_the_choice_is_no_name(make_export):
    rows = [["Other", "South-Bank"], ["North Bank", "ignored"], ["Other", "Ann Example"], ["Other", ""]]
    named = partners(make_export([CHOICE, OTHER], rows))
    assert names(named) == ["South Bank", "North Bank", None, None]
    assert not any("Ann" in note.found for note in named.notes)
    assert "a typed text of 11 letters in 1 record" in [note.found for note in named.notes]


def test_codes_are_named_by_the_settings_and_by_the_file(make_export):
    labelled = Column("org", "", labels={"1": "South Bank", "2": "North Bank"})
    assert names(partners(make_export([labelled], [["1"], ["2"]]))) == ["South Bank", "North Bank"]
    by_settings = partners(
        make_export([CHOICE], [["1"], ["2.0"]]), codes={"1": "North Bank", "2": "South Bank"}
    )
    assert names(by_settings) == ["North Bank", "South Bank"]


def test_without_names_in_the_settings_they_are_taken_as_written(make_export):
    rows = [["North Bank", ""], ["North Bank", ""], ["north bank ", ""], ["Other", "West Bank"]]
    named = partners(make_export([CHOICE, OTHER], rows), known={})
    assert names(named) == ["North Bank"] * 3 + ["West Bank"]
    assert [note.reason for note in named.notes] == ["partner_variant"]


def test_without_names_in_the_settings_an_address_is_no_name_and_nobody_is_shown(make_export):
    rows = [["Other", "bob@elsewhere.org"], ["Other", "Ann Example"], ["Other", "ann example"], ["Quay", ""]]
    named = partners(make_export([CHOICE, OTHER], rows), known={})
    assert names(named) == [None, "Ann Example", "Ann Example", "Quay"]
    assert [(note.reason, note.row) for note in named.notes] == [
        ("partner_variant", 4),
        ("partner_unknown", 2),
    ]
    assert not any(word in str(named.notes).casefold() for word in ("ann", "bob"))
    assert "Allowed" not in str(named.notes)


def test_without_names_in_the_settings_two_that_may_be_one_stay_two_and_are_told_of(make_export):
    rows = [["Nordic"]] * 3 + [["Nrodic"]]
    named = partners(make_export([CHOICE], rows), known={})
    assert names(named) == ["Nordic"] * 3 + ["Nrodic"]
    assert [(note.reason, note.found) for note in named.notes] == [
        ("partner_alike", "'Nrodic' in 1 record and 'Nordic' in 3 records")
    ]
    assert not partners(make_export([CHOICE], rows), known={"Nordic": (), "Nrodic": ()}).notes


def test_a_question_that_was_not_asked_leaves_all_missing(make_export):
    named = read_names(make_export([CHOICE], [["x"]]), None, partner_question(KNOWN, {}))
    assert names(named) == [None]
    assert named.notes == ()


@pytest.mark.parametrize(
    "written", ["Strategic", "strategisch", "STRATEGIC ", "strategic", "Strategic level", "Board"]
)
def test_levels_are_known_in_every_language_and_by_their_variants(written, make_export, instrument):
    question = level_question(instrument, {"strategic": ("Board",)}, {})
    assert names(read_names(make_export([CHOICE], [[written]]), 0, question)) == ["strategic"]


def test_levels_may_be_codes(make_export, instrument):
    question = level_question(instrument, {}, {"1": "tactical"})
    assert names(read_names(make_export([CHOICE], [["1"]]), 0, question)) == ["tactical"]


def test_the_instruments_own_variants_count(make_export, instrument):
    own = instrument.model_copy(update={"level_variants": {"tactical": ("Middle management",)}})
    question = level_question(own, {}, {})
    assert names(read_names(make_export([CHOICE], [["middle management"]]), 0, question)) == ["tactical"]
