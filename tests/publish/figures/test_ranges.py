"""Numbers with intervals that are no answers on the scale."""

import pandas as pd
import pytest

from alliance_analytics.errors import DisclosureError
from alliance_analytics.publish.figures.ranges import Measure, prepare_ranges, ranges, ranges_alt

LABELS = {"a": "First", "b": "Second", "c": "Third"}
MEASURE = Measure("change in points", "stayed", 0.0, (-0.2, 0.2), beside="everybody", sign=True)
FRAME = pd.DataFrame(
    {
        "name": ["a", "b", "c"],
        "value": [0.5, -0.25, 9.0],
        "low": [0.3, -0.5, 8.0],
        "high": [0.7, 0.0, 10.0],
        "beside": [0.4, -0.2, 9.0],
        "shown": [True, True, False],
        "reason": ["", "", "too_few"],
    }
)


def drawn(figure, prefix):
    """What is drawn under labels that begin so, by label."""
    lines = [line for axes in figure.axes for line in axes.get_lines()]
    return {
        str(line.get_label()): list(line.get_xdata())
        for line in lines
        if str(line.get_label()).startswith(prefix)
    }


def test_values_intervals_and_open_dots_stand_where_the_numbers_are():
    figure = ranges(FRAME, labels=LABELS, measure=MEASURE)
    assert drawn(figure, "value") == {"value a": [0.5], "value b": [-0.25]}
    assert drawn(figure, "interval") == {"interval a": [0.3, 0.7], "interval b": [-0.5, 0.0]}
    assert drawn(figure, "beside") == {"beside a": [0.4], "beside b": [-0.2]}


def test_what_is_hidden_is_not_drawn_and_does_not_stretch_the_axis():
    figure = ranges(FRAME, labels=LABELS, measure=MEASURE)
    chart = figure.axes[1]
    assert chart.get_xlim()[1] < 1
    assert any(patch.get_label() == "hidden c" for patch in chart.patches)


def test_ticks_say_what_they_are():
    figure = ranges(FRAME, labels=LABELS, measure=MEASURE, language="nl", narrow=True)
    ticks = [(text.xy[0], text.get_text()) for text in figure.axes[1].texts if text.get_text()[-1].isdigit()]
    assert ticks == [(-0.5, "−0,5"), (0, "0,0"), (0.5, "+0,5")]


def test_words_for_those_who_hear_it():
    said = ranges_alt(FRAME, labels=LABELS, measure=MEASURE)
    assert said.startswith(
        "Dot plot with intervals, change in points: highest First 0.50, lowest Second −0.25."
    )
    assert "1 hidden" in said


def test_a_frame_without_a_second_number_has_none():
    assert prepare_ranges(FRAME.drop(columns="beside"), LABELS)["beside"].isna().all()


def test_what_was_never_released_is_refused():
    with pytest.raises(DisclosureError):
        ranges(FRAME.drop(columns="shown"), labels=LABELS, measure=MEASURE)
