"""Known answers written in every layout, damaged in every way, and read back: equal, told, wrong or crashed.

Printed is a table of damage and layouts; the exit status is 1 when a number came out wrong or a file crashed
the reader. Each trial can be done again by its layout, its damage and its seed, which are printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice
from os import cpu_count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pandas as pd

from benchmarks.mutations.judging import Verdict
from benchmarks.mutations.layouts import LAYOUTS
from benchmarks.mutations.mutations import MUTATIONS
from benchmarks.mutations.trying import trial

OUTCOMES = ("equal", "told", "wrong", "crashed")
FAULTS = frozenset({"wrong", "crashed"})
TRIALS_A_PIECE = 40


@dataclass(frozen=True)
class Task:
    """One trial to be done: the names of a layout and of one or more kinds of damage, and a seed."""

    layout: str
    mutations: tuple[str, ...]
    seed: int


def main(arguments: Sequence[str]) -> int:
    """Do many trials, print what became of them, and return 1 when one went wrong."""
    options = _options(arguments)
    tasks = tasks_of(options.count, options.seed)
    with ProcessPoolExecutor(options.jobs) as pool:
        verdicts = list(pool.map(done, tasks, chunksize=TRIALS_A_PIECE))
    print(table(tasks, verdicts).to_markdown())
    faults = [
        (task, verdict) for task, verdict in zip(tasks, verdicts, strict=True) if verdict.outcome in FAULTS
    ]
    for task, verdict in faults:
        print(f"\n{verdict.outcome}: {task}\n{verdict.reason}")
    print(f"\n{dict(Counter(verdict.outcome for verdict in verdicts))}")
    return int(bool(faults))


def tasks_of(count: int, seed: int) -> list[Task]:
    """Return so many trials: every damage on every layout that it fits, again and again with other seeds."""
    chance = Random(seed)
    pairs = [(each.name, layout.name) for layout in LAYOUTS for each in MUTATIONS if each.fits(layout)]
    chance.shuffle(pairs)
    chosen = islice(cycle(pairs), count)
    return [Task(layout, (damage,), chance.randrange(2**32)) for damage, layout in chosen]


def done(task: Task) -> Verdict:
    """Return the verdict on one trial."""
    layout = next(layout for layout in LAYOUTS if layout.name == task.layout)
    mutations = [each for name in task.mutations for each in MUTATIONS if each.name == name]
    with TemporaryDirectory() as folder:
        return trial(layout, mutations, task.seed, Path(folder))


def table(tasks: Sequence[Task], verdicts: Sequence[Verdict]) -> pd.DataFrame:
    """Return the number of trials by damage, with a column a layout and one for each outcome.

    A cell holds the outcomes in the order of ``OUTCOMES``, such as ``3/2/0/0``.
    """
    trials = pd.DataFrame(
        {
            "damage": [" + ".join(task.mutations) for task in tasks],
            "layout": [task.layout for task in tasks],
            "outcome": pd.Categorical([verdict.outcome for verdict in verdicts], OUTCOMES),
        }
    )
    by_both = (
        trials.groupby(["damage", "layout"], observed=True)["outcome"].value_counts(sort=False).unstack()
    )
    cells = (
        by_both.reindex(columns=list(OUTCOMES), fill_value=0)
        .fillna(0)
        .astype(int)
        .astype(str)
        .agg("/".join, axis=1)
    )
    totals = trials.groupby("damage")["outcome"].value_counts().unstack().reindex(columns=list(OUTCOMES))
    return totals.fillna(0).astype(int).join(cells.unstack().fillna(""))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks.mutations")
    parser.add_argument("--count", type=int, default=10_000, help="number of trials")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=cpu_count(), help="trials at a time")
    return parser.parse_args(arguments)
