import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from alliance_analytics.publish.figures.canvas import BACK, POINTS_AN_INCH, halo
from alliance_analytics.publish.figures.drawing import Drawing
from alliance_analytics.publish.figures.letters import Letters

LINES = [
    {"ha": "left"},
    {"ha": "right", "weight": "bold", "color": "#0D5DBB"},
    {"ha": "center", "size": 7},
    {"bbox": BACK},
    {"rotation": 90},
    {"path_effects": halo()},
    {"text": ""},
]


def drawn(kind, **style):
    figure = Figure(figsize=(2, 2), dpi=POINTS_AN_INCH)
    text = {"x": 0.5, "y": 0.25, "text": "Trust", "va": "baseline", "parse_math": False} | style
    figure.add_axes((0, 0, 1, 1)).set_axis_off()
    figure.axes[0].add_artist(kind(**text))
    drawing = Drawing(*figure.bbox.size)
    figure.draw(drawing)
    return [(each.tag, each.attrib, each.text) for each in drawing.root.iter()]


@pytest.mark.parametrize("style", LINES, ids=lambda style: next(iter(style)))
def test_letters_are_drawn_as_matplotlib_draws_them(style):
    assert drawn(Letters, **style) == drawn(Text, **style)


def test_letters_are_never_cut_off():
    axes = Figure().add_subplot()
    axes.add_artist(Letters(5, 5, "far away"))
    assert axes.texts[0].clipbox is None
