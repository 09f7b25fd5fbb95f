"""Agreement of coders against printed values, pair-by-pair versions, and what chance gives."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_analytics.measure.coders import cohen_kappa, krippendorff_alpha

NAN = float("nan")
CODERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
    [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
]  # Krippendorff (2011), example C
METRICS = ("nominal", "ordinal", "interval", "ratio")
DIAGNOSES = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]  # Fleiss, Levin & Paik (2003), table 18.1, in percent


@pytest.mark.parametrize(
    ("metric", "printed"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_printed_alpha(metric, printed):
    found = krippendorff_alpha(CODERS, metric)
    assert found.estimate == pytest.approx(printed, abs=0.0005)
    assert (found.n, found.codes) == (11, 40)
    assert found.low < found.estimate <= found.high


def slow_alpha(table, metric):
    """Mean distance of pairs within units, over that of pairs among all codes."""
    units = [[code for code in unit if not np.isnan(code)] for unit in np.array(table, dtype=float).T]
    units = [unit for unit in units if len(unit) > 1]
    everything = [code for unit in units for code in unit]

    def distance(first, second):
        low, high = min(first, second), max(first, second)
        if metric == "nominal":
            return float(low != high)
        if metric == "ordinal":
            ends = (everything.count(low) + everything.count(high)) / 2
            return (sum(low <= code <= high for code in everything) - ends) ** 2 if low != high else 0.0
        return (high - low) ** 2 / ((high + low) ** 2 if metric == "ratio" else 1)

    observed = sum(sum(distance(*pair) for pair in permutations(unit, 2)) / (len(unit) - 1) for unit in units)
    expected = sum(distance(*pair) for pair in permutations(everything, 2))
    return 1 - observed / len(everything) * len(everything) * (len(everything) - 1) / expected


@pytest.mark.parametrize("metric", METRICS)
def test_equal_to_pair_by_pair(metric):
    table = np.random.default_rng(5).integers(1, 6, (3, 15)).astype(float)
    table[0, :4] = NAN
    found = krippendorff_alpha(table, metric, draws=0)
    assert found.estimate == pytest.approx(slow_alpha(table, metric), abs=1e-12)
    assert np.isnan(found.low)


def test_text_may_be_coded():
    table = [["trust", "trust", None, "flexibility"], ["trust", "decision", "trust", "flexibility"]]
    numbers = [[1, 1, NAN, 3], [1, 2, 1, 3]]
    by_name, by_number = krippendorff_alpha(table, "nominal"), krippendorff_alpha(numbers, "nominal")
    assert by_name.estimate == by_number.estimate


def test_the_same_codes_give_the_same_limits_and_another_seed_others():
    first, again, other = (krippendorff_alpha(CODERS, "nominal", seed=seed) for seed in (1, 1, 2))
    assert (first.low, first.high) == (again.low, again.high)
    assert first.low != other.low


def test_bootstrap_covers_the_alpha_of_the_process():
    """Two coders who each keep the true one of two equally likely codes 90% of the time: alpha is .64."""
    generator, held = np.random.default_rng(4), 0
    for _ in range(200):
        truth = generator.integers(0, 2, 80)
        table = np.where(generator.random((2, 80)) < 0.9, truth, 1 - truth)
        found = krippendorff_alpha(table, "nominal", draws=300)
        held += found.low <= 0.64 <= found.high
    assert held / 200 > 0.9


def test_random_codes_agree_by_chance_only():
    table = np.random.default_rng(1).integers(0, 4, (3, 3000))
    assert krippendorff_alpha(table, "nominal", draws=0).estimate == pytest.approx(0, abs=0.03)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize(
    ("table", "reason"),
    [([[3, 3], [3, 3]], "one_value"), ([[1, NAN], [NAN, 2]], "no_pairs"), ([[], []], "no_pairs")],
)
def test_undefined_is_missing_with_a_reason(metric, table, reason):
    found = krippendorff_alpha(table, metric)
    assert found.reason == reason
    assert np.isnan([found.estimate, found.low, found.high]).all()


@settings(deadline=None)
@given(
    st.permutations(range(12)), st.permutations(range(4)), st.sampled_from(["nominal", "ordinal", "interval"])
)
def test_turning_and_permuting_leave_alpha_alone(units, coders, metric):
    table = np.array(CODERS)
    expected = krippendorff_alpha(table, metric, draws=0).estimate
    for changed in (6 - table, table[list(coders)][:, list(units)]):
        assert krippendorff_alpha(changed, metric, draws=0).estimate == pytest.approx(expected, abs=1e-12)


def long(table):
    pairs = [(row, column) for row in range(3) for column in range(3) for _ in range(table[row][column])]
    return [first for first, _ in pairs], [second for _, second in pairs]


def test_printed_kappa():
    found = cohen_kappa(*long(DIAGNOSES))
    assert found.estimate == pytest.approx(0.68, abs=0.005)
    assert found.n == 100


def slow_kappa(table, step):
    shares = np.array(table) / np.sum(table)
    kept = chance = 0.0
    for row in range(3):
        for column in range(3):
            weight = 1 - step(abs(row - column) / 2)
            kept += weight * shares[row, column]
            chance += weight * shares[row].sum() * shares[:, column].sum()
    return (kept - chance) / (1 - chance)


STEPS = {
    "unweighted": lambda gap: float(gap > 0),
    "linear": lambda gap: gap,
    "quadratic": lambda gap: gap**2,
}


@pytest.mark.parametrize("weights", STEPS)
def test_kappa_equal_to_a_slow_version(weights):
    found = cohen_kappa(*long(DIAGNOSES), weights=weights)
    assert found.estimate == pytest.approx(slow_kappa(DIAGNOSES, STEPS[weights]), abs=1e-12)


@pytest.mark.parametrize("weights", STEPS)
def test_standard_error_is_what_samples_show(weights):
    generator = np.random.default_rng(2)
    shares = np.array(DIAGNOSES).ravel() / 100
    samples = [generator.multinomial(400, shares).reshape(3, 3) for _ in range(400)]
    found = [slow_kappa(sample, STEPS[weights]) for sample in samples]
    claimed = cohen_kappa(*long((np.array(DIAGNOSES) * 4).tolist()), weights=weights).standard_error
    assert np.std(found) == pytest.approx(claimed, rel=0.12)


def test_steps_follow_the_order_of_the_categories():
    first, second = [1, 1, 2, 3, 3], [1, 2, 2, 3, 1]
    used = cohen_kappa(first, second, weights="linear").estimate
    for categories, same in [([1, 2, 3, 4], True), ([3, 1, 2], False), ([1, 2, 2.5, 3], False)]:
        found = cohen_kappa(first, second, weights="linear", categories=categories).estimate
        assert (found == pytest.approx(used)) is same


def test_full_agreement_has_a_kappa_of_one():
    found = cohen_kappa(["a", "b", "a"], ["a", "b", "a"])
    assert (found.estimate, found.low, found.high) == pytest.approx((1, 1, 1))


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [([], [], "no_pairs"), ([None, 1], [2, NAN], "no_pairs"), (["a", "a"], ["a", "a"], "one_value")],
)
def test_kappa_undefined_is_missing_with_a_reason(first, second, reason):
    found = cohen_kappa(first, second)
    assert (found.reason, np.isnan(found.estimate), np.isnan(found.standard_error)) == (reason, True, True)
