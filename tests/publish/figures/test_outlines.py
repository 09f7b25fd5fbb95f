import numpy as np
import pytest
from matplotlib.path import Path

from alliance_analytics.publish.figures.outlines import outline, rounded, short


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ([(1, 2), (4, 2)], "m1 2h3"),
        ([(1, 2), (1, 0.5)], "m1 2v-1.5"),
        ([(0, 0), (0.25, 1), (-1, -1.004)], "m0 0l.25 1-1.25-2"),
    ],
)
def test_lines_are_steps_without_a_letter_too_many(places, text):
    assert outline(Path(places)) == text


def test_a_closed_path_goes_on_from_where_it_began():
    box = [(1, 1), (3, 1), (3, 3), (1, 1), (9, 9)]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY, Path.MOVETO]
    assert outline(Path(box, codes)) == "m1 1h2v2zm8 8"


def test_curves_keep_all_their_points():
    cubic = Path([(0, 0), (1, 0), (2, 1), (3, 3)], [Path.MOVETO, *[Path.CURVE4] * 3])
    square = Path([(0, 0), (1, 0), (2, 1)], [Path.MOVETO, *[Path.CURVE3] * 2])
    assert outline(cubic) == "m0 0c1 0 2 1 3 3"
    assert outline(square) == "m0 0q1 0 2 1"


def test_rounding_does_not_add_up():
    steps = [(place * 0.104, place * 0.104) for place in range(101)]
    *_, last = outline(Path(steps)).split("l")
    numbers = [float(number) for number in last.split()]
    assert sum(numbers[::2]) == pytest.approx(10.4, abs=0.005)


def test_a_missing_place_is_a_gap():
    assert outline(Path([(0, 0), (1, 0), (np.nan, 1), (3, 0), (4, 0)])) == "m0 0h1m2 0h1"
    assert outline(Path([(np.nan, np.nan), (np.nan, 1)])) == ""


def test_numbers_say_no_more_than_they_must():
    assert [short(number) for number in (12.304, 0.5, -0.001, 100)] == ["12.3", ".5", "0", "100"]
    assert rounded(3.26) == "3.3"
