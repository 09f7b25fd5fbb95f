"""Bad input of the front door: each named with its place and what to do, and never merged in silence."""

import datetime

import pytest

from alliance_analytics.model.front_door import front_door
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.registers.portfolio_door import front_door_register, nearest_apart

HEAD = "relation,rater,partner,rated,criticality,cross_functionality,partner_interconnectivity,revisit,value"


@pytest.fixture
def register(tmp_path, write_alliance):
    write_alliance(tmp_path / "north-gate", {"Larder": {"tactical": (9, 9)}})

    def read(*lines, name="front-door.csv", head=HEAD):
        (tmp_path / name).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
        return front_door_register(open_workspace(tmp_path), front_door())

    return read


def problem_of(register, what):
    return next(problem for problem in register.problems if what in problem.what)


def test_a_row_is_read_with_its_alliance(register):
    found = register("North-gate,a,Larder,2025-06-01,5,4,1,2026-06-01,yes")
    row = found.rows.iloc[0]
    assert (row["alliance"], row["round"], row["criticality"]) == ("north-gate", "2025", 5.0)
    assert row["revisit"] == datetime.date(2026, 6, 1)
    assert row["value"] == "yes"
    assert found.problems == ()


@pytest.mark.parametrize("rating", ["6", "0", "-1", "2.5", "much"])
def test_a_rating_out_of_range_is_named(register, rating):
    found = register(f"north-gate,a,Larder,2025-06-01,{rating},4,1,,yes")
    problem = problem_of(found, "Criticality")
    assert problem.where == "front-door.csv, row 2"
    assert "1 to 5" in problem.allowed
    assert found.rows["criticality"].isna().all()


def test_a_relation_spelled_almost_as_an_alliance_is_suggested_and_kept_apart(register):
    found = register("north-gat,a,Larder,2025-06-01,5,4,1,,yes")
    problem = problem_of(found, "almost as an alliance")
    assert "north-gate" in problem.remedy.replace("_", "-")
    assert found.rows["alliance"].iloc[0] is None


def test_a_relation_that_is_not_measured_is_no_problem(register):
    found = register("Office supplies,a,Larder,2025-06-01,5,4,1,,yes")
    assert found.problems == ()


def test_a_partner_spelled_two_ways_is_named_and_not_merged(register):
    found = register(
        "north-gate,a,Waterschap Vierambacht,2025-06-01,5,4,1,,yes",
        "another,a,Waterschap Vierambagt,2025-06-01,5,4,1,,yes",
    )
    problem = problem_of(found, "spelled almost alike")
    assert "Vierambacht" in problem.found
    assert found.rows["partner"].nunique() == 2


def test_dates_in_the_wrong_order_are_named(register):
    problem = problem_of(register("north-gate,a,Larder,2025-06-01,5,4,1,2024-01-01,yes"), "wrong order")
    assert problem.where == "front-door.csv, row 2"


def test_a_rater_twice_in_a_round_is_named(register):
    line = "north-gate,a,Larder,2025-06-01,5,4,1,,yes"
    assert problem_of(register(line, line), "twice").where == "front-door.csv, row 3"


def test_the_headings_may_be_dutch_and_the_file_yaml(register):
    text = "- alliantie: north-gate\n  beoordelaar: a\n  belang: 4\n  waarde: nee\n  beoordeeld: 2025-06-01\n"
    row = register(name="front-door.yaml", head=text).rows.iloc[0]
    assert (row["criticality"], row["value"], row["alliance"]) == (4.0, "no", "north-gate")


def test_no_register_is_an_empty_one(tmp_path, write_alliance):
    write_alliance(tmp_path / "north-gate", {"Larder": {"tactical": (9, 9)}})
    found = front_door_register(open_workspace(tmp_path), front_door())
    assert found.rows.empty
    assert found.problems == ()


def test_a_file_that_cannot_be_read_is_one_problem(register):
    found = register(name="front-door.yaml", head="just: text")
    assert found.rows.empty
    assert len(found.problems) == 1


def test_numbers_keep_names_apart():
    assert nearest_apart("north_gate_2", ["north_gate_3"]) is None
    assert nearest_apart("north_gat", ["north_gate"]) == "north_gate"
