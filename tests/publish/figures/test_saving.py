import re
import xml.etree.ElementTree as ElementTree
from functools import cache

import matplotlib
import pytest
from matplotlib import pyplot

from alliance_analytics.publish.figures.answers import answers
from alliance_analytics.publish.figures.estimates import estimates
from alliance_analytics.publish.figures.gaps import gaps
from alliance_analytics.publish.figures.response import response
from alliance_analytics.publish.figures.saving import to_svg
from alliance_analytics.publish.figures.spider import spider
from alliance_analytics.publish.figures.stages import stages
from alliance_analytics.publish.figures.themes import themes
from alliance_analytics.publish.figures.trends import trends

matplotlib.use("agg")
LARGEST = 24 * 1024
"""The most bytes that a figure on a shared page takes."""
FIGURES = ["answers", "estimates", "gaps", "response", "spider", "stages", "themes", "trends"]


@pytest.fixture(scope="module")
def draw(make):
    """Draw one figure by its name, in its fullest and in its poorest form."""

    def drawn(name, language="en", full=True, **settings):
        pillars, partners = make.pillars[language], make.partners
        four, hidden = {key: pillars[key] for key in "1234"}, "" if full else "12345678"
        now, said = make.estimates(hidden=hidden or "4", empty="7"), {"language": language, **settings}
        waves = 12 if full else 1
        calls = {
            "answers": lambda: answers(
                make.answers("q4" if full else "q1q2q3q4"), labels=make.statements, ends=make.ends, **said
            ),
            "estimates": lambda: estimates(
                now.assign(bound_low=1.0, bound_high=5.0),
                make.estimates("2024") if full else None,
                labels=pillars,
                **said,
            ),
            "gaps": lambda: gaps(
                make.groups(partners, hidden="c" if full else "abcdefgh"),
                by="partner",
                groups=partners,
                labels=four,
                **said,
            ),
            "response": lambda: response(
                make.response(hidden="c" if full else "abcd"),
                by="partner",
                labels={"all": "Everybody", **partners},
                **said,
            ),
            "spider": lambda: spider(
                now, make.estimates("2024") if full else None, labels=pillars, sectors=make.sectors, **said
            ),
            "stages": lambda: stages(
                make.stages(waves, unplaced=[0, 4] if full else [0]), labels=make.stages_named, **said
            ),
            "themes": lambda: themes(make.themes(waves), labels=make.themes_named, **said),
            "trends": lambda: trends(
                make.waves(waves, hidden="2", names="12345678"),
                labels=pillars,
                breaks={"2018": "new questionnaire"},
                **said,
            ),
        }
        return calls[name]()

    return drawn


@pytest.fixture(scope="module")
def svg(draw):
    """Save one figure by its name, once."""
    return cache(lambda name: to_svg(draw(name)))


@pytest.mark.parametrize(("language", "full"), [("nl", True), ("en", False)])
@pytest.mark.parametrize(("narrow", "smallest"), [(False, 10), (True, 8)])
@pytest.mark.parametrize("name", FIGURES)
def test_text_is_large_enough_apart_and_on_the_card(draw, see, name, narrow, smallest, language, full):
    figure = draw(name, language, full, narrow=narrow)
    assert not see.collisions(figure)
    assert not see.outside(figure)
    assert min(text.get_size() for text in see.texts(figure)) >= smallest


@pytest.mark.parametrize("name", FIGURES)
def test_the_same_figure_is_the_same_bytes_and_small(draw, svg, name):
    assert svg(name) == to_svg(draw(name))
    assert len(svg(name).encode()) <= LARGEST


@pytest.mark.parametrize("name", FIGURES)
def test_svg_says_nothing_about_its_making(svg, name):
    said = r"<metadata|<!--|<title|<desc|Matplotlib|\d{4}-\d\d-\d\d|<image|<script"
    assert not re.search(said, svg(name))
    addresses = set(re.findall(r"https?://[^\"\s]+", svg(name)))
    assert addresses == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


@pytest.mark.parametrize("name", FIGURES)
def test_every_reference_in_the_svg_has_its_target(svg, name):
    ElementTree.fromstring(svg(name))
    targets = set(re.findall(r'\bid="([^"]+)"', svg(name)))
    used = re.findall(r'href="#([^"]+)"', svg(name)) + re.findall(r"url\(#([^)]+)\)", svg(name))
    assert set(used) <= targets


def test_the_card_is_white(svg):
    assert re.search(r'<path d="m0 [^"]*" fill="#fff"', svg("spider"))


def test_drawing_leaves_no_open_figure_and_no_settings(draw):
    before = dict(matplotlib.rcParams)
    to_svg(draw("trends"))
    assert not pyplot.get_fignums()
    assert dict(matplotlib.rcParams) == before
