from alliance_analytics.interpret.formation.judging import judged
from alliance_analytics.interpret.formation.steps import formation_steps


def test_a_step_is_made_with_evidence_claimed_without_partly_or_a_gap(rated, model):
    ratings, entries = rated(
        {"problem-set": "minutes"},
        problem_set=[4],
        motivation_to_act=[5],
        member_selection=[3],
        collaborative_planning=[1],
    )
    table = formation_steps(judged(ratings, entries, model))
    assert table["state"].tolist() == ["done", "claimed", "partly", "gap", "unrated", "unrated"]
    assert not table["jumped"].any()


def test_a_gap_before_a_step_that_was_made_was_jumped_over(rated, model):
    table = formation_steps(
        judged(*rated(problem_set=[1], collaborative_planning=[5], evaluation=[1]), model)
    )
    assert table.set_index("question")["jumped"].to_dict() == {
        "problem-set": True,
        "motivation-to-act": False,
        "member-selection": False,
        "collaborative-planning": False,
        "building-an-organisation": False,
        "evaluation": False,
    }
