from itertools import pairwise

import pandas as pd
import pytest

from alliance_analytics.publish.figures.process_boxes import in_a_column, in_lanes, rows_of_steps
from alliance_analytics.publish.figures.setting import setting

STEPS = pd.DataFrame(
    [
        ("a", "A", "X", 0, 0),
        ("b", "B, with a name that takes two lines", "X", 1, 0),
        ("c", "C", "X", 1, 0),
        ("d", "D", "Y", 1, 1),
    ],
    columns=["step", "name", "owner", "column", "lane"],
)


def test_steps_of_two_lanes_share_a_row_and_those_of_one_do_not():
    assert rows_of_steps(STEPS).to_dict() == {"a": 0, "b": 1, "c": 2, "d": 1}


def test_boxes_of_a_lane_stand_above_each_other_without_touching():
    boxes, bottom = in_lanes(STEPS, 120, 10, 9)
    for above, below in pairwise(boxes[step] for step in "abc"):
        assert above.x == below.x
        assert above.y + above.down < below.y - below.down
    assert boxes["d"].x - boxes["a"].x == pytest.approx(120)
    assert bottom > boxes["c"].y + boxes["c"].down


def test_in_a_column_every_step_has_a_row_and_its_owner_above_it():
    boxes, bottom = in_a_column(STEPS, setting({"X": "Owner X", "Y": "Owner Y"}, "en", narrow=True), 10)
    assert [box.row for box in boxes.values()] == [0, 1, 2, 3]
    assert boxes["d"].head == ("Owner Y",)
    assert len({box.x for box in boxes.values()}) == 1
    for above, below in pairwise(boxes.values()):
        assert above.y + above.down < below.y - below.down < bottom
