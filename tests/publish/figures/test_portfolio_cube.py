"""The cube counts each corner where it belongs, says what it asks for, and fits on both sheets."""

from itertools import product

import pandas as pd
import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.figures.portfolio_cube import (
    COLUMNS,
    CubeWords,
    portfolio_cube,
    portfolio_cube_alt,
    prepare_cube,
)

WORDS = CubeWords(
    {"criticality": "Criticality", "cross_functionality": "Inside", "partner_interconnectivity": "Outside"},
    {"low": "low", "high": "high"},
    ("Basic services", "Higher services"),
)


@pytest.fixture
def corners():
    rows = [
        (*sides, place, f"Team {place}", sides[0] == "high")
        for place, sides in enumerate(product(("low", "high"), repeat=3))
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


@pytest.mark.parametrize("narrow", [False, True])
def test_each_corner_shows_its_count_and_its_resourcing(corners, narrow):
    figure = portfolio_cube(corners, labels=WORDS, narrow=narrow)
    written = [text.get_text() for axes in figure.axes for text in axes.texts]
    for place in range(8):
        assert str(place) in written
        assert f"Team {place}" in written


def test_higher_services_have_a_colour_of_their_own(corners):
    figure = portfolio_cube(corners, labels=WORDS)
    fills = {patch.get_label(): patch.get_facecolor() for axes in figure.axes[1:] for patch in axes.patches}
    assert len(set(fills.values())) == 2
    assert fills["high low low"] == fills["high high high"] != fills["low low low"]


def test_what_is_critical_stands_first(corners):
    first = portfolio_cube(corners, labels=WORDS).axes[1]
    assert all(patch.get_label().startswith("high") for patch in first.patches)


def test_a_corner_left_out_is_refused(corners):
    with pytest.raises(PageError, match="each of its corners once"):
        prepare_cube(corners.iloc[1:])


def test_the_sentence_names_the_fullest_corner(corners):
    alt = portfolio_cube_alt(corners, labels=WORDS, sentence="Most, {most}, in {corner}.", nothing="None.")
    assert alt == "Most, 7, in criticality high, inside high, outside high."
    empty = corners.assign(count=0)
    assert portfolio_cube_alt(empty, labels=WORDS, sentence="{most}{corner}", nothing="None.") == "None."
