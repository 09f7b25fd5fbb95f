import pytest

from alliance_analytics.workspace.registers.process import process_steps

HEAD = "step,name,owner,next,back_to,pillar,theme\n"


@pytest.fixture
def read(tmp_path):
    def steps(text):
        (tmp_path / "process.csv").write_text(HEAD + text, encoding="utf-8")
        return process_steps(tmp_path, ("3", "5"), ("flexibility",))

    return steps


def test_steps_with_their_hand_overs(read):
    found = read("ask,Ask first,X,check; do,,3,flexibility\ncheck,,Y,do,ask,,\ndo,,Y,,,,\n")
    table = found.rows.set_index("step")
    assert table["next"].to_dict() == {"ask": ("check", "do"), "check": ("do",), "do": ()}
    assert table.loc["check", ["name", "back_to"]].tolist() == ["check", ("ask",)]
    assert table.loc["ask", ["pillar", "theme"]].tolist() == ["3", "flexibility"]
    assert found.problems == ()


def test_hand_overs_in_a_circle_are_named_and_the_last_one_turned_back(read):
    found = read("ask,,X,check,,,\ncheck,,Y,do,,,\ndo,,Y,ask,,,\n")
    (problem,) = found.problems
    assert problem.where == "process.csv, row 2; process.csv, row 3; process.csv, row 4"
    assert problem.found == "ask > check > do > ask"
    assert "back_to" in problem.remedy
    last = found.rows.set_index("step").loc["do"]
    assert (last["next"], last["back_to"]) == ((), ("ask",))


def test_several_circles_are_all_taken_out(read):
    found = read("a,,X,b,,,\nb,,X,a;c,,,\nc,,X,b;c,,,\n")
    assert len(found.problems) == 3
    assert found.rows.set_index("step")["next"].to_dict() == {"a": ("b",), "b": ("c",), "c": ()}


def test_a_step_that_does_not_exist_is_named_with_the_nearest(read):
    found = read("ask,,X,chek,,,\ncheck,,Y,,,,\n")
    (problem,) = found.problems
    assert (problem.where, problem.found, problem.remedy) == (
        "process.csv, row 2",
        "chek",
        "Did you mean 'check'?",
    )
    assert found.rows.loc[0, "next"] == ()


def test_an_owner_spelled_two_ways_is_suggested_and_a_step_told_twice_named(read):
    found = read("ask,,Harbour Office,,,,\ncheck,,Harbor Office,,,,\nask,,Tide Lab,,,,\n")
    assert sorted(problem.where for problem in found.problems) == [
        "process.csv, row 2 and process.csv, row 3",
        "process.csv, row 4",
    ]
    assert found.rows["owner"].tolist() == ["Harbour Office", "Harbor Office"]


def test_a_step_without_an_owner_is_left_out_and_named(read):
    found = read("ask,,,,,,\ncheck,,Y,,,,\n")
    assert found.rows["step"].tolist() == ["check"]
    assert found.problems[0].where == "process.csv, row 2"
