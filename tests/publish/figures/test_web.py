import pytest

from alliance_analytics.publish.figures.web import Web, runs


def test_the_first_spoke_points_up_and_the_next_to_the_right():
    web = Web(4, 100, 5)
    assert web.place(0, 5) == pytest.approx((0, -100))
    assert web.place(1, 5) == pytest.approx((100, 0))


def test_the_lowest_answer_is_not_the_centre():
    web = Web(8, 100, 5)
    assert web.reach(1) == pytest.approx(10)
    assert web.reach(3) == pytest.approx(55)
    assert web.reach(5) == pytest.approx(100)


def test_rings_are_round_when_there_are_too_few_corners():
    assert len(Web(2, 100, 5).ring(3)) == 60
    assert len(Web(5, 100, 5).ring(3)) == 5


def test_a_strip_lies_along_its_spoke():
    corners = Web(4, 100, 5).strip(0, 5)
    assert sorted({round(x) for x, _ in corners}) == [-5, 5]
    assert sorted({round(y) for _, y in corners}) == [-100, -10]


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ([], []),
        ([False, False], []),
        ([True], [[0, 0]]),
        ([True, True, True], [[0, 1, 2, 0]]),
        ([True, False, True, True], [[2, 3, 0]]),
        ([True, False, True, False], [[2], [0]]),
        ([False, True, True, False], [[1, 2]]),
    ],
)
def test_neighbours_hang_together_once_round(present, expected):
    assert runs(present) == expected


def test_the_midpoint_follows_the_scale():
    assert Web(8, 100, 7).middle == 4
