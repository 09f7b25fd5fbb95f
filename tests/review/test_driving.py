"""What goes with the outcome, or why it cannot be said."""

import numpy as np
import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.review.driving import outcome_items


@pytest.fixture(scope="module")
def driven(tmp_path_factory, write_alliance, canal):
    """Sixty people whose outcomes follow the relational dimension."""
    table = pd.concat([canal["2024"], canal["2025"]], ignore_index=True)
    table = table.assign(mail=[f"p{n}@example.org" for n in range(60)], partner="Quay", level="tactical")
    folder = tmp_path_factory.mktemp("driven") / "quay"
    groups = {"Quay": {"tactical": (80, 60)}}
    first = aa.study(write_alliance(folder, groups, {"2025": table}))
    score = first.history.now.scores["dimension"]["relational"].to_numpy()
    for outcome in ("O1", "O2", "O3"):
        table[outcome] = np.clip(np.rint(score), 1, 5)
    return aa.study(write_alliance(folder, groups, {"2025": table}))


def test_the_outcomes_are_those_asked(driven, ferry):
    assert outcome_items(driven) == ["O1", "O2", "O3"]
    assert outcome_items(ferry) == []


def test_what_goes_with_the_outcome_is_named_with_its_doubt(driven):
    exhibit = aa.drivers(driven)
    assert exhibit.headline.startswith("Relational ")
    shares = {row[0]: int(row[1].rstrip("%")) for row in exhibit.table.rows}
    assert max(shares, key=shares.get) == "Relational"
    assert "need not cause one another" in exhibit.notes[1]


def test_without_outcomes_it_is_refused(ferry):
    assert aa.drivers(ferry).headline.endswith("no outcome was asked")
    assert aa.drivers(ferry).table is None


def test_below_five_people_a_predictor_it_is_refused(study):
    headline = aa.drivers(study, "pillar").headline
    assert "takes 40 people who answered everything, 5 for each scale" in headline


def test_what_may_be_chance_is_not_told(study):
    assert aa.drivers(study).headline.endswith(("than chance would", "could be Cultural as well")) or (
        "outcome most" in aa.drivers(study).headline
    )


def test_single_statements_are_no_predictors(study):
    assert aa.drivers(study, "item") is None
