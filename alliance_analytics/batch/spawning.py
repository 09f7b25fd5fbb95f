"""Workers that start from nothing, where a process cannot be forked safely: Windows and macOS.

Each runs one job after the other, in an ordinary kernel, so that the imports of papermill are paid once a
worker and those of the review once a kernel.
"""

from __future__ import annotations

import queue
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from types import TracebackType

from alliance_analytics.batch.jobs import Job, Outcome, outcome_of
from alliance_analytics.batch.warm import ENDED, LOOK, SLOW


@dataclass
class SpawnedWorkers:
    """Processes that are lent to one job each, and made anew when they die or are stopped."""

    timeout: float | None = None
    """Seconds that a job may take."""
    _free: queue.SimpleQueue[ProcessPoolExecutor] = field(default_factory=queue.SimpleQueue, init=False)

    def __enter__(self) -> SpawnedWorkers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, job: Job) -> Outcome:
        """Run a job in a worker that is free."""
        worker = self._worker()
        try:
            outcome = worker.submit(run_in_worker, replace(job, kernel="ordinary")).result(self.timeout)
        except TimeoutError:
            _end(worker)
            return _failed(job, f"It took longer than {self.timeout:g} seconds.", SLOW)
        except BrokenProcessPool:
            _end(worker)
            return _failed(job, ENDED, LOOK)
        self._free.put(worker)
        return outcome

    def close(self) -> None:
        """Stop all workers."""
        while not self._free.empty():
            _end(self._free.get())

    def _worker(self) -> ProcessPoolExecutor:
        try:
            return self._free.get_nowait()
        except queue.Empty:
            return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def run_in_worker(job: Job) -> Outcome:
    """Run a job here, papermill imported without what it does not need."""
    from alliance_analytics.batch.warming import without_the_slow_check  # noqa: PLC0415 - in the worker only

    without_the_slow_check()
    from alliance_analytics.batch.running import run_job  # noqa: PLC0415 - after the line above

    return run_job(job)


def _failed(job: Job, reason: str, remedy: str) -> Outcome:
    job.page.unlink(missing_ok=True)
    return outcome_of(job, "failed", reason=reason, remedy=remedy)


def _end(worker: ProcessPoolExecutor) -> None:
    # The pool has no way to stop a job under way but to end its process.
    for process in dict(getattr(worker, "_processes", None) or {}).values():
        process.kill()
    worker.shutdown(wait=False, cancel_futures=True)
