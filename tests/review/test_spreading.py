"""People over classes, none of few."""

import numpy as np
import pytest

from alliance_analytics.review.spreading import HIDDEN, class_names, spread, spread_table

EDGES = (0.0, 1.0, 2.0, 3.0)


def test_people_are_counted_in_joined_classes(study):
    values = np.array([0.5] * 6 + [1.0] * 2 + [2.5] * 7 + [9.0] * 3 + [np.nan])
    table = spread(study, values, EDGES)
    assert table[["first", "last", "people"]].to_numpy().tolist() == [[0, 1, 8], [2, 3, 10]]
    assert table["share"].tolist() == pytest.approx([8 / 18, 10 / 18])
    assert table["shown"].all()


def test_fewer_people_than_may_be_told_of_are_hidden(study):
    [row] = spread(study, np.array([0.5, 2.0, 2.0, np.nan]), EDGES).to_dict("records")
    assert (row["name"], row["shown"], row["reason"]) == (HIDDEN, False, "too_few")
    assert np.isnan(row["people"])


def test_people_are_not_counted_where_few_stayed_silent(ferry):
    table = spread(ferry, np.array([0.5] * 6 + [1.5] * 6), EDGES)
    assert table["people"].isna().all()
    assert table["share"].tolist() == [0.5, 0.5]
    names = class_names(table, lambda joined: f"{joined.start}")
    cells = spread_table(ferry, table, names, "Class", "People by class").rows
    assert cells == (("0", "hidden", "50%"), ("1", "hidden", "50%"))


def test_a_class_is_named_by_the_places_it_joins(study):
    table = spread(study, np.array([0.5] * 6 + [2.5] * 6), EDGES)
    assert class_names(table, lambda joined: f"{joined.start}..{joined.stop}") == {
        "0-1": "0..2",
        "2-3": "2..4",
    }
