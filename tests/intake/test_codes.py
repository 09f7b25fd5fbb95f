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
    with pytest.raises(ExportError, match="Did you mean 'Strongly agree'"):
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
