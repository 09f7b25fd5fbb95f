import numpy as np
import pytest

from alliance_analytics.interpret.formation.judging import agreement_of_raters, judged, verdict_of


def test_the_middle_rating_counts_and_the_range_stands_beside_it(rated, model):
    row = judged(*rated(intensive=[2, 4, 5]), model).set_index("question").loc["intensive"]
    assert row[["n", "middle", "lowest", "highest", "verdict"]].tolist() == [3, 4, 2, 5, "holds"]
    assert row["apart"]


def test_every_question_has_a_row_and_nobody_rated_is_not_zero(rated, model):
    table = judged(*rated(intensive=[3]), model).set_index("question")
    assert len(table) == len(model.questions)
    assert table.loc["long-term", "verdict"] == "unrated"
    assert np.isnan(table.loc["long-term", "middle"])
    assert table.loc["long-term", "n"] == 0
    assert not table.loc["long-term", "apart"]


@pytest.mark.parametrize(
    ("middle", "verdict"), [(1, "fails"), (2.5, "fails"), (3, "open"), (3.5, "holds"), (np.nan, "unrated")]
)
def test_the_verdict_by_the_middle(middle, verdict, model):
    assert verdict_of(middle, model.ratings) == verdict


def test_agreement_is_one_less_the_spread_over_that_of_chance(rated, model):
    table = judged(*rated(intensive=[4, 4], long_term=[3, 5], efficiency=[2]), model).set_index("question")
    assert table.loc["intensive", "agreement"] == 1
    assert table.loc["long-term", "agreement"] == pytest.approx(1 - 2 / 2)
    assert np.isnan(table.loc["efficiency", "agreement"])


def test_evidence_is_kept_and_its_absence_is_none(rated, model):
    table = judged(*rated({"problem-set": "a report"}, problem_set=[4], evaluation=[4]), model)
    told = table.set_index("question")["evidence"]
    assert told["problem-set"] == "a report"
    assert told["evaluation"] is None


def test_raters_who_say_the_same_agree_and_one_rater_has_no_agreement(rated):
    same, _ = rated(intensive=[5, 5], long_term=[1, 1], efficiency=[3, 3])
    assert agreement_of_raters(same).estimate == pytest.approx(1)
    alone, _ = rated(intensive=[5], long_term=[1])
    assert agreement_of_raters(alone).reason == "no_pairs"
