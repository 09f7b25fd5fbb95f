from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.figure import Figure

from alliance_analytics.publish.figures.setting import setting
from alliance_analytics.publish.figures.waves import (
    hide_waves,
    mark_breaks,
    ordered,
    span,
    stretches,
    wave_axis,
    wave_width,
)


@pytest.fixture
def axes():
    return Figure(figsize=(3, 2)).add_subplot()


def test_waves_are_sorted_unless_given():
    frame = pd.DataFrame({"wave": ["2025", "2023", "2025"]})
    assert ordered(frame, None) == ("2023", "2025")
    assert ordered(frame, ["2025", "2024"]) == ("2025", "2024")
    assert ordered(frame[:0], None) == ("",)


@pytest.mark.parametrize(
    ("present", "breaks", "expected"),
    [
        ([], (), []),
        ([True, True], (), [range(2)]),
        ([True, False, True], (), [range(1), range(2, 3)]),
        ([True, True, True], (1,), [range(1), range(1, 3)]),
        ([True, True], (0,), [range(2)]),
    ],
)
def test_lines_join_neighbours_only(present, breaks, expected):
    assert stretches(present, breaks) == expected


@pytest.mark.parametrize("count", [1, 6, 12, 30])
def test_the_last_wave_is_named_and_names_have_room(axes, count):
    waves = [f"20{place:02}" for place in range(count)]
    wave_axis(axes, waves, 10)
    places = [text.xy[0] for text in axes.texts]
    assert [text.get_text() for text in axes.texts] == [waves[place] for place in places]
    assert places[0] == count - 1
    assert len({one - other for one, other in pairwise(places)}) <= 1


def test_hidden_waves_are_hatched_and_empty_ones_are_not(axes):
    wave_axis(axes, ["a", "b", "c"], 10)
    hide_waves(axes, ["shown", "hidden", "empty"], "wave")
    (patch,) = axes.patches
    assert patch.get_hatch()
    assert patch.get_x() + patch.get_width() / 2 == pytest.approx(1)


def test_a_single_wave_is_not_a_slab(axes):
    wave_axis(axes, ["2025"], 10)
    assert wave_width(axes) < 0.3


def test_a_break_stands_before_its_wave(axes):
    mark_breaks(axes, [2])
    assert axes.lines[0].get_xdata() == pytest.approx([1.5, 1.5])


def test_a_span_of_one_wave_is_that_wave():
    spoken = setting({"1": "One"}, "en", narrow=False)
    assert span(("2023", "2025"), spoken) == "from 2023 to 2025"
    assert span(("2025",), spoken) == "in 2025"
