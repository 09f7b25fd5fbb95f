import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.figures.answers import answers, answers_alt, prepare_answers

SHARES = [0.05, 0.1, 0.2, 0.4, 0.25]


def test_classes_run_from_the_bad_end_to_the_good_end(make):
    table = prepare_answers(make.answers(), make.statements)
    classes = [f"class_{place}" for place in range(1, 6)]
    assert list(table.loc["q1", classes]) == pytest.approx(SHARES)
    assert list(table.loc["q2", classes]) == pytest.approx(SHARES[::-1])
    assert table["turned"].to_dict() == {"q1": False, "q2": True, "q3": False, "q4": False}


def test_neutral_answers_straddle_the_middle(make):
    table = prepare_answers(make.answers(), make.statements)
    assert table.loc["q1", "start"] == pytest.approx(-(0.05 + 0.1 + 0.2 / 2))
    assert table.loc["q2", "start"] == pytest.approx(-(0.25 + 0.4 + 0.2 / 2))


def test_a_scale_without_a_middle_is_split_in_two():
    frame = pd.DataFrame(
        {
            "item": ["q1"],
            "direction": ["positive"],
            "n": [10.0],
            "share_1": [0.1],
            "share_2": [0.2],
            "share_3": [0.3],
            "share_4": [0.4],
            "dont_know": [0.0],
            "not_answered": [0.0],
            "shown": [True],
            "reason": [""],
        }
    )
    assert prepare_answers(frame, {"q1": "A statement"}).loc["q1", "start"] == pytest.approx(-0.3)


def test_ten_answers_keep_their_order():
    shares = {f"share_{place}": [0.1] for place in range(10, 0, -1)}
    frame = pd.DataFrame(
        {
            "item": ["q1"],
            "direction": ["positive"],
            "n": [10.0],
            **shares,
            "dont_know": [0.0],
            "not_answered": [0.0],
            "shown": [True],
            "reason": [""],
        }
    )
    found = [name for name in prepare_answers(frame, {"q1": "A"}) if str(name).startswith("class_")]
    assert found == [f"class_{place}" for place in range(1, 11)]


def test_statements_are_shown_as_asked_and_turned_ones_are_marked(make, see):
    found = see.words(answers(make.answers(), labels=make.statements))
    assert any(word.startswith("⇄ In my own organisation") for word in found)
    assert "Agreements are kept" in found
    assert "asked in reverse: bar turned" in found


def test_the_ends_are_written_where_they_change(make, see):
    found = see.words(answers(make.answers(), labels=make.statements, ends=make.ends))
    assert found.count("← resistance") == 1
    assert {"will →", "← solo", "together →"} <= set(found)


def test_who_did_not_answer_stands_apart_with_a_count(make, see):
    figure = answers(make.answers(), labels=make.statements)
    apart = [bar for item in make.statements for bar in see.drawn(figure, f"dont_know {item}")]
    assert [bar.get_width() for bar in apart] == [2.0] * 4


def test_a_hidden_row_is_hatched_and_has_no_numbers(make, see):
    figure = answers(make.answers(hidden="q3"), labels=make.statements)
    assert see.drawn(figure, "hidden q3")[0].get_hatch()
    assert see.words(figure).count("20") == 3


def test_a_hidden_count_beside_a_shown_row_is_hatched(make, see):
    frame = make.answers()
    frame.loc[0, "dont_know"] = np.nan
    assert see.drawn(answers(frame, labels=make.statements), "dont_know q1")[0].get_hatch()


def test_other_answer_words_can_be_given(make, see):
    found = see.words(answers(make.answers(), labels=make.statements, scale=("never", "always")))
    assert "from never to always" in found


def test_nothing_to_draw_is_refused(make):
    with pytest.raises(PageError, match="nothing to draw"):
        answers(make.answers(), labels={})


def test_alternative_text(make):
    said = answers_alt(make.answers(hidden="q3"), labels=make.statements)
    assert said.startswith("Diverging stacked bars of the answers to 4 statements")
    assert "25%" in said
    assert said.endswith("1 hidden to protect respondents.")
