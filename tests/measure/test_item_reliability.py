"""Items one by one, against slow versions and theory."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from alliance_analytics.measure.item_reliability import alpha_if_deleted, item_rest_correlation
from alliance_analytics.measure.reliability import cronbach_alpha

GENERATOR = np.random.default_rng(8)
TABLE = np.clip(np.round(GENERATOR.normal(3, 1, (30, 1)) + GENERATOR.normal(0, 1, (30, 4))), 1, 5)
NAMES = ["a", "b", "c", "d"]


def slow_correlation(first, second):
    first, second = (
        [value - sum(first) / len(first) for value in first],
        [value - sum(second) / len(second) for value in second],
    )
    products = sum(x * y for x, y in zip(first, second, strict=True))
    return products / (sum(x * x for x in first) * sum(y * y for y in second)) ** 0.5


def test_alpha_without_an_item_is_alpha_of_the_others():
    found = alpha_if_deleted(TABLE, NAMES)
    for place, name in enumerate(NAMES):
        alone = cronbach_alpha(np.delete(TABLE, place, axis=1))
        one = found.of(name)
        assert (one.estimate, one.low, one.high) == pytest.approx((alone.estimate, alone.low, alone.high))


def test_alpha_without_an_item_rests_on_the_same_people():
    table = TABLE.copy()
    table[0, 0] = np.nan
    assert set(alpha_if_deleted(table).n) == {29}


def test_two_items_leave_nothing_to_delete():
    assert set(alpha_if_deleted(TABLE[:, :2]).reason) == {"one_item"}


def test_item_and_rest_against_a_slow_version():
    found = item_rest_correlation(TABLE, NAMES)
    for place, name in enumerate(NAMES):
        rest = np.delete(TABLE, place, axis=1).sum(axis=1)
        expected = slow_correlation(TABLE[:, place].tolist(), rest.tolist())
        assert found.of(name).estimate == pytest.approx(expected, abs=1e-13)


def test_fishers_interval_by_hand():
    """Fisher's z of .5 is .5493; with 28 people the half width is 1.96 / 5 = .392."""
    table = np.column_stack([np.tile([1.0, -1, 1, -1], 7), np.tile([1.0, -1, 1, 1], 7)])
    found = item_rest_correlation(table).of(0)
    z = np.arctanh(found.estimate)
    assert found.low == pytest.approx(np.tanh(z - 0.391993), abs=1e-6)
    assert found.high == pytest.approx(np.tanh(z + 0.391993), abs=1e-6)


def test_the_same_item_twice_is_one():
    found = item_rest_correlation(np.column_stack([TABLE[:, 0], TABLE[:, 0]]))
    assert found.estimate.tolist() == pytest.approx([1, 1])
    assert found.high.tolist() == pytest.approx([1, 1])


@pytest.mark.parametrize(
    ("table", "reasons"),
    [
        (np.full((5, 3), 0.1), ["constant_item"] * 3),
        (np.column_stack([[1.0, 2, 3, 4], [3.0, 3, 3, 3]]), ["no_variance", "constant_item"]),
        (TABLE[:1], ["one_person"] * 4),
        (np.full((3, 2), np.nan), ["no_answers"] * 2),
        (TABLE[:, :1], ["one_item"]),
    ],
)
def test_undefined_is_missing_with_a_reason(table, reasons):
    found = item_rest_correlation(table)
    assert found.reason.tolist() == reasons
    assert np.isnan(found.estimate).all()


def test_three_people_have_a_correlation_without_an_interval():
    found = item_rest_correlation(TABLE[:3])
    assert np.isnan(found.low).all()


@settings(deadline=None)
@given(st_numpy.arrays(float, (9, 3), elements=st.integers(1, 5).map(float)), st.permutations(range(9)))
def test_turning_and_permuting_leave_it_alone(table, people):
    expected = item_rest_correlation(table).estimate
    for changed in (6 - table, table[list(people)], table + 1.5):
        np.testing.assert_allclose(item_rest_correlation(changed).estimate, expected, atol=1e-9)
