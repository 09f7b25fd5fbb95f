"""A word for a number knows how many people it rests on."""

import pytest

from alliance_analytics.measure.results import Estimate
from alliance_analytics.measure.verdicts import Verdict, agreement_verdict, reliability_verdict

NAN = float("nan")


def estimate(value, n, low=NAN, high=NAN):
    return Estimate(estimate=value, method="m", n=n, low=low, high=high)


@pytest.mark.parametrize(
    ("found", "key"),
    [
        (estimate(NAN, 40), "undefined"),
        (estimate(0.9, 19, 0.8, 0.95), "too_few"),
        (estimate(0.85, 60, 0.78, 0.90), "enough"),
        (estimate(0.75, 30, 0.58, 0.87), "probably_enough"),
        (estimate(0.65, 30, 0.42, 0.81), "probably_not_enough"),
        (estimate(0.30, 60, 0.01, 0.53), "not_enough"),
        (estimate(0.75, 30), "probably_enough"),
        (estimate(0.65, 30), "probably_not_enough"),
    ],
)
def test_reliability(found, key):
    assert reliability_verdict(found) == Verdict(key, found.n)


@pytest.mark.parametrize(
    ("agreement", "deviation", "n", "key"),
    [
        (NAN, NAN, 1, "undefined"),
        (0.9, 0.3, 9, "too_few"),
        (0.9, 0.3, 10, "enough"),
        (0.9, 1.1, 30, "probably_not_enough"),
        (0.2, 1.3, 30, "not_enough"),
    ],
)
def test_agreement(agreement, deviation, n, key):
    found = agreement_verdict(estimate(agreement, n), estimate(deviation, n))
    assert found == Verdict(key, n)
