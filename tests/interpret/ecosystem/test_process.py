import networkx as nx
import pytest

from alliance_analytics.interpret.ecosystem.process import first_circle, hand_overs, placed_steps


def test_hand_overs_say_whether_the_owner_changes_and_work_comes_back(process):
    table = hand_overs(
        process(("ask", "X", "check lost", ""), ("check", "X", "do", "ask"), ("do", "Y", "", ""))
    )
    assert table.to_numpy().tolist() == [
        ["ask", "check", False, False],
        ["check", "do", True, False],
        ["check", "ask", False, True],
    ]


def test_steps_stand_behind_all_that_comes_before_them(process):
    steps = process(
        ("ask", "X", "check inform", ""), ("check", "Y", "weigh", ""), ("weigh", "Y", "do", "ask"),
        ("inform", "X", "do", ""), ("do", "Z", "", ""),
    )  # fmt: skip
    table = placed_steps(steps).set_index("step")
    assert table["column"].to_dict() == {"ask": 0, "check": 1, "weigh": 2, "inform": 1, "do": 3}
    assert table["lane"].to_dict() == {"ask": 0, "check": 1, "weigh": 1, "inform": 0, "do": 2}


def test_a_circle_is_told_from_the_step_told_first(process):
    steps = process(("ask", "X", "check", ""), ("check", "Y", "do", ""), ("do", "Z", "ask", ""))
    assert first_circle(steps) == ("ask", "check", "do")
    with pytest.raises(nx.NetworkXUnfeasible):
        placed_steps(steps)


def test_work_that_comes_back_is_no_circle(process):
    assert first_circle(process(("ask", "X", "do", ""), ("do", "Z", "", "ask"))) == ()


def test_a_step_that_hands_over_to_itself_is_a_circle(process):
    assert first_circle(process(("ask", "X", "ask", ""))) == ("ask",)


def test_a_register_in_which_everything_leads_to_everything_is_read_at_once(process):
    names = [f"s{number}" for number in range(25)]
    steps = process(*((name, "X", " ".join(n for n in names if n != name), "") for name in names))
    assert len(first_circle(steps)) >= 2
