"""The table counts every convention once, each way, over all placed waves."""

import pandas as pd

from benchmarks.stage_conventions import COLUMNS, as_text, placements_changed


def test_every_mark_and_every_rule_has_a_row(workspace):
    table = placements_changed(workspace)
    assert list(table.columns) == COLUMNS
    assert (table["convention"] == "share").sum() == 2
    assert (table["convention"] == "cut_offs").sum() == 10
    assert set(table["placements"]) == {3}
    assert table[["lower", "higher"]].stack().between(0, 1).all()


def test_what_changes_most_comes_first(workspace):
    most = placements_changed(workspace)[["lower", "higher"]].max(axis=1).tolist()
    assert most == sorted(most, reverse=True)


def test_shares_are_printed_as_percentages():
    row = pd.DataFrame([("share", "a", 0.125, 1.0, 8)], columns=COLUMNS)
    assert as_text(row).splitlines()[1].split() == ["share", "a", "12%", "100%", "8"]
