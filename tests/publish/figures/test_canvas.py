import pytest

from alliance_analytics.publish.figures.canvas import (
    beside,
    canvas,
    name_below,
    name_beside,
    points_a_unit,
    scale_axis,
    title_below,
    write,
)
from alliance_analytics.publish.figures.style import PAGE


@pytest.fixture
def card():
    return canvas(PAGE, 200)


def test_the_page_is_measured_in_points(card):
    assert card.figure.get_size_inches() * 72 == pytest.approx([468, 200])
    assert card.page.get_xlim() == (0, 468)
    assert card.page.get_ylim() == (200, 0)


def test_a_chart_lies_between_its_edges(card):
    box = card.chart(46.8, 20, 234, 100).get_position()
    assert (box.x0, box.x1, box.y0, box.y1) == pytest.approx((0.1, 0.5, 0.5, 0.9))


def test_rows_share_the_y_axis_of_the_page(card):
    assert card.rows(10, 20, 100, 150).get_ylim() == (150, 20)


@pytest.mark.parametrize(("va", "first"), [("top", 110), ("center", 97.25), ("bottom", 84.4)])
def test_lines_stand_on_reckoned_baselines(card, va, first):
    write(card.page, 5, 100, ("one", "two"), size=10, va=va)
    heights = [text.get_position()[1] for text in card.page.texts]
    assert heights == pytest.approx([first, first + 12.8])


def test_a_text_beside_a_place_is_shifted_in_points(card):
    axes = card.chart(50, 50, 150, 150)
    beside(axes, (0.5, 0.5), "here", size=10, shift=(8, 2))
    (text,) = axes.texts
    assert text.xyann == pytest.approx((8, 2 - 3.65))


def test_points_a_unit(card):
    axes = card.chart(50, 50, 150, 150)
    axes.set_xlim(0, 4)
    assert points_a_unit(axes) == pytest.approx(25)


def test_the_scale_marks_its_midpoint_within_the_spans(card):
    axes = card.rows(10, 20, 100, 150)
    scale_axis(axes, 7, PAGE, [(20, 40), (60, 80)])
    middles = [patch.get_path().vertices for patch in axes.patches if patch.get_label() == "midpoint"]
    assert [ends.tolist() for ends in middles] == [[[4, 20], [4, 40]], [[4, 60], [4, 80]]]
    assert [(text.xy[0], text.get_text()) for text in axes.texts] == [
        (place, str(place)) for place in range(1, 8)
    ]


def test_names_stand_outside_the_chart_and_replace_those_of_matplotlib(card, see):
    axes = card.figure.add_axes((0.2, 0.2, 0.6, 0.6))
    name_below(axes, {0.5: "here"}, 10)
    name_beside(axes, {0.5: "there"}, 10)
    title_below(axes, "what it measures", 10)
    here, there, title = (text.get_window_extent() for text in see.texts(card.figure))
    assert title.y1 < here.y0 < here.y1 < axes.bbox.y0
    assert here.x0 + here.x1 == pytest.approx(axes.bbox.x0 + axes.bbox.x1)
    assert there.x1 < axes.bbox.x0
    assert len(axes.texts) == 3
