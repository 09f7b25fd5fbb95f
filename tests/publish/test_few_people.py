"""Numbers of people that tell about nobody in particular."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.publish.few_people import (
    TOGETHER,
    joined_classes,
    joined_kinds,
    may_be_told,
    released_kinds,
)


def done(**people):
    """Return what twenty people did: the first few of them each kind, from a place on."""
    columns = {}
    for kind, (start, count) in people.items():
        columns[kind] = np.zeros(20)
        columns[kind][start : start + count] = 0.5
    return pd.DataFrame(columns)


@pytest.mark.parametrize(
    ("count", "whole", "told"),
    [(0, 20, True), (4, 20, False), (5, 20, True), (16, 20, False), (20, 20, True)],
)
def test_a_number_and_what_is_left_are_nobody_or_enough(count, whole, told):
    assert may_be_told(count, whole, 5) is told


def test_classes_are_joined_until_each_holds_enough():
    generator = np.random.default_rng(1)
    for _ in range(200):
        counts = [int(count) for count in generator.integers(0, 7, 8)]
        classes = joined_classes(counts, 5)
        assert all(sum(counts[each.start : each.stop]) >= 5 for each in classes)
        places = [place for each in classes for place in each]
        assert places == (list(range(8)) if sum(counts) >= 5 else [])


def test_kinds_of_enough_people_stand_alone():
    assert joined_kinds(done(a=(0, 6), b=(3, 5), c=(0, 0)), 5) == (("a",), ("b",), ("c",))


def test_kinds_of_few_people_are_put_together():
    assert joined_kinds(done(a=(0, 9), b=(0, 3), c=(3, 3)), 5) == (("a",), ("b", "c"))


def test_the_smallest_other_kind_joins_while_they_are_too_few():
    assert joined_kinds(done(a=(0, 9), b=(0, 2), c=(10, 5)), 5) == (("a",), ("b", "c"))


def test_the_same_few_people_are_counted_once():
    assert joined_kinds(done(a=(0, 3), b=(0, 3), c=(0, 0)), 5) == (("c",),)


def test_released_kinds_say_how_much_was_done_on_average():
    table = released_kinds(done(a=(0, 10), b=(0, 3), c=(3, 4)), 5).set_index("kind")
    assert table["value"].to_dict() == {"a": 0.25, TOGETHER: 0.5 * 7 / 20}
    assert table["shown"].all()


def test_when_all_together_are_few_nothing_is_told():
    [row] = released_kinds(done(a=(0, 3), b=(0, 0)), 5).to_dict("records")
    assert (row["kind"], row["shown"], row["reason"]) == (TOGETHER, False, "too_few")
    assert np.isnan(row["value"])


def test_nothing_is_told_of_few_people_altogether():
    assert not released_kinds(done(a=(0, 20)).head(4), 5)["shown"].any()
