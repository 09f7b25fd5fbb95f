import numpy as np
import pandas as pd
import pytest

from alliance_analytics.publish.figures.capacity import MOST, capacity, capacity_alt, prepare_capacity

LABELS = {"P": "Lead north", "Q": "Lead south", "S": "Contracts desk"}


@pytest.fixture
def load():
    return pd.DataFrame(
        [("P", 0.3, 0.8, "fits"), ("Q", 1.2, 1.9, "too_much"), ("S", 0.5, np.inf, "cannot_tell")],
        columns=["person", "load_low", "load_high", "verdict"],
    )


@pytest.mark.parametrize("narrow", [False, True])
def test_each_range_is_drawn_and_written(load, see, narrow):
    figure = capacity(load, labels=LABELS, narrow=narrow)
    found = see.words(figure)
    assert {"30\u201380%", "120\u2013190%", "50% and up", *LABELS.values()} <= set(found)
    (line,) = see.drawn(figure, "load P")
    assert list(line.get_xdata()) == [0.3, 0.8]


def test_what_has_no_end_stops_at_the_edge(load, see):
    (line,) = see.drawn(capacity(load, labels=LABELS), "load S")
    assert list(line.get_xdata()) == [0.5, MOST]


def test_verdicts_differ_in_marker_as_well_as_colour(load, see):
    figure = capacity(load, labels=LABELS)
    markers = {see.drawn(figure, f"end {person}")[0].get_marker() for person in LABELS}
    assert len(markers) == 3


def test_unknown_hours_are_said_and_not_drawn(load, see):
    unknown = load.assign(load_low=np.nan, load_high=np.nan, verdict="cannot_tell")
    figure = capacity(unknown, labels=LABELS, language="nl")
    assert not see.drawn(figure, "load P")
    assert "uren onbekend" in see.words(figure)


def test_rows_follow_the_labels(load):
    assert prepare_capacity(load, {"S": "x", "P": "y"}).index.tolist() == ["S", "P"]


def test_the_alternative_counts_verdicts_in_both_languages(load):
    assert capacity_alt(load, labels=LABELS).startswith(
        "Range chart of work as a share of time for 3 people: 1 fit"
    )
    assert len(capacity_alt(load, labels=LABELS, language="nl")) <= 250
