"""Blocks, gaps and reports become evidence on the answer scale, each with the doubt that it has."""

import pandas as pd
import pytest

from alliance_analytics.interpret.stages.other_evidence import (
    block_evidence,
    gap_evidence,
    passage_evidence,
)


def gap(name, points, wave="2025", scale="dimension", n_low=6):
    return {
        "alliance": "Quay", "wave": wave, "scale": scale, "name": name, "gap": points,
        "ci_low": points - 0.2, "ci_high": points + 0.2, "n_high": 9, "n_low": n_low,
    }  # fmt: skip


def test_a_block_in_place_is_the_top_of_the_scale_and_carries_no_doubt():
    table = block_evidence({"2025": ["reporting"]}, ["reporting", "financing"], "Quay", points=7)
    assert table[["scale", "name", "mean", "ci_low", "ci_high"]].values.tolist() == [
        ["block", "reporting", 7, 7, 7],
        ["block", "financing", 1, 1, 1],
    ]
    assert table["n"].isna().all()


def test_a_wave_in_which_nobody_told_any_block_has_no_evidence_of_them():
    assert block_evidence({"2024": [], "2025": ["reporting"]}, ["reporting"], "Quay")["wave"].tolist() == [
        "2025"
    ]


def test_the_widest_gap_of_a_dimension_speaks_and_counts_the_smaller_group():
    gaps = pd.DataFrame([gap("cultural", 0.3), gap("cultural", 0.9, n_low=5), gap("1", 2.0, scale="pillar")])
    (row,) = gap_evidence(gaps).to_dict("records")
    assert (row["scale"], row["name"], row["mean"], row["n"]) == ("partner_gap", "cultural", 0.9, 5)
    assert (row["ci_low"], row["ci_high"]) == pytest.approx((0.7, 1.1))


def test_every_wave_has_its_own_widest_gap():
    table = gap_evidence(pd.DataFrame([gap("content", 0.9, "2025"), gap("content", 0.2, "2024")]))
    assert table[["wave", "mean"]].values.tolist() == [["2024", 0.2], ["2025", 0.9]]


@pytest.mark.parametrize(("points", "laid"), [(5, [1, 3, 5]), (7, [1, 4, 7])])
def test_a_balance_is_laid_on_the_scale_from_end_to_end(points, laid):
    row = {
        "alliance": "Quay",
        "wave": "2025",
        "theme": "flexibility",
        "low": -1.0,
        "value": 0.0,
        "high": 1.0,
        "n": 8,
    }
    table = passage_evidence(pd.DataFrame([row]), points)
    assert table[["ci_low", "mean", "ci_high"]].values.tolist() == [laid]
    assert table[["scale", "name"]].values.tolist() == [["passages", "flexibility"]]


def test_a_theme_not_spoken_of_says_nothing():
    row = {
        "alliance": "Quay",
        "wave": "2025",
        "theme": "flexibility",
        "low": None,
        "value": None,
        "high": None,
        "n": 0,
    }
    assert passage_evidence(pd.DataFrame([row])).empty
