from itertools import pairwise

import pytest

from alliance_analytics.errors import ExportError, ModelError
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.rescaling import on_points, reading_scales, rescaled_notes
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.spelling import plain

TWO = (Column("q1", "One"), Column("q2", "Two"), Column("q3", "Three"))


def scales(export, **rescale):
    wished = {name.replace("everywhere", "*"): wish for name, wish in rescale.items()}
    places, items = {"S1": 0, "S2": 1, "C1": 2}, ["S1", "S2", "S3"]
    return reading_scales(wished, export, places, items, scales=answer_scales(), scale_id="agreement_5")


@pytest.fixture
def export(make_export):
    return make_export(TWO, [["Agree", "Somewhat agree", "text"]])


@pytest.mark.parametrize("points", [2, 4, 6, 7, 10, 11])
def test_ends_meet_ends_and_steps_are_even(points):
    laid = [on_points(point, points, 5) for point in range(1, points + 1)]
    steps = {round(after - before, 9) for before, after in pairwise(laid)}
    assert (laid[0], laid[-1], len(steps)) == (1.0, 5.0, 1)


def test_without_a_word_every_column_is_read_on_the_instruments_scale(export):
    found = scales(export)
    assert {item: (one.scale.id, one.by_settings) for item, one in found.items()} == {
        "S1": ("agreement_5", False),
        "S2": ("agreement_5", False),
    }


def test_what_names_a_column_goes_before_what_names_all(export):
    found = scales(export, everywhere=4, Two=7)
    assert (found["S1"].scale.id, found["S2"].scale.id) == ("agreement_4", "agreement_7")


def test_the_labels_choose_between_scales_of_one_length(make_export):
    graded = make_export(TWO, [["Completely agree", "Strongly agree", ""]])
    assert scales(graded, everywhere=7)["S1"].scale.id == "agreement_7_graded"


def test_labels_that_two_scales_read_differently_are_refused(make_export):
    with pytest.raises(ExportError, match="agreement_7, agreement_7_graded"):
        scales(make_export(TWO, [["Strongly agree", "Agree", ""]]), everywhere=7)
    named = scales(make_export(TWO, [["Strongly agree", "Agree", ""]]), everywhere="agreement_7_graded")
    assert named["S1"].scale.meanings["strongly agree"] == 6


def test_a_scale_that_is_known_by_its_length_alone_has_words_for_its_ends_and_its_middle(export):
    words = scales(export, everywhere=11)["S1"].scale.meanings
    assert [words[plain(label)] for label in ("Helemaal mee oneens", "Neutral", "Strongly agree")] == [
        1,
        6,
        11,
    ]
    assert "agree" not in words
    assert "neutral" not in scales(export, everywhere=10)["S1"].scale.meanings


def test_an_item_that_the_file_lacks_may_be_named(export):
    assert set(scales(export, S3=7)) == {"S1", "S2"}


@pytest.mark.parametrize(
    ("name", "said"), [("S11", "not in the file"), ("q3", "answers no statement"), ("q9", "q1, q2, q3")]
)
def test_a_name_that_answers_nothing_is_refused(name, said, export):
    with pytest.raises(ExportError, match=said):
        scales(export, **{name: 7})


def test_an_unknown_scale_is_refused_with_the_nearest(export):
    with pytest.raises(ModelError, match="agreement_7"):
        scales(export, everywhere="agrement_7")


def test_each_length_has_one_note():
    first, second = rescaled_notes({"S1": 7, "S2": 4, "S3": 7}, 5)
    assert (first.found, second.found) == ("7 points: S1, S3", "4 points: S2")
    assert "1 to 5" in first.action
