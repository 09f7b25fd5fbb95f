"""A plan comes from CSV, a workbook or wave.yml, with numbers and their units."""

import numpy as np
import openpyxl
import pytest

from alliance_analytics.workspace.registers.plan import MOST, annual_plan


def test_a_plan_in_wave_yml_is_read(quay, opened):
    (quay / "2025" / "wave.yml").write_text(
        "objectives:\n"
        "- {objective: Faster, owner: Ann, target: 6 hours, actual: 11, better: lower, pillar: 6}\n"
    )
    (row,) = annual_plan(*opened(), "2025").rows.to_dict("records")
    assert (row["target"], row["actual"], row["unit"], row["better"], row["pillar"]) == (
        6,
        11,
        "hours",
        "lower",
        "6",
    )
    assert np.isnan(row["start"])


def test_a_workbook_counts_before_wave_yml(quay, opened):
    book = openpyxl.Workbook()
    for line in (["Doel", "Eigenaar", "Streefwaarde", "Realisatie"], ["Sneller", "An", 80, 72]):
        book.active.append(line)
    book.save(quay / "2025" / "scorecard.xlsx")
    (row,) = annual_plan(*opened(), "2025").rows.to_dict("records")
    assert (row["objective"], row["target"], row["actual"]) == ("Sneller", 80, 72)


def test_the_workbook_of_a_plan_is_no_export(quay, opened):
    (quay / "2025" / "plan.csv").write_text("objective,owner,target\nFaster,Ann,6\n")
    workspace, name = opened()
    assert workspace.survey(name, "2025").kept == 6


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Faster,Ann,soon,,", "Target cannot be understood."),
        ("Faster,Ann,,,", "An entry has no target."),
        ("Faster,,6,,", "An entry has no owner."),
        ("Faster,Ann,6,2025-05-01,2025-02-01", "Two dates stand in the wrong order."),
    ],
)
def test_what_a_plan_lacks_is_named_with_its_place_and_the_rest_goes_on(quay, opened, line, what):
    (quay / "2025" / "plan.csv").write_text(f"objective,owner,target,from,by_when\n{line}\nMore,Bob,3,,\n")
    register = annual_plan(*opened(), "2025")
    (problem,) = register.problems
    assert problem.what == what
    assert problem.where == "plan.csv, row 2"
    assert problem.remedy
    assert register.rows["objective"].tolist() == ["Faster", "More"]


def test_too_many_objectives_are_no_plan(quay, opened):
    lines = "\n".join(f"Aim {place},Ann,{place}" for place in range(MOST + 1))
    (quay / "2025" / "plan.csv").write_text(f"objective,owner,target\n{lines}\n")
    register = annual_plan(*opened(), "2025")
    assert [problem.found for problem in register.problems] == [f"{MOST + 1} objectives"]
    assert len(register.rows) == MOST + 1


def test_no_plan_is_no_problem(opened):
    register = annual_plan(*opened(), "2024")
    assert register.rows.empty
    assert register.problems == ()
