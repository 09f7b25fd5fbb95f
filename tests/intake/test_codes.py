import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import codes
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import answer_scales

SCALE = answer_scales().scale("agreement_5")
WORDS = vocabulary(SCALE, answer_scales(), {})


def declared(**given_codes):
    return codes.declared_meanings(given_codes, WORDS, SCALE, "x.csv")


def of_file(labels, missing=()):
    column = Column("q1", "A question", labels=labels, missing=frozenset(missing))
    return codes.column_meanings(column, WORDS, "x.sav")


@given(st.integers(-10, 10), st.sampled_from([1, -1]), st.sets(st.integers(1, 5), min_size=2))
def test_a_line_is_found_from_any_two_of_its_anchors(start, step, numbers):
    line = codes.Line(start, step)
    anchors = [(number, start + step * number) for number in numbers]
    assert codes.line_through(anchors) == line
    assert not codes.contradict(anchors)


@pytest.mark.parametrize("anchors", [[], [(1, 1)], [(1, 1), (5, 4)], [(1, 5), (2, 3), (5, 1)]])
def test_numbers_that_do_not_follow_the_points_give_no_line(anchors):
    assert codes.line_through(anchors) is None


@pytest.mark.parametrize(
    ("anchors", "contradicts"),
    [
        ([(1, 1), (5, 5)], False),
        ([(10, 1), (30, 5)], False),
        ([(5, 4), (6, 5), (8, 3)], True),
        ([(4, 4), (4, 2)], True),
        ([(4, 4), (5, 4)], True),
    ],
)
def test_numbers_contradict_wordings_when_their_order_is_lost(anchors, contradicts):
    assert codes.contradict(anchors) is contradicts


def test_a_number_off_the_scale_has_no_point():
    assert [codes.Line(6, -1).point(number, 5) for number in (0, 1, 5, 6)] == [None, 5, 1, None]


def test_declared_codes_may_be_numbers_or_words():
    found = declared(**{"1": "Strongly agree", "6": "Don't know", "A2": "mee oneens"})
    assert found == {"1": 5, "6": "dont_know", "a2": 2}


def test_an_unknown_label_names_the_nearest():
    with pytest.raises(ExportError, match="Did you mean 'strongly agree'"):
        declared(**{"1": "Strongly agreed"})


def test_two_codes_for_one_point_are_a_contradiction():
    with pytest.raises(ExportError, match=r"codes \[1, 2\] all stand for point 4"):
        declared(**{"1": "Agree", "2": "Mee eens"})
    with pytest.raises(ExportError, match="contradicts itself"):
        of_file({"1": "Agree", "2": "agree"})


def test_the_labels_of_a_file_are_read_and_what_it_declares_missing_is_missing():
    found = of_file(
        {"1": "Strongly agree", "8": "Don't know", "9": "Refused", "7": "Skip, no partner"},
        missing=["7", "9", "5"],
    )
    assert found == {"1": 5, "8": "dont_know", "9": "blank", "7": "blank", "5": "blank"}


def test_an_unknown_label_of_a_file_is_left_to_the_cells():
    assert of_file({"6": "It depends"}) == {}


def test_settings_and_file_must_agree():
    column = Column("q1", "")
    assert codes.merged({"1": 5}, {"1": 5, "2": 4}, column, "x.sav") == {"1": 5, "2": 4}
    with pytest.raises(ExportError, match="code 1 is 5 in the file and 1 in the settings"):
        codes.merged({"1": 1}, {"1": 5}, column, "x.sav")


def test_only_numbers_that_stand_for_points_are_anchors():
    assert codes.anchors_of({"1": 5, "8": "dont_know", "a1": 3}) == [(1, 5)]


def test_contradicting_anchors_are_refused_with_their_pairs():
    codes.refuse_contradiction([(1, 1), (5, 5)], Column("q1", ""), "x.csv")
    with pytest.raises(ExportError, match="2 beside point 4, 4 beside point 4"):
        codes.refuse_contradiction([(4, 4), (2, 4)], Column("q1", ""), "x.csv")


@pytest.mark.parametrize(
    ("anchors", "points", "implied"),
    [
        ([(1, 1), (7, 5)], 5, 7),
        ([(7, 1), (1, 5)], 5, 7),
        ([(-3, 1), (3, 5)], 5, 7),
        ([(1, 1), (4, 5)], 5, 4),
        ([(0, 1), (10, 5)], 5, 11),
        ([(n, p) for n, p in enumerate([1, 2, 2, 3, 4, 4, 5], start=1)], 5, 7),
        ([(6, 4), (7, 5)], 5, 7),
        ([(1, 1), (5, 5)], 5, None),
        ([(10, 1), (14, 5)], 5, None),
        ([(13, 4)], 5, None),
        ([(n, n) for n in range(1, 6)], 5, None),
        ([(5, 4), (6, 5), (8, 3)], 5, None),
        ([], 5, None),
    ],
)
def test_numbers_beside_labels_speak_of_a_number_of_points(anchors, points, implied):
    assert codes.implied_points(anchors, points) == implied


@given(st.integers(-5, 5), st.sampled_from([1, -1]), st.integers(2, 11))
def test_a_line_through_one_anchor_is_the_only_one_that_holds_the_numbers(start, step, points):
    line = codes.Line(start, step)
    numbers = [number for number in range(-30, 30) if line.point(number, points)]
    end = numbers[0]
    assert codes.line_for([(end, line.point(end, points))], numbers, points) == line


def test_eleven_points_usually_count_from_zero():
    assert codes.usual_line(11, [0, 5, 10]) == codes.FROM_ZERO
    assert codes.usual_line(11, [1, 11]) == codes.UPWARDS
    assert codes.usual_line(10, [1]) == codes.UPWARDS


def test_labels_that_count_otherwise_than_a_line_are_refused():
    codes.refuse_off_line([(2, 2)], codes.UPWARDS, Column("q1", ""), "x.csv")
    with pytest.raises(ExportError, match="2 beside point 3, where 1 would be point 1"):
        codes.refuse_off_line([(2, 3)], codes.UPWARDS, Column("q1", ""), "x.csv")
