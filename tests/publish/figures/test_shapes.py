import numpy as np
import pytest
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import shapes


@pytest.fixture
def axes():
    found = Figure().add_subplot()
    found.set(xlim=(0, 4), ylim=(10, 0))
    return found


def test_shapes_stand_where_they_are_told_and_leave_the_limits_alone(axes):
    shapes.line(axes, range(9), range(9), color="black")
    shapes.bar(axes, (1, 2), 3, 4, label="here")
    assert (axes.get_xlim(), axes.get_ylim()) == ((0, 4), (10, 0))
    assert list(axes.lines[0].get_xdata()) == list(range(9))
    (bar,) = axes.patches
    assert (bar.get_xy(), bar.get_width(), bar.get_height(), bar.get_label()) == ((1, 2), 3, 4, "here")


def test_a_bar_without_a_length_is_no_bar(axes):
    shapes.bar(axes, (1, 2), np.nan, 4)
    assert not axes.patches


def test_uprights_and_levels_are_one_artist_for_all(axes):
    shapes.uprights(axes, [1, 2], (3, 4))
    shapes.levels(axes, [5])
    uprights, levels = (patch.get_path() for patch in axes.patches)
    assert uprights.vertices.tolist() == [[1, 3], [1, 4], [2, 3], [2, 4]]
    assert uprights.codes.tolist() == [1, 2, 1, 2]
    assert levels.vertices.tolist() == [[0, 5], [4, 5]]


def test_no_strokes_draw_nothing(axes):
    shapes.uprights(axes, [], (0, 1))
    assert not axes.patches


def test_an_area_goes_there_below_and_back_above(axes):
    shapes.area(axes, [0, 1], [2, 3], [4, 5])
    assert axes.patches[0].get_xy().tolist()[:4] == [[0, 2], [1, 3], [1, 5], [0, 4]]
