"""Many tests at once: the worked example in print, and a slow witness."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.measure.multiplicity import p_adjust

# Benjamini & Hochberg (1995), section 3.2: fifteen comparisons of two treatments.
PRINTED = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1),
]


def slow_holm(p):
    order = sorted(range(len(p)), key=lambda place: p[place])
    found, highest = [0.0] * len(p), 0.0
    for rank, place in enumerate(order):
        highest = max(highest, min(1.0, (len(p) - rank) * p[place]))
        found[place] = highest
    return found


def test_the_example_in_print():
    assert (p_adjust(np.array(PRINTED), "benjamini-hochberg") <= 0.05).sum() == 4
    assert (p_adjust(np.array(PRINTED), "bonferroni") <= 0.05).sum() == 3


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_holm_steps_down(p):
    assert p_adjust(np.array(p)).tolist() == pytest.approx(slow_holm(p))


def test_what_was_not_tested_does_not_count():
    assert p_adjust(np.array([0.01, np.nan, 0.02])).tolist() == pytest.approx(
        [0.02, np.nan, 0.02], nan_ok=True
    )
    assert np.isnan(p_adjust(np.array([np.nan]))).all()
