import re
from xml.etree.ElementTree import tostring

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from alliance_analytics.publish.figures.canvas import POINTS_AN_INCH
from alliance_analytics.publish.figures.drawing import FONTS, HREF, Drawing

SIDE = 144


@pytest.fixture
def figure():
    """Return a figure two inches square with axes over all of it, one unit a point."""
    found = Figure(figsize=(2, 2), dpi=POINTS_AN_INCH)
    axes = found.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, SIDE), ylim=(SIDE, 0))
    axes.set_axis_off()
    return found


def drawn(figure):
    drawing = Drawing(*figure.bbox.size)
    figure.draw(drawing)
    return drawing.root


def only(figure, tag):
    (found,) = drawn(figure).iter(tag)
    return found


def lines(figure):
    """Return the paths but the card itself."""
    return list(drawn(figure).findall("path"))[1:]


def test_the_drawing_says_its_size_and_its_font_once(figure):
    figure.axes[0].text(1, 2, "Trust")
    root = drawn(figure)
    assert (root.get("width"), root.get("viewBox"), root.get("font-family")) == (
        "144pt",
        "0 0 144 144",
        FONTS,
    )
    assert root.find("text").get("font-family") is None


def test_places_are_points_from_the_top(figure):
    figure.axes[0].add_artist(Line2D([10, 20], [30, 30], solid_capstyle="butt"))
    assert lines(figure)[0].get("d") == "m10 30h10"


def test_a_label_carries_its_width_and_a_short_one_does_not(figure):
    figure.axes[0].text(1.26, 20, "mindset", size=10)
    label = only(figure, "text")
    assert float(label.get("textLength")) == pytest.approx(40.5, abs=0.1)
    assert (label.get("x"), label.get("y"), label.text) == ("1.3", "20", "mindset")
    figure.axes[0].texts[0].set_text("4.2")
    assert only(figure, "text").get("textLength") is None


@pytest.mark.parametrize(("align", "anchor"), [("left", None), ("center", "middle"), ("right", "end")])
def test_a_label_is_held_where_it_is_aligned(figure, align, anchor):
    figure.axes[0].text(50, 60, "mindset", ha=align)
    assert (only(figure, "text").get("x"), only(figure, "text").get("text-anchor")) == ("50", anchor)


def test_bold_letters_are_wider(figure):
    for weight in ("normal", "bold"):
        figure.axes[0].text(1, 2, "mindset", weight=weight)
    plain, bold = drawn(figure).findall("text")
    assert float(bold.get("textLength")) > float(plain.get("textLength"))
    assert (plain.get("font-weight"), bold.get("font-weight")) == (None, "bold")


def test_a_turned_label_turns_around_its_beginning(figure):
    figure.axes[0].text(50, 60, "up", rotation=90, ha="left", va="baseline")
    label = only(figure, "text")
    assert re.fullmatch(rf"rotate\(-90 {label.get('x')} {label.get('y')}\)", label.get("transform"))


def test_letters_that_mean_something_in_svg_are_letters():
    figure = Figure(dpi=POINTS_AN_INCH)
    figure.text(0.5, 0.5, "a < b & é", parse_math=False)
    assert ">a &lt; b &amp; é</text>" in tostring(drawn(figure), encoding="unicode")


def test_a_mark_of_one_shape_is_drawn_once(figure):
    for colour in ("red", "blue"):
        figure.axes[0].add_artist(
            Line2D([50, 60], [50, 50], marker="o", color=colour, markeredgecolor="white")
        )
    root = drawn(figure)
    (mark,) = root.find("defs")
    uses = root.findall("use")
    assert {use.get(HREF) for use in uses} == {f"#{mark.get('id')}"}
    assert [use.get("fill") for use in uses] == ["#f00", "#f00", "#00f", "#00f"]
    assert [(use.get("x"), use.get("y")) for use in uses[:2]] == [("50", "50"), ("60", "50")]


def test_a_mark_without_a_place_is_left_out(figure):
    figure.axes[0].add_artist(Line2D([50, np.nan], [50, 50], marker="o", linestyle="none"))
    assert len(drawn(figure).findall("use")) == 1


def test_a_clip_stands_only_where_something_is_cut_off(figure):
    chart = figure.add_axes((0.25, 0.25, 0.5, 0.5))
    chart.set(xlim=(0, 1), ylim=(0, 1))
    chart.set_axis_off()
    for end in (0.9, 1.9):
        chart.add_artist(Line2D([0.1, end], [0.5, 0.5]))
    inside, outside = lines(figure)
    assert inside.get("clip-path") is None
    clip = only(figure, "clipPath")
    assert outside.get("clip-path") == f"url(#{clip.get('id')})"
    assert clip.find("rect").attrib == {"x": "36", "y": "36", "width": "72", "height": "72"}


def test_outlines_that_nobody_sees_go(figure):
    figure.axes[0].add_artist(Rectangle((1, 1), 9, 9, fill=False, linewidth=0))
    figure.axes[0].add_artist(Rectangle((np.nan, 1), 9, 9, color="black"))
    assert not lines(figure)


def test_a_hatching_lies_on_its_ground_and_is_made_once(figure):
    for left in (10, 50):
        style = {"facecolor": "white", "edgecolor": "blue", "hatch": "//", "linewidth": 0}
        figure.axes[0].add_artist(Rectangle((left, 10), 20, 20, **style))
    pattern = only(figure, "pattern")
    assert [path.get("fill") for path in lines(figure)] == [f"url(#{pattern.get('id')})"] * 2
    assert pattern.find("rect").get("fill") == "#fff"
    assert pattern.find("path").get("stroke") == "#00f"


def test_what_shines_through_as_a_whole_says_so_once(figure):
    figure.axes[0].add_artist(Rectangle((10, 10), 20, 20, facecolor="blue", edgecolor="red", alpha=0.4))
    (bar,) = lines(figure)
    assert bar.get("opacity") == ".4"
    assert "fill-opacity" not in bar.attrib
