"""Make the reviews that were chosen, each with its record, side by side in as much memory as there is."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from alliance_analytics.batch.choosing import Choice
from alliance_analytics.batch.jobs import Job, Kernel, Outcome
from alliance_analytics.batch.manifest import forget_record, write_record
from alliance_analytics.batch.runner import Run, run_jobs
from alliance_analytics.batch.spawning import SpawnedWorkers
from alliance_analytics.batch.warm import ForkServer, fork_is_safe

SHARE = 0.8
"""Of the memory of the machine, for all reviews together."""
LEAST = 2**30
"""Bytes that one review may always hold."""


@dataclass(frozen=True)
class Means:
    """With what reviews are made: how many at once, seconds that one may take, and where its cells run."""

    at_once: int = 1
    timeout: float | None = None
    kernel: Kernel = "inside"


def usual_kernel() -> Kernel:
    """Return where cells run when nobody says: inside a forked process, or where none can be, a kernel."""
    return "inside" if fork_is_safe() else "ordinary"


def make_chosen(
    choices: Sequence[Choice], out: Path, means: Means, tell: Callable[[Outcome], None]
) -> tuple[Outcome, ...]:
    """Make what was chosen, and return the outcomes of all choices in their order.

    Parameters
    ----------
    choices : sequence of Choice
        Those without an outcome are made.
    out : Path
        Folder of the pages.
    means : Means
        With what.
    tell : callable
        Is given each outcome as soon as its record is written.
    """
    wanted = [choice for choice in choices if choice.outcome is None]
    if not wanted:
        return tuple(choice.outcome for choice in choices if choice.outcome is not None)
    with _place(means) as place:
        made = iter(make_with(place.run, wanted, out, means.at_once, tell))
        return tuple(choice.outcome or next(made) for choice in choices)


def make_with(
    run: Run, wanted: Sequence[Choice], out: Path, at_once: int, tell: Callable[[Outcome], None]
) -> tuple[Outcome, ...]:
    """Make reviews with ``run``; a record is taken away before and written after, never in between."""
    parts = {choice.job.name: choice.parts for choice in wanted}
    for choice in wanted:
        forget_record(choice.job, out)

    def keep(job: Job, outcome: Outcome) -> None:
        write_record(job, out, parts[job.name], outcome)
        tell(outcome)

    return run_jobs([choice.job for choice in wanted], at_once, keep, run)


def memory_each(at_once: int) -> int | None:
    """Return the bytes that one of several reviews may hold, or None where the system does not say."""
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
    return max(LEAST, int(SHARE * whole / at_once))


def _place(means: Means) -> ForkServer | SpawnedWorkers:
    if fork_is_safe():
        return ForkServer(memory_each(means.at_once), means.timeout)
    return SpawnedWorkers(means.timeout)
