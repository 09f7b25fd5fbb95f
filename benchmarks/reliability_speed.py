"""Alpha of ten thousand groups in one pass, beside a loop over pingouin's.

Run ``python -m benchmarks.reliability_speed``; pingouin comes with the extra ``benchmark``. Its loop is timed
over some of the groups only and counted for all, since each takes as long as the next.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from time import perf_counter

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.agreement import ad_index, rwg_j
from alliance_analytics.measure.reliability import cronbach_alpha, cronbach_alpha_by_group

Floats = npt.NDArray[np.float64]
GROUPS, PEOPLE, ITEMS = 10_000, 50, 4
SAMPLED = 500
REPEATS = 5
SEED = 19510901
AIM = 130


def main() -> int:
    """Print seconds, ratio, memory and agreement; return 1 when the aim is missed."""
    try:
        import pingouin  # noqa: PLC0415 (a rival, not a dependency)
    except ImportError:
        print("pingouin is missing: install the extra 'benchmark' to have something to race against.")
        return 2
    answers, groups = people(GROUPS, PEOPLE, ITEMS)
    frames = [pd.DataFrame(answers[groups == group]) for group in range(SAMPLED)]
    one_pass = partial(cronbach_alpha_by_group, answers, groups)
    ours = seconds(one_pass)
    loop = seconds(lambda: [pingouin.cronbach_alpha(frame) for frame in frames], 2) * GROUPS / SAMPLED
    agreement, deviation = (seconds(partial(each, answers, groups)) for each in (rwg_j, ad_index))
    print(f"{len(answers):,} people in random order, {GROUPS:,} groups, {ITEMS} items")
    print(f"alpha in one pass {ours:.3f} s, {megabytes(one_pass):.0f} MB on top of the answers")
    print(f"pingouin in a loop {loop:.1f} s: {loop / ours:.0f} times as long (aim {AIM})")
    print(f"rWG(J) in one pass {agreement:.3f} s, AD {deviation:.3f} s")
    print(f"largest difference from one group at a time {largest_difference(answers, groups):.0e}")
    return int(loop / ours < AIM)


def people(groups: int, size: int, items: int) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return answers on 1 to 5 with 2% gaps, and the group of each person, in random order."""
    generator = np.random.default_rng(SEED)
    opinion = generator.standard_normal((groups * size, 1))
    leaning = opinion + generator.standard_normal((groups * size, items))
    answers = np.clip(np.round(leaning + 3.5), 1, 5)
    answers[generator.random(answers.shape) < 0.02] = np.nan
    return answers, generator.permutation(np.repeat(np.arange(groups), size))


def largest_difference(answers: Floats, groups: npt.NDArray[np.int64]) -> float:
    """Return how far alphas in one pass lie from alphas of one group at a time, at most."""
    together = cronbach_alpha_by_group(answers, groups)
    alone = [cronbach_alpha(answers[groups == group]).estimate for group in range(SAMPLED)]
    return float(np.abs(together.estimate[:SAMPLED] - alone).max())


def seconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the shortest of some runs."""
    return min(_timed(work) for _ in range(repeats))


def megabytes(work: Callable[[], object]) -> float:
    """Return the most memory that was held on the way."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
