"""Each group against all others."""

import numpy as np
import pytest

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError
from alliance_analytics.review.others import released_from_others


def test_a_difference_is_that_of_the_means_of_a_group_and_of_all_others(study):
    now = study.history.now
    inside = (now.people["partner"] == "Harbour Office").to_numpy()
    scores = now.scores["dimension"]["cultural"]
    row = released_from_others(study, "partner", "dimension").set_index(["name", "group"])
    row = row.loc[("cultural", "Harbour Office")]
    assert row["value"] == pytest.approx(scores[inside].mean() - scores[~inside].mean())
    assert (row["n"], row["n_others"]) == (11, 19)
    assert row["ci_low"] < row["value"] < row["ci_high"]


def test_sign_and_limits_go_together(study):
    table = released_from_others(study, "partner", "dimension")
    assert (table["value"] < 0).any()
    assert (table["value"] > 0).any()
    assert ((table["ci_low"] <= table["value"]) & (table["value"] <= table["ci_high"])).all()


def test_who_stands_out_beyond_doubt_is_named(shown):
    headline = shown["others-partner-dimension"].headline
    assert headline.startswith(("Northern Locks stands", "Harbour Office stands"))
    assert shown["others-level-dimension"].headline == "No level stands apart from all others beyond doubt"


def test_every_group_has_a_row_with_its_numbers(shown, study):
    rows = shown["others-partner-dimension"].table.rows
    assert len(rows) == 12
    released = released_from_others(study, "partner", "dimension").set_index(["name", "group"])
    first = released.loc[("cultural", "Northern Locks")]
    assert rows[0][1] == f"{first['value']:+.2f}"
    assert np.isfinite(first["value"])


def test_hidden_partners_are_held_against_nobody(tiny):
    exhibit = aa.others(tiny)
    assert exhibit.headline.startswith("Partners cannot be compared")
    assert exhibit.table is None


def test_a_group_that_does_not_exist_is_refused(study, ferry):
    with pytest.raises(ParameterError, match="'partner'"):
        aa.others(study, "partnr")
    assert aa.others(ferry, "partner", "theme") is None
