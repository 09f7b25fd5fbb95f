import pytest

from alliance_analytics.interpret.formation.arguments import arguments


def sides(table):
    return {(row["side"], row["question"]): (row["voices"], row["n"]) for row in table.to_dict("records")}


def test_raters_who_differ_argue_both_sides_of_one_question(rated, model):
    ratings, _ = rated(long_term=[5, 4, 1, 3])
    assert sides(arguments(ratings, model)) == {
        ("for", "long-term"): (2, 4),
        ("against", "long-term"): (1, 4),
    }


def test_a_high_resistance_speaks_against_and_a_low_one_for(rated, model):
    ratings, _ = rated(losing_power=[5, 5], imposed_collaboration=[1, 2])
    assert set(sides(arguments(ratings, model))) == {
        ("against", "losing-power"),
        ("for", "imposed-collaboration"),
    }


@pytest.mark.parametrize("question", ["efficiency", "problem_set", "performance"])
def test_an_absent_reason_and_how_far_formation_is_argue_for_nothing(question, rated, model):
    ratings, _ = rated(**{question: [1, 1]})
    assert arguments(ratings, model).empty


def test_the_argument_with_most_voices_stands_first(rated, model):
    ratings, _ = rated(intensive=[5, 1], efficiency=[5, 5])
    assert arguments(ratings, model)["question"].tolist() == ["efficiency", "intensive", "intensive"]
