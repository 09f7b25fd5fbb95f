import re
from xml.etree import ElementTree

import pytest

from alliance_analytics.publish.figures.leanness import FONTS, leaner

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9pt">'


def drawn(inside):
    return leaner(f"{HEAD}{inside}</svg>")


def only(inside, tag):
    return ElementTree.fromstring(drawn(inside)).find(f".//{{http://www.w3.org/2000/svg}}{tag}")


def test_the_font_is_said_once():
    label = '<text x="1" y="2" font-family="\'DejaVu Sans\'" font-size="10px">Trust</text>'
    lean = drawn(label * 3)
    assert lean.count("font-family") == 1
    assert f'font-family="{FONTS}"' in lean
    assert "px" not in lean


def test_a_turn_by_nothing_goes_and_another_stays():
    assert "rotate" not in drawn('<text transform="rotate(-0 28 15.4)" x="1" y="2">a</text>')
    assert "rotate(-90 28 15.4)" in drawn('<text transform="rotate(-90 28 15.4)" x="1" y="2">a</text>')


@pytest.mark.parametrize(("shift", "place"), [("3", ("3", None)), ("3 4.5", ("3", "4.5"))])
def test_the_shift_of_a_mark_is_its_place(shift, place):
    mark = only(f'<use transform="translate({shift})" xlink:href="#a"/>', "use")
    assert (mark.get("x"), mark.get("y")) == place
    assert mark.get("transform") is None


def test_a_label_carries_its_width_and_a_short_one_does_not():
    label = only('<text x="1.26" y="20" font-size="10px">mindset</text>', "text")
    assert float(label.get("textLength")) == pytest.approx(40.5, abs=0.1)
    assert label.get("x") == "1.3"
    assert only('<text x="1" y="2" font-size="10px">4.2</text>', "text").get("textLength") is None


def test_bold_letters_are_wider():
    width = [
        float(only(f'<text font-size="10px" {weight}>mindset</text>', "text").get("textLength"))
        for weight in ("", 'font-weight="700"')
    ]
    assert width[1] > width[0]


def test_outlines_that_nobody_sees_go():
    seen = '<path d="m0 0h9" fill="none" stroke="#000"/>'
    assert drawn(f'<path d="m1 1h9" fill="none"/>{seen}').count("<path") == 1
    assert drawn(f'<g stroke="#000">{seen}<path d="m1 1h9" fill="none"/></g>').count("<path") == 2


def test_letters_stay_as_they_are():
    assert re.search(r">a &lt; b &amp; é</text>", drawn("<text>a &lt; b &amp; é</text>"))
