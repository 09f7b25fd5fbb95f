import pandas as pd
import pytest

from alliance_analytics.intake.alike_names import MOST_NAMES, alike, name_shown, notes_on_alike


def notes(given, typed=()):
    names = pd.Series(given, index=pd.RangeIndex(2, len(given) + 2), dtype=object)
    return notes_on_alike(names, frozenset(typed), "Which partner?")


@pytest.mark.parametrize(
    ("usual", "rarer"),
    [
        ("Nordic", "Nrodic"),
        ("Waterboard Noord", "Waterbord Noord"),
        ("North Bank", "NorthBank"),
        ("Quay", "Quay B.V."),
        ("Zuiderzorg", "Zuiderzorgg"),
    ],
)
def test_names_one_slip_apart_may_be_one(usual, rarer):
    assert alike({rarer: 1, usual: 5}) == [(usual, rarer)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Region 1", "Region 2"),
        ("Region1", "Region2"),
        ("Bank A", "Bank B"),
        ("North Bank", "South Bank"),
        ("UWV", "UVW"),
        ("Quay", "Quay Consultants"),
        ("Waterboard Noord", "Watterbord Noord"),
        ("?!?", "-"),
    ],
)
def test_names_that_differ_on_purpose_are_two(one, other):
    assert alike({one: 3, other: 3}) == []


def test_a_column_of_very_many_names_lists_no_partners():
    many = {f"Partner {chr(97 + place % 26) * (4 + place // 26)}": 1 for place in range(MOST_NAMES)}
    assert alike({**many, "Nordic": 1, "Nrodic": 1}) == []
    assert alike({"Nordic": 2, "Nrodic": 1})


def test_the_note_names_both_spellings_with_their_records_and_says_how_to_make_them_one():
    [note] = notes(["Nordic", "Nrodic", "Nordic", None])
    assert (note.reason, note.row, note.column) == ("partner_alike", 3, "Which partner?")
    assert note.found == "'Nrodic' in 1 record and 'Nordic' in 2 records"
    assert "If 'Nrodic' is 'Nordic', list that one under partners: in alliance.yml" in note.action
    [several] = notes(["Nordic", "Nordic", "Nrodic", "Nrodic"])
    assert several.row is None


def test_what_may_be_a_person_is_counted_and_not_shown():
    [note] = notes(["Ann Exampel", "Ann Example", "Ann Example"], typed=["Ann Exampel", "Ann Example"])
    assert note.found == "a name of 11 letters in 1 record and a name of 11 letters in 2 records"
    assert "Ann" not in note.action


@pytest.mark.parametrize(
    ("name", "count", "typed", "shown"),
    [
        ("Nordic", 1, False, True),
        ("Nordic", 2, True, True),
        ("Nordic", 1, True, False),
        ("Veltor Biosciences", 2, False, True),
        ("Veltor Biosciences", 1, False, False),
        ("Veltor Biosciences", 2, True, False),
        ("Anna Bell", 9, False, False),
        ("ann@example.org", 9, False, False),
    ],
)
def test_a_name_that_nobody_declared_is_shown_when_it_can_hardly_be_a_persons(name, count, typed, shown):
    assert (name in name_shown(name, count, [name] if typed else [])) == shown
