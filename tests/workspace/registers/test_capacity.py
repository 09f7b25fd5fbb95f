import pytest

from alliance_analytics.model.front_door import front_door
from alliance_analytics.workspace.registers.capacity import care, people, service_hours

DOOR = front_door()


def put(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def test_services_are_known_by_id_or_name_and_hours_in_either_form(tmp_path):
    put(tmp_path, "services.csv", "dienst,uren_laag,uren_hoog\nRapportage,1,2\n")
    assert service_hours(tmp_path, DOOR).rows[["service", "hours_low", "hours_high"]].to_numpy().tolist() == [
        ["reporting", 1, 2]
    ]
    put(tmp_path, "services.csv", "service,hours\nrisk management,4\n")
    assert service_hours(tmp_path, DOOR).rows[["hours_low", "hours_high"]].to_numpy().tolist() == [[4, 4]]


def test_a_manager_with_hours_below_zero_is_named_by_place_and_left_out(tmp_path):
    put(tmp_path, "people.csv", "person,hours_low,hours_high\nLead,10,20\nJan de Vries,-1,20\n")
    found = people(tmp_path, DOOR)
    assert found.rows["person"].tolist() == ["Lead"]
    (problem,) = found.problems
    assert (problem.where, problem.found) == ("people.csv, row 3", "-1")
    assert "0 or more" in problem.allowed
    assert problem.remedy
    assert "Jan" not in str(problem)


def test_estimates_the_wrong_way_round_are_named_and_left_out(tmp_path):
    put(tmp_path, "people.csv", "person,hours_low,hours_high\nLead,30,20\n")
    found = people(tmp_path, DOOR)
    assert found.rows.empty
    assert found.problems[0].found == "30 and 20"


def test_what_a_specialist_does_is_a_tuple_and_an_unknown_service_a_problem(tmp_path):
    put(
        tmp_path,
        "people.csv",
        "person,hours,services\nDesk,20,reporting; contract-management\nLead,9,\nOdd,9,reportng\n",
    )
    found = people(tmp_path, DOOR)
    assert found.rows["services"].tolist() == [("reporting", "contract-management"), (), ()]
    assert found.problems[0].remedy == "Did you mean 'reporting'?"


@pytest.mark.parametrize("rating", ["6", "0", "2.5"])
def test_a_criticality_off_the_scale_is_named(tmp_path, rating):
    put(tmp_path, "care.csv", f"alliance,person,criticality\ncanal,Lead,{rating}\n")
    found = care(tmp_path, ["canal"], ["Lead"])
    assert found.problems[0].where == "care.csv, row 2"
    assert found.rows["criticality"].tolist() == [None]


def test_an_unknown_alliance_and_an_unknown_person_are_named_the_person_by_place_only(tmp_path):
    put(tmp_path, "care.csv", "alliance,person\ncanl,Lead\nferry,Jan de Vries\ncanal,Lead\n")
    found = care(tmp_path, ["canal", "ferry"], ["Lead"])
    assert found.rows[["alliance", "person"]].to_numpy().tolist() == [["ferry", None], ["canal", "Lead"]]
    assert [problem.where for problem in found.problems] == ["care.csv, row 2", "care.csv, row 3"]
    assert found.problems[0].remedy == "Did you mean 'canal'?"
    assert "Jan" not in str(found.problems[1])


def test_an_alliance_told_twice_counts_once(tmp_path):
    put(tmp_path, "care.csv", "alliance,person\ncanal,Lead\ncanal,Other\n")
    found = care(tmp_path, ["canal"], ["Lead", "Other"])
    assert found.rows["person"].tolist() == ["Lead"]
    assert found.problems[0].where == "care.csv, row 3"
