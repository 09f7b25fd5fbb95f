"""A cell becomes a value, or a problem with its place and what to do; the rest of the row stays."""

import datetime
import re

import pytest

from alliance_analytics.workspace.registers.columns import (
    Column,
    a_date,
    a_number,
    in_order,
    one_of,
    parsed,
    without_number,
)
from alliance_analytics.workspace.registers.rows import Row

COLUMNS = (
    Column("what", others=("wat",), wanted="Write it."),
    Column("by", a_date, allowed="YYYY-MM-DD"),
    Column("state", one_of({"done": "done", "klaar": "done"})),
)


def row(**cells):
    return Row("a.csv, row 2", cells)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6", 6), ("4,5 uur", 4.5), ("4.5 hours", 4.5), ("90 %", 90), ("2 000", 2000),
        ("-3", -3), ("\u22123", -3), ("0.125", 0.125), ("€ 12", 12),
    ],
)  # fmt: skip
def test_numbers_are_read_with_or_without_a_unit(text, number):
    assert a_number(text) == number


@pytest.mark.parametrize("text", ["soon", "", "2.140", "1,000"])
def test_no_number_and_what_could_be_two_numbers_are_refused(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        a_number(text)


@pytest.mark.parametrize(
    ("text", "unit"), [("4,5 uur", "uur"), ("90 %", "%"), ("6", ""), ("2 000 people", "people")]
)
def test_a_unit_is_what_stands_beside_the_number(text, unit):
    assert without_number(text) == unit


def test_what_is_understood_becomes_values():
    (found,) = parsed([row(wat="Visit", by="2025-01-01", state="Klaar")], COLUMNS).rows.to_dict("records")
    assert found == {
        "what": "Visit",
        "by": datetime.date(2025, 1, 1),
        "state": "done",
        "place": "a.csv, row 2",
    }


def test_a_broken_cell_is_named_and_the_row_stays():
    register = parsed([row(what="Visit", by="1-2-25", state="don")], COLUMNS)
    assert register.rows.loc[0, ["what", "by", "state"]].tolist() == ["Visit", None, None]
    date, state = register.problems
    assert (date.where, date.found, date.allowed) == ("a.csv, row 2", "1-2-25", "YYYY-MM-DD")
    assert state.remedy == "Did you mean 'done'?"


def test_an_entry_that_says_nothing_is_left_out_and_named():
    register = parsed([row(by="2025-01-01")], COLUMNS)
    assert register.rows.empty
    assert [problem.remedy for problem in register.problems] == ["Write it."]


def test_an_unknown_column_is_named_and_left_alone():
    (problem,) = parsed([row(what="Visit", sate="done")], COLUMNS).problems
    assert (problem.found, problem.remedy) == ("sate", "Did you mean 'state'?")


def test_a_long_text_is_not_repeated_in_a_problem():
    (problem,) = parsed([row(what="Visit", by="x" * 200)], COLUMNS).problems
    assert problem.found == "200 characters"


@pytest.mark.parametrize(("first", "later", "kept"), [(1, 2, True), (2, 2, True), (3, 2, False)])
def test_a_later_date_never_lies_before_the_earlier(first, later, kept):
    columns = (Column("what"), Column("stated", a_date), Column("by", a_date))
    read = parsed([row(what="a", stated=f"2025-01-0{first}", by=f"2025-01-0{later}")], columns)
    ordered = in_order(read, "stated", "by")
    assert (ordered.rows["by"].iloc[0] is not None) == kept
    assert len(ordered.problems) == int(not kept)
    if not kept:
        assert "wrong order" in ordered.problems[0].what
        assert ordered.problems[0].where == "a.csv, row 2"


def test_missing_dates_are_in_order():
    columns = (Column("what"), Column("stated", a_date), Column("by", a_date))
    assert in_order(parsed([row(what="a", by="2025-01-01")], columns), "stated", "by").problems == ()
    assert in_order(parsed([], columns), "stated", "by").problems == ()
