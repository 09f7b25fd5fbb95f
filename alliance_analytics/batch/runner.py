"""Run many jobs at once and tell how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

from alliance_analytics.batch.jobs import Job, Outcome, outcome_of

Tell = Callable[[Job, Outcome], None]
Run = Callable[[Job], Outcome]
"""Runs one job in a process of its own and waits for it; called from several threads at once."""


def run_jobs(jobs: Sequence[Job], at_once: int, tell: Tell, run: Run) -> tuple[Outcome, ...]:
    """Return the outcomes in the order of the jobs.

    Parameters
    ----------
    jobs : sequence of Job
        What to run.
    at_once : int
        How many at the same time; 1 or more.
    tell : callable
        Is given each job and its outcome as soon as it is there, one after the other.
    run : callable
        Runs one job: of a fork server, of spawned workers, or of a cluster.
    """
    found: dict[int, Outcome] = {}
    for position, outcome in _as_they_end(jobs, at_once, run):
        tell(jobs[position], outcome)
        found[position] = outcome
    return tuple(found[position] for position in range(len(jobs)))


def _as_they_end(jobs: Sequence[Job], at_once: int, run: Run) -> Iterator[tuple[int, Outcome]]:
    pool = ThreadPoolExecutor(max(1, min(at_once, len(jobs))))
    try:
        waiting: dict[Future[Outcome], int] = {pool.submit(run, job): at for at, job in enumerate(jobs)}
        for future in as_completed(waiting):
            at = waiting[future]
            yield at, _outcome(future, jobs[at])
    finally:
        # Stopped on the way: what has not begun never does. What runs ends when its processes are stopped.
        pool.shutdown(wait=False, cancel_futures=True)


def _outcome(future: Future[Outcome], job: Job) -> Outcome:
    """Return a job's outcome; whatever broke its run costs this one review, and no other."""
    error = future.exception()
    if error is None:
        return future.result()
    reason = f"The run broke off ({type(error).__name__})."
    return outcome_of(job, "failed", reason=reason, remedy="Run this alliance again on its own.")
