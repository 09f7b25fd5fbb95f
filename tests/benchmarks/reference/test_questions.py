"""Arguments choose rows and answers, and none of them is passed over in silence."""

import pandas as pd
import pytest

from benchmarks.reference.entries import Entry, Tolerance
from benchmarks.reference.questions import NotUnderstoodError, Question


@pytest.fixture
def ask(tmp_path):
    """A function from arguments to a question about three small tables."""
    table = pd.DataFrame(
        {
            "wave": [1, 1, 2],
            "partner": ["North", "South", "North"],
            "size": [1.0, None, 3.0],
            "a": [1.0, 2.0, None],
            "b": [5.0, 4.0, 3.0],
        }
    )
    table.to_csv(tmp_path / "data.csv", index=False)
    pd.DataFrame({"item": ["a", "b"], "pillar": ["P1", "P1"]}).to_csv(tmp_path / "items.csv", index=False)
    tolerance = Tolerance(1e-9)
    return lambda **arguments: Question(Entry("x", "data.csv", "s", arguments, {}, tolerance), tmp_path)


@pytest.mark.parametrize(
    ("rows", "left"),
    [("wave == 2", 1), ("partner in (North, South)", 3), ("size == 3", 1), ("partner == 'South'", 1)],
)
def test_rows_are_chosen(ask, rows, left):
    assert len(ask(rows=rows).rows()) == left


def test_a_wave_is_chosen(ask):
    assert len(ask(wave=1).rows()) == 2


def test_an_unknown_filter_is_told(ask):
    with pytest.raises(NotUnderstoodError, match="rows"):
        ask(rows="wave > 1").rows()


def test_reversed_items_are_mirrored_and_others_may_be_listed(ask):
    answers = ask(items=["a", "b"], reverse=["b", "z"], scale_min=1, scale_max=5).answers()
    assert answers["b"].tolist() == [1, 2, 3]
    assert answers["a"].tolist()[:2] == [1, 2]


def test_a_pillar_names_its_items(ask):
    assert ask(pillar="P1", items_file="items.csv").items() == ["a", "b"]


def test_a_score_needs_so_many_items(ask):
    some = ask(items=["a", "b"], score_min_valid=1).score()
    every = ask(items=["a", "b"], score="mean of items").score()
    assert some.tolist() == [3, 3, 3]
    assert every.isna().tolist() == [False, False, True]


def test_groups_are_written_as_in_the_reference(ask):
    assert ask(group=["size"]).groups().tolist()[::2] == ["1", "3"]
    assert ask(group=["partner", "wave"]).groups().tolist() == ["North|1", "South|1", "North|2"]
    assert ask(group=[]).groups().unique().tolist() == ["all"]


def test_an_argument_that_nobody_read_is_told(ask):
    question = ask(items=["a"], shrinkage=0.1)
    question.answers()
    with pytest.raises(NotUnderstoodError, match="shrinkage"):
        question.check_all_read()


def test_a_value_that_nobody_knows_is_told(ask):
    with pytest.raises(NotUnderstoodError, match="harmonic"):
        ask(k_rule="harmonic").one_of("k_rule", ("mean", "n0"))


def test_an_argument_given_twice_counts_once(ask):
    question = ask(**{"scale_max": 5, "scale_max.1": 5})
    question.take("scale_max")
    question.check_all_read()


def test_an_argument_given_twice_with_two_values_is_told(ask):
    question = ask(**{"scale_max": 5, "scale_max.1": 6})
    question.take("scale_max")
    with pytest.raises(NotUnderstoodError):
        question.check_all_read()
