"""A picture is a drawing for a desk, one for a phone, and a sentence."""

import pytest
from matplotlib import pyplot

from alliance_analytics.errors import DisclosureError
from alliance_analytics.publish.figures.estimates import estimates as draw_estimates
from alliance_analytics.review.pictures import picture


@pytest.fixture(scope="module")
def drawn(study):
    settings = {"labels": study.labels.dimensions, "language": "en"}
    return picture(draw_estimates, "Dots.", study.estimates("dimension"), **settings)


def test_both_widths_are_drawn_as_svg(drawn):
    assert drawn["svg"].startswith("<svg")
    assert drawn["svg_narrow"].startswith("<svg")
    assert drawn["svg"] != drawn["svg_narrow"]


def test_the_sentence_goes_along(drawn):
    assert drawn["alt"] == "Dots."


def test_no_figure_stays_open(drawn):
    assert pyplot.get_fignums() == []


def test_what_was_never_released_is_not_drawn(study):
    raw = study.history.now.estimates
    raw = raw[(raw["scale"] == "dimension") & raw["partner"].notna()]
    with pytest.raises(DisclosureError):
        picture(draw_estimates, "Dots.", raw, labels=study.labels.dimensions)
