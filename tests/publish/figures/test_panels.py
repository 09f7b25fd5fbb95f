import pytest

from alliance_analytics.publish.figures.panels import grid
from alliance_analytics.publish.figures.setting import setting


def panels(labels, narrow, height=80.0):
    return grid(setting(labels, "en", narrow), top=20, height=height, after=30, beside=24)


@pytest.mark.parametrize(
    ("count", "narrow", "across"), [(1, False, 1), (4, False, 2), (4, True, 1), (8, True, 2)]
)
def test_how_many_stand_in_a_row(count, narrow, across):
    found = panels({str(place): "Title" for place in range(count)}, narrow).panels
    assert len({panel.left for panel in found}) == across


def test_panels_of_a_row_begin_together_however_long_their_titles(make):
    labels = {"1": "Short", "2": "A title that needs rather more than one line to say what it has to say"}
    short, long = panels(labels, narrow=False).panels
    assert short.top == long.top
    assert len(long.title) > len(short.title) == 1


def test_panels_have_one_size_and_stay_on_the_page(make):
    found = panels(make.pillars["nl"], narrow=True)
    assert len({round(panel.right - panel.left, 6) for panel in found.panels}) == 1
    assert max(panel.right for panel in found.panels) < 259
    assert found.bottom > max(panel.bottom for panel in found.panels)
