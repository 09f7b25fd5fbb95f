"""Differences are told cell by cell, under the number of the record in the file."""

import pandas as pd

from alliance_analytics.intake.rewriting.changes import differences


def test_only_cells_that_differ_are_named():
    before = pd.DataFrame({0: ["a", "b"], 1: ["c", "d"]}, index=[2, 5])
    after = {0: pd.Series(["a", "x"], index=[2, 5]), 1: pd.Series(["y"], index=[5])}
    assert differences(before, after) == {5: {0: "x", 1: "y"}}
