"""Changes taken apart, as far as the plans of both waves allow."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.measure.differences import t_test_paired


def scores_of(study, place, scale="pillar", name="3"):
    wave = study.history.waves[place]
    return pd.Series(wave.scores[scale][name].to_numpy(float), index=wave.people["person"])


def test_the_parts_add_up_to_the_change(exchanged):
    parts = exchanged.parts("pillar")
    told = parts[parts["shown"]]
    together = told[["within", "came", "went", "items"]].sum(axis=1)
    assert len(told) >= len(parts) / 2
    assert set(parts.loc[~parts["shown"], "reason"]) <= {"scales", "subtraction"}
    assert together.to_numpy() == pytest.approx(told["change"].to_numpy())
    assert told["n_stayed"].tolist() == [19.0, *[20.0] * (len(told) - 1)]  # one left the first pillar blank


def test_within_is_the_paired_change_of_those_who_stayed(exchanged):
    before, now = scores_of(exchanged, 0), scores_of(exchanged, 1)
    both = before.index.intersection(now.index)
    paired = t_test_paired(now[both].to_numpy(), before[both].to_numpy())
    row = exchanged.parts("pillar").set_index("name").loc["3"]
    expected = paired.estimate, paired.low, paired.high
    assert (row["within"], row["within_low"], row["within_high"]) == pytest.approx(expected)


def test_few_who_came_and_went_hide_all_parts(few_exchanged):
    parts = few_exchanged.parts("pillar")
    assert set(parts["reason"]) <= {"subtraction", "scales"}
    assert parts.drop(columns=["shown", "reason"]).select_dtypes("number").isna().all(axis=None)


def test_hidden_parts_leave_the_test_to_everybody(few_exchanged, exchanged):
    assert set(few_exchanged.changes("pillar")["tested"]) == {"partially overlapping t"}
    changes, parts = (table("pillar").set_index("name") for table in (exchanged.changes, exchanged.parts))
    assert set(changes.loc[parts["shown"], "tested"]) == {"paired"}


def test_waves_that_cannot_be_linked_are_not_taken_apart(study):
    parts = study.history.parts
    first = parts[parts["wave"] == "2024"]
    assert set(first["reason"]) == {"not_linked", "scales"}
    assert set(first.loc[first["scale"] == "dimension", "reason"]) == {"not_linked"}
    assert first["within"].isna().all()


def test_where_nobody_came_or_went_all_change_is_within(study):
    every = study.parts("pillar")
    parts = every[every["shown"]]
    assert len(parts) >= len(every) - 1
    assert parts["within"].to_numpy() == pytest.approx(parts["change"].to_numpy())
    assert (parts[["came", "went", "items"]] == 0).all(axis=None)
    assert np.isfinite(parts["smallest"]).all()


def test_statements_are_not_taken_apart(exchanged):
    assert set(exchanged.history.parts["scale"]) == {"dimension", "pillar", "theme"}
