"""One register of assumptions, read alike for an alliance and for a portfolio."""

import datetime

import pytest

from alliance_analytics.workspace.registers.assumptions import COLUMNS, assumptions

GOOD = "It helps,Fewer calls,2025-01-01,refuted,It did not,Ann"


def write(folder, *lines, header="assumption,how_seen,by,status,learned,owner"):
    (folder / "assumptions.csv").write_text("\n".join([header, *lines, ""]))
    return assumptions(folder)


def test_an_assumption_is_read_with_what_was_learned(tmp_path):
    (row,) = write(tmp_path, GOOD).rows.to_dict("records")
    assert row["by"] == datetime.date(2025, 1, 1)
    assert (row["status"], row["learned"], row["owner"]) == ("refuted", "It did not", "Ann")


def test_without_a_status_it_is_open(tmp_path):
    assert write(tmp_path, "It helps,Look,2025-01-01,,,Ann").rows["status"].tolist() == ["open"]


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("It helps,,2025-01-01,,,Ann", "Say what would show it true or untrue."),
        ("It helps,Look,,,,Ann", "Say by when it will be checked."),
        ("It helps,Look,2025-01-01,maybe,,Ann", "Use one of"),
        ("It helps,Look,2025-01-01,,,", "Name who checks it."),
    ],
)
def test_what_is_missing_is_named_and_the_others_stay(tmp_path, line, remedy):
    register = write(tmp_path, line, GOOD)
    assert len(register.rows) == 2
    (problem,) = register.problems
    assert problem.remedy.startswith(remedy)


@pytest.mark.parametrize("column", ["by", "checked"])
def test_dates_before_the_day_it_was_stated_are_named(tmp_path, column):
    other = {"by": "checked", "checked": "by"}[column]
    header = f"assumption,how_seen,owner,stated,{column},{other}"
    register = write(tmp_path, "It helps,Look,Ann,2025-01-01,2024-01-01,2025-06-01", header=header)
    assert register.rows[column].tolist() == [None]
    assert register.rows[other].tolist() == [datetime.date(2025, 6, 1)]
    assert len(register.problems) == 1


def test_yaml_is_read_alike(tmp_path):
    (tmp_path / "assumptions.yml").write_text(
        "- {assumption: It helps, how_seen: Look, by: 2025-01-01, owner: Ann, status: bevestigd}\n"
    )
    assert assumptions(tmp_path).rows["status"].tolist() == ["confirmed"]


def test_no_file_is_an_empty_register(tmp_path):
    register = assumptions(tmp_path)
    assert list(register.rows.columns) == [*(column.name for column in COLUMNS), "place"]
    assert register.rows.empty
