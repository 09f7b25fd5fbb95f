"""Which changes may be called changes, judged together."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.review.change.claims import CHANGE_COLUMNS, ENOUGH_LINKED, with_claims

NAMES = ["a", "b", "c", "d"]


def changes_with(p, scale="pillar", change=0.3):
    numbers = {"change": change, "ci_low": 0.1, "ci_high": 0.5, "n_now": 30.0, "n_before": 30.0}
    whose = {"alliance": "x", "wave": "2", "previous_wave": "1", "method": "Welch", "items": 4}
    table = pd.DataFrame({"scale": scale, "name": NAMES[: len(p)], "p": p})
    return table.assign(**numbers, **whose, items_changed=0, shown=True, reason="")


def parts_with(p, n_stayed=20, within=0.3, shown=True):
    table = pd.DataFrame({"scale": "pillar", "name": NAMES[: len(p)], "p": p})
    return table.assign(within=within, n_stayed=float(n_stayed), shown=shown)


NOTHING = parts_with([])


def test_claims_over_pillars_are_adjusted_by_holm():
    """0.02 of four is no claim by Holm: 0.001 * 4, then 0.02 * 3 is above 0.05."""
    found = with_claims(changes_with([0.001, 0.02, 0.03, 0.04]), NOTHING)
    assert found["moved"].tolist() == [True, False, False, False]


def test_statements_are_screened_by_benjamini_and_hochberg():
    found = with_claims(changes_with([0.001, 0.02, 0.03, 0.04], scale="item"), NOTHING)
    assert found["moved"].tolist() == [True, True, True, True]


def test_kinds_of_scales_are_judged_apart():
    both = pd.concat([changes_with([0.02, 0.02]), changes_with([0.03], scale="dimension")])
    assert with_claims(both.reset_index(drop=True), NOTHING)["moved"].tolist() == [True, True, True]


def test_people_who_answered_both_times_are_tested_where_enough_may_be_told_of():
    found = with_claims(changes_with([0.5]), parts_with([0.001]))
    assert (found["tested"].item(), found["moved"].item()) == ("paired", True)


@pytest.mark.parametrize("parts", [parts_with([0.001], ENOUGH_LINKED - 1), parts_with([0.001], shown=False)])
def test_everybody_is_tested_where_few_are_linked_or_hidden(parts):
    found = with_claims(changes_with([0.5]), parts)
    assert (found["tested"].item(), found["moved"].item()) == ("Welch", False)


def test_a_mean_that_went_the_other_way_than_those_who_stayed_did_not_move():
    found = with_claims(changes_with([0.5]), parts_with([0.001], within=-0.3))
    assert not found["moved"].item()


def test_what_is_hidden_has_not_moved_and_no_test_leaves():
    found = with_claims(changes_with([np.nan, 0.03]), NOTHING)
    assert found["moved"].tolist() == [False, True]
    assert list(found.columns) == CHANGE_COLUMNS
    assert "p" not in found
