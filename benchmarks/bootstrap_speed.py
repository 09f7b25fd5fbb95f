"""Bootstrap limits for a thousand groups, beside a loop over scales and resamples and beside scipy.

Run ``python -m benchmarks.bootstrap_speed``. The rivals do some of the groups and are counted for all, since
each takes as long as the next. Seconds are those of the processor, on one thread each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

import numpy as np
import numpy.typing as npt
from scipy import stats

from alliance_analytics.measure.bootstrap import bootstrap_means

Floats = npt.NDArray[np.float64]
GROUPS, PEOPLE, SCALES, SAMPLES = 1_000, 100, 12, 2_000
LOOPED, LOOPED_BY_SCIPY = 2, 20
AIM = 200
SEED = 19790101


def main() -> int:
    """Print seconds, ratios and how far the limits lie apart; return 1 when the aim is missed."""
    scores = np.random.default_rng(SEED).normal(3.5, 0.8, (GROUPS * PEOPLE, SCALES))
    places = np.repeat(np.arange(GROUPS), PEOPLE)
    ours = min(seconds(lambda: bootstrap_means(scores, places, GROUPS, samples=SAMPLES)) for _ in range(3))
    looped = seconds(lambda: [loop(each) for each in _groups(scores, LOOPED)]) * GROUPS / LOOPED
    by_scipy = seconds(lambda: [scipys(each) for each in _groups(scores, LOOPED_BY_SCIPY)])
    by_scipy *= GROUPS / LOOPED_BY_SCIPY
    low, _ = bootstrap_means(scores, places, GROUPS, samples=SAMPLES)
    apart = max(abs(loop(each)[0] - low[at]).max() for at, each in enumerate(_groups(scores, LOOPED)))
    print(f"{GROUPS:,} groups of {PEOPLE}, {SCALES} scales, {SAMPLES:,} resamples: {ours:.2f} s")
    print(f"a loop over scales and resamples {looped:.0f} s: {looped / ours:.0f} times as long (aim {AIM})")
    print(f"scipy.stats.bootstrap {by_scipy:.0f} s: {by_scipy / ours:.0f} times as long")
    print(f"largest difference of a limit from the loop {apart:.3f} (chance of resampling)")
    return int(looped / ours < AIM)


def loop(scores: Floats) -> Floats:
    """Return percentile limits, one scale and one resample after the other, shape (2, scales)."""
    rng = np.random.default_rng(SEED)
    limits = [np.quantile([_resampled(own, rng) for _ in range(SAMPLES)], [0.025, 0.975]) for own in scores.T]
    return np.array(limits).T


def scipys(scores: Floats) -> object:
    """Return the same by scipy."""
    return stats.bootstrap((scores,), np.mean, n_resamples=SAMPLES, method="percentile", axis=0)


def seconds(work: Callable[[], object]) -> float:
    """Return what one run takes of the processor."""
    start = process_time()
    work()
    return process_time() - start


def _resampled(scores: Floats, rng: np.random.Generator) -> float:
    return float(scores[rng.integers(0, len(scores), len(scores))].mean())


def _groups(scores: Floats, count: int) -> list[Floats]:
    return [scores[at * PEOPLE : (at + 1) * PEOPLE] for at in range(count)]


if __name__ == "__main__":
    sys.exit(main())
