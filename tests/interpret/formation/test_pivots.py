import numpy as np
import pytest

from alliance_analytics.interpret.formation.judging import judged
from alliance_analytics.interpret.formation.pivots import pivots


def turned(rated, model, **answers):
    return pivots(judged(*rated(**answers), model), model)


def test_the_nearest_to_its_turn_stands_first(rated, all_hold, model):
    table = turned(rated, model, **{**all_hold, "long_term": [3, 3]})
    first = table.iloc[0]
    assert first[["question", "turn", "answer"]].tolist() == ["long-term", "holds", "alliance"]
    assert first["distance"] == pytest.approx(0.5)
    assert first["forms"] == ("alliance",)


def test_any_condition_that_turned_would_end_the_case_for_an_alliance(rated, all_hold, model):
    table = turned(rated, model, **all_hold)
    of_the_form = table[table["about"] == "form"]
    assert set(of_the_form["question"]) == {"intensive", "part-of-the-work", "core-processes", "long-term"}
    assert set(of_the_form["turn"]) == {"fails"}
    assert of_the_form.set_index("question").loc["core-processes", "distance"] == pytest.approx(2.5)


def test_what_changes_nothing_is_left_out(rated, all_hold, model):
    answers = {**all_hold, "intensive": [1, 1], "long_term": [1, 1]}
    table = turned(rated, model, **answers)
    # Both point to the same two forms, so one of them alone changes nothing.
    assert not {"intensive", "long-term"} & set(table.loc[table["about"] == "form", "question"])


def test_willing_partners_decide_whether_it_is_called_for(rated, model):
    table = turned(rated, model, history_of_failure=[5, 5], willing_partners=[2, 2])
    calls = table[table["about"] == "called_for"]
    assert calls[["question", "turn", "answer"]].to_numpy().tolist() == [["willing-partners", "holds", "yes"]]


def test_what_nobody_rated_has_no_distance(rated, model):
    table = turned(rated, model, willing_partners=[5, 5])
    row = table[(table["question"] == "history-of-failure") & (table["turn"] == "holds")].iloc[0]
    assert np.isnan(row["distance"])
