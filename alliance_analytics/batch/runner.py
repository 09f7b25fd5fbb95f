"""Run many jobs at once, each in a process of its own, and tell how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from alliance_analytics.batch.jobs import Job, Outcome
from alliance_analytics.batch.running import run_job

Tell = Callable[[Outcome], None]


def run_jobs(jobs: Sequence[Job], at_once: int, tell: Tell) -> tuple[Outcome, ...]:
    """Return the outcomes in the order of the jobs.

    Parameters
    ----------
    jobs : sequence of Job
        What to run.
    at_once : int
        How many processes; 1 or more.
    tell : callable
        Is given each outcome as soon as it is there.
    """
    found: dict[int, Outcome] = {}
    for position, outcome in _as_they_end(jobs, at_once):
        tell(outcome)
        found[position] = outcome
    return tuple(found[position] for position in range(len(jobs)))


def _as_they_end(jobs: Sequence[Job], at_once: int) -> Iterator[tuple[int, Outcome]]:
    # Spawned, not forked: the kernels' sockets and threads do not survive a fork.
    with ProcessPoolExecutor(max(1, min(at_once, len(jobs))), mp_context=get_context("spawn")) as pool:
        waiting: dict[Future[Outcome], int] = {pool.submit(run_job, job): at for at, job in enumerate(jobs)}
        for future in as_completed(waiting):
            at = waiting[future]
            yield at, _outcome(future, jobs[at])


def _outcome(future: Future[Outcome], job: Job) -> Outcome:
    """Return a job's outcome; whatever broke its process costs this one review, and no other."""
    error = future.exception()
    if error is None:
        return future.result()
    reason = f"The run broke off ({type(error).__name__})."
    return Outcome(
        job.alliance, job.wave, "failed", reason=reason, remedy="Run this alliance again on its own."
    )
