import numpy as np
import pandas as pd
import pytest

from alliance_analytics.intake.answer_notes import notes_on
from alliance_analytics.intake.bare_numbers import with_numbers
from alliance_analytics.intake.codes import UPWARDS
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.scored_column import read_column
from alliance_analytics.model.answer_scales import answer_scales

WORDS = vocabulary(answer_scales().scale("agreement_5"), answer_scales(), {})


def notes(*columns, usual=None):
    read = [
        read_column(
            f"S{n}",
            Column("", f"Question {n}"),
            np.array(cells, dtype=object),
            words=WORDS,
            declared={},
            file="x",
        )
        for n, cells in enumerate(columns)
    ]
    points = {one.item: 5 for one in read}
    return notes_on(with_numbers(read, 5, usual, "x"), pd.RangeIndex(2, 12), points, answer_scales())


def test_clean_answers_need_no_note():
    assert notes(["Agree", "Neutral", ""], ["Strongly agree", "Don't know", "Agree"]) == ()


def test_a_variant_is_read_as_the_usual_spelling_and_counted_over_the_file():
    [note] = notes(["Agree", "Agree", "agree "], ["agree ", "Agree", "Agree"])
    assert (note.reason, note.found, note.action) == (
        "label_variant",
        "'agree ' in 2 cells",
        "Read as 'Agree'.",
    )


def test_one_persons_misspelling_has_its_record():
    [note] = notes(["Agree", "Disagre", "Agree"])
    assert (note.reason, note.row, note.column, note.found) == (
        "misspelt",
        3,
        "Question 0",
        "'Disagre' in 1 cell",
    )
    assert "point 2" in note.action


def test_what_several_wrote_has_no_record():
    [note] = notes(["perhaps", "Agree", "perhaps"])
    assert (note.reason, note.row, note.found) == ("unreadable", None, "'perhaps' in 2 cells")


def test_somebodys_own_words_are_not_shown():
    [note] = notes(["I would rather tell you on the phone, Ann Example", "Agree"])
    assert note.found == "a text of 49 characters in 1 cell"


def test_numbers_that_were_assumed_are_named_once():
    [note] = notes(["1", "2", "5"], ["2", "3", "3"], usual=UPWARDS)
    assert note.reason == "numbers_read"
    assert note.found == "1 is point 1, 2 is point 2, 3 is point 3, 5 is point 5"


def test_numbers_that_contradict_their_wordings_are_noted_for_each_column():
    [note] = notes(["5 - Agree", "6 - Strongly agree", "8 - Neutral"])
    assert (note.reason, note.column) == ("number_contradicts_wording", "Question 0")
    assert note.found == "5 is point 4, 6 is point 5, 8 is point 3"


def test_numbers_that_belong_to_another_length_are_noted_beside_the_wording():
    [note] = notes(["2 - Agree", "3 - Strongly agree", "2 - Agree"])
    assert (note.reason, note.found) == ("number_contradicts_wording", "2 is point 4, 3 is point 5")


def test_numbers_that_count_down_are_noted_and_numbers_that_count_up_are_not():
    [note] = notes(["1 - Strongly agree", "2 - Agree"])
    assert (note.reason, note.found) == ("numbers_count_down", "1 is point 5, 2 is point 4")
    assert notes(["5 - Strongly agree", "4 - Agree"]) == ()
    assert notes(["4 - Strongly agree", "3 - Agree", "0 - Strongly disagree"]) == ()


def test_labels_of_two_languages_are_counted():
    [note] = notes(["Agree", "Mee eens"], ["Agree", "Neutral"])
    assert (note.reason, note.found) == ("label_language", "en in 2 cells, nl in 1 cell")


@pytest.mark.parametrize("cell", ["01-May", "Jun-25", "5 mei", "2024-05-01 00:00:00", "1/5/24", "45413"])
def test_what_a_spreadsheet_made_a_date_of_is_told_as_such(cell):
    [note] = notes([cell, "Agree", "Agree"])
    assert (note.reason, note.row) == ("turned_into_dates", 2)


def test_the_clean_spelling_is_the_usual_one():
    [note] = notes(["Agree\xa0", "Agree"])
    assert note.action == "Read as 'Agree'."
