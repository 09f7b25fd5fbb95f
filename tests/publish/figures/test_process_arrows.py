import pandas as pd
import pytest
from matplotlib.figure import Figure

from alliance_analytics.publish.figures.process_arrows import CROSSES, RETURNS, WITHIN, draw_hand_overs
from alliance_analytics.publish.figures.process_boxes import Box

BOXES = {
    "a": Box(50, 20, 30, 10, ("A",), row=0),
    "b": Box(150, 80, 30, 10, ("B",), row=1),
    "c": Box(250, 80, 30, 10, ("C",), row=1),
}


def arrow(step, following, *, crosses=False, returns=False, boxes=BOXES):
    axes = Figure().add_subplot()
    frame = pd.DataFrame(
        [(step, following, crosses, returns)], columns=["step", "next", "crosses", "returns"]
    )
    draw_hand_overs(axes, frame, boxes)
    return axes.patches


@pytest.mark.parametrize(
    ("how", "look"),
    [({"crosses": True}, CROSSES), ({}, WITHIN), ({"crosses": True, "returns": True}, RETURNS)],
)
def test_each_kind_has_its_own_line(how, look):
    (patch,) = arrow("b", "a", **how) if how.get("returns") else arrow("a", "b", **how)
    assert patch.get_linewidth() == look["linewidth"]


def test_forward_runs_from_the_bottom_to_the_top_and_sideways_on_one_row():
    (down,) = arrow("a", "b")
    assert down._posA_posB == [(50, 30), (150, 70)]
    (aside,) = arrow("b", "c")
    assert aside._posA_posB == [(180, 80), (220, 80)]


def test_back_runs_to_the_side_of_the_earlier_step():
    (back,) = arrow("b", "a", returns=True)
    assert back._posA_posB[1] == (80, 20)


def test_in_one_column_an_arrow_passes_steps_by_at_the_right():
    column = {name: Box(50, 40 * row, 30, 10, (name,), row=row, alone=True) for row, name in enumerate("abc")}
    (near,) = arrow("a", "b", boxes=column)
    assert near._posA_posB == [(50, 10), (50, 30)]
    (past,) = arrow("a", "c", boxes=column)
    assert past._posA_posB == [(80, 5), (80, 75)]
    (back,) = arrow("c", "a", returns=True, boxes=column)
    assert back._posA_posB == [(80, 85), (80, -5)]  # apart from the way there, at both ends


def test_a_step_that_hands_over_to_itself_has_no_arrow():
    assert not arrow("a", "a", returns=True)
