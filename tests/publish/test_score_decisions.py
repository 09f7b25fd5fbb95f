"""Scales are decided beside each other, and what all of a few people say alike is not told."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.catalogue import catalogue_of
from alliance_analytics.publish.earlier_releases import Before
from alliance_analytics.publish.score_decisions import decide_scores
from alliance_analytics.publish.witnesses import answered

STATEMENTS = {"dimension": {"d": ("a", "b", "c", "e")}, "pillar": {"p": ("a", "b"), "q": ("c", "e")}}


def decided(items, partner="A", statements=STATEMENTS):
    people = pd.DataFrame({"partner": partner, "level": "x", "link": None}, index=items.index, dtype=object)
    scores = {
        kind: pd.DataFrame({name: items[[*asked]].mean(axis=1) for name, asked in scales.items()})
        for kind, scales in STATEMENTS.items()
    } | {"item": items}
    catalogue = catalogue_of(people)
    found = decide_scores(catalogue, scores, answered(scores, statements), release_rule(), Before())
    return {
        scale: dict(zip(catalogue.groups, reasons, strict=True)) for scale, reasons in found.reasons.items()
    }


def items_of(count, skipped=0):
    items = pd.DataFrame(
        np.random.default_rng(1).integers(1, 6, (count, 4)).astype(float), columns=list("abce")
    )
    items.iloc[:skipped, 0] = np.nan
    return items


ALL = (None, None, None)


def test_where_everybody_answered_all_the_parts_of_a_whole_are_told():
    reasons = decided(items_of(20))
    assert {reasons[scale][ALL] for scale in (("dimension", "d"), ("pillar", "p"), ("pillar", "q"))} == {""}


def test_where_few_skipped_something_the_last_part_is_hidden():
    """The whole less its parts would be about the two who left a statement out."""
    reasons = decided(items_of(20, skipped=2))
    assert reasons["dimension", "d"][ALL] == reasons["pillar", "p"][ALL] == ""
    assert reasons["pillar", "q"][ALL] == "scales"


def test_where_enough_skipped_something_all_are_told():
    assert decided(items_of(20, skipped=6))["pillar", "q"][ALL] == ""


@pytest.mark.parametrize(("count", "expected"), [(9, "too_few"), (10, "")])
def test_unanimity_is_hidden_below_ten(count, expected):
    items = items_of(count)
    items[["a", "b"]] = 4.0
    assert decided(items)["pillar", "p"][ALL] == expected


def test_unanimity_of_the_rest_is_not_to_be_had_by_subtraction():
    """Seven of B all say 4, so neither they nor everybody less the others may be told."""
    items = items_of(27)
    items.loc[20:, ["a", "b"]] = 4.0
    reasons = decided(items, np.repeat(["A", "B"], [20, 7]))["pillar", "p"]
    assert reasons["B", None, None] == "too_few"
    assert "" in {reasons[ALL], reasons["A", None, None]}
    assert {reasons[ALL], reasons["A", None, None]} != {""}
