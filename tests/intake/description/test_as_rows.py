"""A description as a terminal shows it."""

from alliance_analytics.intake.description.as_rows import column_rows, problem_rows, summary_of
from alliance_analytics.intake.description.described import DescribedColumn, Description, Problem, Scale

LONG = "A question that goes on and on, and then a little further still"
FOUND = Description(
    "table",
    "utf-8",
    "\t",
    1,
    5,
    5,
    4,
    {"empty": 1},
    (
        DescribedColumn(LONG, LONG, "answer", Scale(("Bad", "Fair", "Good"), 3, "descending", ("9",)), "T1"),
        DescribedColumn("Q2", "Q2", "answer", Scale((), None, "unknown")),
    ),
    (
        Problem(None, "Q1", "a", "b", "c"),
        Problem(None, "Q2", "a", "b", "c"),
        Problem(3, "", "d", "", "e"),
        Problem(3, "Q1", "f", "", "e"),
        Problem(None, "", "g", "", "e"),
    ),
)


def test_the_summary_says_how_many_were_left_out():
    assert dict(summary_of(FOUND))["responses"] == "4 (left out: 1 empty)"
    assert dict(summary_of(FOUND))["encoding"] == "utf-8, delimiter tab"


def test_a_column_shows_the_ends_of_its_scale():
    first, second = column_rows(FOUND)
    assert first["labels, low to high"] == "Bad < ... < Good"
    assert first["column"].endswith("...")
    assert (second["points"], second["direction"]) == ("?", "unknown")


def test_problems_that_are_alike_stand_together():
    rows = problem_rows(FOUND)
    assert [row["where"] for row in rows] == ["Q1 and 1 more", "record 3", "record 3, Q1", "the file"]
