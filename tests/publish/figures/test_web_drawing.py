import pytest
from matplotlib.figure import Figure

from alliance_analytics.publish.figures.spider import prepare_spider
from alliance_analytics.publish.figures.style import CARD
from alliance_analytics.publish.figures.web import Web
from alliance_analytics.publish.figures.web_drawing import draw_band, draw_sectors, draw_spider, draw_web


@pytest.fixture
def axes():
    return Figure().add_subplot()


def labelled(axes, label):
    return [artist for artist in axes.get_children() if artist.get_label() == label]


def test_every_answer_is_a_ring_and_the_midpoint_a_heavier_one(axes):
    draw_web(axes, Web(8, 100, 5))
    assert all(labelled(axes, f"ring {value}") for value in range(1, 6))
    rings = [labelled(axes, f"ring {value}")[0].get_linewidth() for value in range(1, 6)]
    assert labelled(axes, "midpoint")[0].get_linewidth() > max(rings)


def test_the_wave_before_and_the_midpoint_differ_without_colour(axes, make):
    table = prepare_spider(make.estimates(), make.estimates(wave="2024"), make.pillars["en"])
    draw_spider(axes, table, Web(8, 100, 5), 10)
    (before,), (middle,) = labelled(axes, "before"), labelled(axes, "midpoint")
    assert before.get_linestyle() == "--" != middle.get_linestyle()
    assert before.get_marker() == "o"
    assert before.get_markerfacecolor() == CARD


def test_an_interval_lies_on_its_spoke(axes, make):
    table, web = prepare_spider(make.estimates(), None, make.pillars["en"]), Web(8, 100, 5)
    draw_band(axes, table, web)
    (stroke,) = labelled(axes, "interval 1")
    assert stroke.get_xdata() == pytest.approx([0, 0], abs=1e-9)
    assert stroke.get_ydata() == pytest.approx([-web.reach(3.4), -web.reach(4.0)])


def test_a_lone_value_has_a_stroke_but_no_band(axes, make):
    table = prepare_spider(make.estimates(hidden="2345678"), None, make.pillars["en"])
    draw_band(axes, table, Web(8, 100, 5))
    assert labelled(axes, "interval 1")
    assert not labelled(axes, "band")


def test_sectors_are_marked_on_the_rim_only_where_they_are_named(axes, make):
    sectors = {"1": "cultural", "2": "cultural"}
    draw_sectors(axes, prepare_spider(make.estimates(), None, make.pillars["en"], sectors), Web(8, 100, 5))
    assert len(labelled(axes, "sector cultural")) == 2
    assert len(axes.patches) == 2


def test_the_answers_are_written_beside_the_rings(axes, make):
    table = prepare_spider(make.estimates(), None, make.pillars["en"])
    draw_spider(axes, table, Web(8, 100, 5), 10)
    assert [text.get_text() for text in axes.texts] == ["1", "2", "3", "4", "5"]
