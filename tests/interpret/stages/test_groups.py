"""The stage of each group rests on its own released answers, and a hidden group is not placed."""

import numpy as np
import pandas as pd

from alliance_analytics.interpret.stages.groups import stage_shares_by


def of_group(frame, name, by="partner"):
    return frame.assign(**{by: name})


def test_each_group_is_placed_as_if_it_were_everybody(model, estimates):
    low, high = estimates(2.4, 0.1), estimates(4.6, 0.1)
    table = stage_shares_by(
        pd.concat([of_group(low, "Quay"), of_group(high, "Tide"), estimates(3.6)]), model, "partner"
    )
    likely = table.loc[table.groupby("partner")["share"].idxmax()].set_index("partner")["stage"]
    assert likely.to_dict() == {"Quay": "opportunism", "Tide": "culturally-sensitive"}


def test_a_hidden_group_is_not_placed_and_says_why(model, estimates):
    hidden = of_group(estimates(2.4), "Quay").assign(mean=np.nan, ci_low=np.nan, ci_high=np.nan, n=np.nan)
    table = stage_shares_by(hidden, model, "partner")
    assert not table["placed"].any()
    assert set(table["reason"]) == {"too_few_answers"}


def test_groups_of_another_kind_do_not_count(model, estimates):
    both = of_group(of_group(estimates(4.6), "Quay"), "tactical", "level")
    table = stage_shares_by(pd.concat([both, of_group(estimates(2.4), "tactical", "level")]), model, "level")
    assert table["level"].unique().tolist() == ["tactical"]
    assert table.loc[0, "share"] == 1


def test_without_groups_there_are_no_rows(model, estimates):
    assert stage_shares_by(estimates(), model, "partner").empty
