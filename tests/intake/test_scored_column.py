import numpy as np
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.labels import vocabulary
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.scored_column import read_column
from alliance_analytics.model.answer_scales import answer_scales

WORDS = vocabulary(answer_scales().scale("agreement_5"), answer_scales(), {})


def column(*cells, declared=None, **fields):
    made = Column("q1", "A question", **fields)
    return read_column(
        "S1", made, np.array(cells, dtype=object), words=WORDS, declared=declared or {}, file="x.csv"
    )


def meanings(one):
    return [one.readings[place].meaning for place in one.of_cell]


def test_each_text_is_read_once_and_every_cell_follows():
    one = column("Agree", "Neutral", "Agree", "")
    assert one.texts == ("Agree", "Neutral", "")
    assert one.counts.tolist() == [2, 1, 1]
    assert meanings(one) == [4, 3, 4, "blank"]
    assert one.wordings == {"agree": 4, "neutral": 3}


def test_a_declared_code_goes_before_the_wording():
    one = column("1", "Agree", declared={"1": 5, "agree": 2})
    assert meanings(one) == [5, 2]
    assert one.wordings == {}
    assert one.anchors == [(1, 5)]


def test_the_labels_of_the_file_tell_what_its_codes_mean():
    one = column(
        "1", "5", "9", labels={"1": "Strongly agree", "5": "Strongly disagree"}, missing=frozenset("9")
    )
    assert meanings(one) == [5, 1, "blank"]


def test_only_codes_that_the_column_holds_speak_of_its_numbers():
    assert column("Agree", declared={"1": 1, "7": 5}).anchors_met == []
    assert column("7", declared={"1": 1, "7": 5}).anchors_met == [(1, 1), (7, 5)]
    assert column("Agree (4)", declared={"1": 1, "7": 5}).anchors_met == [(4, 4)]


def test_a_column_of_essays_is_refused():
    with pytest.raises(ExportError, match="no answers on a scale"):
        column(*(f"My answer is number {n}." for n in range(101)))
    assert column(*(" " * n + "Agree" for n in range(101))).counts.sum() == 101


def test_a_text_is_shown_by_its_label_where_it_has_one():
    assert column("6", labels={"6": "It depends"}).label(0) == "It depends"
