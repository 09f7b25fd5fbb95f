import pytest
from matplotlib.backend_bases import GraphicsContextBase

from alliance_analytics.publish.figures.paint import colour, filled, stroked

BLUE = (0.0, 0.0, 1.0, 1.0)


@pytest.fixture
def pen():
    found = GraphicsContextBase()
    found.set_foreground(BLUE, isRGBA=True)
    return found


def test_colours_are_short_where_they_can_be():
    assert colour("#FFFFFF") == "#fff"
    assert colour("#0D5DBB") == "#0d5dbb"


def test_what_everybody_takes_so_goes_unsaid(pen):
    assert stroked(pen) == {"stroke": "#00f"}
    assert filled((0, 0, 0, 1)) == {}


def test_without_a_colour_or_a_width_there_is_no_stroke(pen):
    pen.set_linewidth(0)
    assert stroked(pen) == {}
    pen.set_linewidth(1)
    pen.set_foreground((1, 1, 1, 0), isRGBA=True)
    assert stroked(pen) == {}


def test_nothing_is_filled_without_a_colour():
    assert filled(None) == filled((1, 1, 1, 0)) == {"fill": "none"}


def test_a_stroke_says_its_width_its_dashes_and_its_ends(pen):
    pen.set_linewidth(2.5)
    pen.set_dashes(1, [3, 2])
    pen.set_capstyle("round")
    said = {
        "stroke-width": "2.5",
        "stroke-dasharray": "3,2",
        "stroke-dashoffset": "1",
        "stroke-linecap": "round",
    }
    assert stroked(pen) == {"stroke": "#00f", **said}


def test_what_shines_through_says_how_far():
    assert filled((0, 0, 1, 0.35)) == {"fill": "#00f", "fill-opacity": ".35"}
