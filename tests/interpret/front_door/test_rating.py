"""Medians of several raters, how far apart they lie, and how far they agree over all relations."""

import datetime

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.interpret.front_door.rating import (
    RATED_COLUMNS,
    newest_rows,
    rated_rounds,
    raters_agreement,
)
from alliance_analytics.model.front_door import CRITERION_IDS, front_door


def row(relation, rater, ratings, year=2025):
    told = dict(zip(CRITERION_IDS, ratings, strict=True))
    return {
        "relation": relation,
        "rater": rater,
        "round": str(year),
        "rated": datetime.date(year, 6, 1),
        **told,
    }


def rounds(*rows):
    return rated_rounds(pd.DataFrame(rows), front_door())


def test_the_middle_rating_counts():
    table = rounds(row("r", "a", (5, 2, 1)), row("r", "b", (4, 2, 1)), row("r", "c", (1, 2, 1)))
    found = table.iloc[0]
    assert found[list(CRITERION_IDS)].tolist() == [4, 2, 1]
    assert (found["raters"], found["spread"], found["apart"]) == (3, 4, True)
    assert (found["resourcing"], found["service_level"]) == ("specialist-function", "higher")
    assert found["agreeing"] == pytest.approx(2 / 3)
    assert list(table.columns) == RATED_COLUMNS


def test_raters_who_lie_close_are_not_apart():
    assert not rounds(row("r", "a", (5, 2, 1)), row("r", "b", (3, 2, 1)))["apart"].iloc[0]


def test_a_criterion_nobody_rated_leaves_the_relation_without_a_place():
    found = rounds(row("r", "a", (5, np.nan, 1))).iloc[0]
    assert found["resourcing"] is None
    assert np.isnan(found["agreeing"])


def test_rounds_stand_in_the_order_of_time():
    table = rounds(row("r", "a", (1, 1, 1), 2025), row("r", "a", (5, 1, 1), 2023))
    assert table["round"].tolist() == ["2023", "2025"]
    assert table["order"].tolist() == [0, 1]


def test_of_two_rows_of_one_rater_the_later_counts():
    found = rounds(row("r", "a", (1, 1, 1)), row("r", "a", (5, 1, 1))).iloc[0]
    assert (found["criticality"], found["raters"]) == (5, 1)


def test_agreement_is_full_when_all_say_the_same():
    rows = pd.DataFrame([row(str(place), rater, (place, 1, 1)) for place in range(1, 6) for rater in "ab"])
    assert raters_agreement(rows, "criticality").estimate == pytest.approx(1)
    assert raters_agreement(rows, "cross_functionality").reason == "one_value"


def test_one_rater_agrees_with_nobody():
    rows = pd.DataFrame([row(str(place), "a", (place, 1, 1)) for place in range(1, 6)])
    assert raters_agreement(rows, "criticality").reason == "no_pairs"


def test_an_unknown_criterion_is_refused():
    with pytest.raises(ParameterError, match="no such criterion"):
        raters_agreement(pd.DataFrame([row("r", "a", (1, 1, 1))]), "beauty")


def test_only_the_newest_round_of_a_relation_is_kept():
    rows = pd.DataFrame(
        [row("r", "a", (1, 1, 1), 2023), row("r", "a", (2, 1, 1), 2025), row("s", "a", (3, 1, 1), 2023)]
    )
    newest = newest_rows(rows, rated_rounds(rows, front_door()))
    assert sorted(newest["criticality"]) == [2, 3]
