import numpy as np
import pytest
from matplotlib.figure import Figure

from alliance_analytics.publish.figures import marks
from alliance_analytics.publish.figures.setting import setting


@pytest.fixture
def axes():
    return Figure().add_subplot()


def test_an_interval_needs_both_ends(axes):
    marks.interval(axes, (2.0, np.nan), 1, "half")
    assert not axes.lines
    marks.interval(axes, (2.0, 3.0), 1, "whole")
    assert axes.lines[0].get_xdata() == pytest.approx([2, 3])


def test_a_dot_at_the_end_of_the_scale_is_not_cut(axes):
    marks.dot(axes, 5.0, 1, "ceiling")
    assert not axes.lines[0].get_clip_on()


def test_a_hollow_dot_is_white_with_an_edge(axes):
    marks.hollow(axes, 3.0, 1, "before", markeredgecolor="#52606D")
    assert axes.lines[0].get_markerfacecolor() == "#FFFFFF"
    assert axes.lines[0].get_markeredgecolor() == "#52606D"


@pytest.mark.parametrize(
    ("state", "word", "hatches"), [("hidden", "verborgen", 1), ("empty", "geen antwoorden", 0)]
)
def test_absence_says_why(axes, state, word, hatches):
    marks.absent(axes, state, "1", 10, setting({"1": "One"}, "nl", narrow=False))
    assert [text.get_text() for text in axes.texts] == [word]
    assert sum(bool(patch.get_hatch()) for patch in axes.patches) == hatches
