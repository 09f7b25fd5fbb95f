"""The same run on a cluster of dask, when one machine is not enough (extra *cluster*).

Workspace and pages lie where all see them: in a shared folder or in a bucket. The machine that asks plans
and keeps the records; a worker fetches the files of one alliance into a folder of its own, makes the review
in a forked process there, and puts the page in its place. Its record is written last. A worker that dies
leaves a review without one: the scheduler gives it to another worker, or the next run makes it. What a page
shows is noted beside the workspace's ledger before the page is put in its place. Scheduling, retries and lost
workers are dask's own business.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Any

from alliance_analytics.batch.batching import Means, memory_each
from alliance_analytics.batch.choosing import Choice, Only
from alliance_analytics.batch.fingerprint import KEY, KEYS
from alliance_analytics.batch.jobs import Job, Outcome, job_from_plain, outcome_of
from alliance_analytics.batch.manifest import (
    FOLDER,
    Record,
    digests,
    outcome_from_plain,
    place_of,
    write_record,
)
from alliance_analytics.batch.notebooks import notebook_named
from alliance_analytics.batch.planning import Asked
from alliance_analytics.batch.reviewing import Finished, decide, finish
from alliance_analytics.batch.spawning import SpawnedWorkers
from alliance_analytics.batch.stores import Store, not_installed
from alliance_analytics.batch.summary import INDEX, PAGE, SUMMARY
from alliance_analytics.batch.warm import ForkServer, fork_is_safe
from alliance_analytics.digests import digest_of, digest_of_program
from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace.ledger import FILE as RELEASES
from alliance_analytics.workspace.ledger import FOLDER as LEDGER
from alliance_analytics.workspace.ledger import NOTED_ELSEWHERE, gather

PATIENCE = 20
"""Seconds in which a scheduler must answer."""
Tell = Callable[[Outcome, int], None]
"""Is given each outcome as soon as it is there, and how many there will be."""
Told = tuple[dict[str, Any], dict[str, str]]
"""Of a worker: the outcome, and the digests of the files it put in their places."""


@dataclass(frozen=True)
class Run:
    """A run under way: its scheduler, where files are and go, their names, and seconds a review may take."""

    scheduler: str
    source: Store
    target: Store
    names: tuple[str, ...]
    timeout: float | None


@dataclass(frozen=True)
class Task:
    """What a worker is given: a job, where files are and go, and which files the job reads."""

    job: dict[str, Any]
    source: Store
    target: Store
    names: tuple[str, ...]
    timeout: float | None


def review_on_cluster(
    scheduler: str,
    places: tuple[str, str],
    asked: Asked,
    means: Means,
    tell: Tell,
    *,
    force: bool = False,
    only: Only | None = None,
) -> Finished:
    """Make the reviews on a cluster.

    Parameters
    ----------
    scheduler : str
        Address of its scheduler, e.g. ``tcp://host:8786``.
    places : tuple of str
        Addresses of the workspace and of the folder of the pages, as every worker can reach them.
    asked, means
        As for one machine; how many are made at once is the cluster's own.
    tell : callable
        Is given each outcome, and how many there are.
    force, only
        As for one machine.

    Raises
    ------
    WorkspaceError
        If the extra is not installed, the scheduler does not answer, or a worker has another version.
    """
    source, target = (Store(_whole(place)) for place in places)
    with tempfile.TemporaryDirectory() as folder:
        here = replace(asked, workspace=Path(folder) / _last(places[0]), out=Path(folder) / "out")
        names = source.names()
        source.fetch(names, here.workspace)
        kept = target.names()
        target.fetch([name for name in kept if name.startswith(f"{FOLDER}/")], here.out)
        planned, choices = decide(
            here, force=force, only=only, stands=lambda record: _all_there(record, kept)
        )
        run = Run(scheduler, source, target, names, means.timeout)
        outcomes = _make(run, choices, here.out, tell)
        finished = finish(planned, [*outcomes, *planned.skipped], here.out)
        for name in (SUMMARY, PAGE, INDEX):
            target.put(here.out / name, name)
        _put_plan(here.out, target)
    return replace(finished, index=f"{places[1].rstrip('/')}/{INDEX}")


def run_there(task: Task) -> Told:
    """Run a job on a worker: fetch, make, put in place; called by dask."""
    with tempfile.TemporaryDirectory() as folder:
        workspace, out = Path(folder) / Path(task.job["workspace"]).name, Path(folder) / "out"
        task.source.fetch(task.names, workspace)
        gather(workspace / LEDGER)
        before = _ledger_of(workspace)
        planned = job_from_plain(task.job)
        job = replace(
            planned,
            workspace=workspace,
            page=out / planned.alliance / planned.page.name,
            notebook=notebook_named(planned.notebook.stem),
        )
        outcome = _place(task.timeout, _threads()).run(job)
        _note(_ledger_of(workspace).removeprefix(before), task.source, Path(folder))
        _put(job, outcome, out, task.target)
        return asdict(outcome), digests(outcome, out)


def like_me() -> str:
    """Return what a worker must have in common with the machine that asks: program, libraries, and key."""
    return digest_of([digest_of_program(), os.environ.get(KEY, "")])


def _make(run: Run, choices: Sequence[Choice], records: Path, tell: Tell) -> tuple[Outcome, ...]:
    """Make what was chosen, and return the outcomes of all in their order."""
    found = {choice.job.name: choice.outcome for choice in choices}
    wanted = [choice for choice in choices if choice.outcome is None]
    for choice, outcome, files in _as_they_end(run, wanted) if wanted else ():
        write_record(choice.job, records, choice.parts, outcome, files)
        run.target.put(place_of(choice.job, records), _record_of(choice.job))
        tell(outcome, len(wanted))
        found[choice.job.name] = outcome
    return tuple(outcome for outcome in found.values() if outcome is not None)


def _as_they_end(run: Run, wanted: Sequence[Choice]) -> Iterator[tuple[Choice, Outcome, dict[str, str]]]:
    client, as_completed = _client(run.scheduler)
    with client:
        _refuse_others(client)
        waiting = {}
        for choice in wanted:
            run.target.remove(_record_of(choice.job))
            waiting[client.submit(run_there, _task(run, choice.job), pure=False)] = choice
        for future in as_completed(list(waiting), loop=client.loop):
            choice = waiting.pop(future)
            yield choice, *_told(future, choice.job)


def _task(run: Run, job: Job) -> Task:
    return Task(job.as_plain(), run.source, run.target, _read_by(job, run.names), run.timeout)


def _record_of(job: Job) -> str:
    return place_of(job, Path()).as_posix()


def _told(future: Any, job: Job) -> tuple[Outcome, dict[str, str]]:
    error = future.exception()
    if error is None:
        outcome, files = future.result()
        return outcome_from_plain(outcome), files
    reason = f"The run broke off on the cluster ({type(error).__name__})."
    return outcome_of(job, "failed", reason=reason, remedy="Look at the logs of the workers."), {}


def _client(scheduler: str) -> tuple[Any, Any]:
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 - of an extra
    except ImportError as error:
        raise not_installed() from error
    try:
        connect: Any = Client
        return connect(scheduler, timeout=PATIENCE, set_as_default=False), as_completed
    except OSError as error:
        raise WorkspaceError(
            "The scheduler of the cluster does not answer.",
            allowed="an address such as tcp://host:8786",
            remedy="Start it with: dask scheduler, and workers with: dask worker tcp://host:8786.",
        ) from error


def _refuse_others(client: Any) -> None:
    """Refuse a cluster whose workers would not make the same pages."""
    client.wait_for_workers(1, timeout=60)
    strange = [each for each in client.run(like_me).values() if each != like_me()]
    if strange:
        raise WorkspaceError(
            "Workers of the cluster have another version of the program or a library, or another key.",
            found=f"{len(strange)} workers",
            remedy="Install the same requirements.lock on every worker; put the key into the workspace.",
        )


def _read_by(job: Job, names: Sequence[str]) -> tuple[str, ...]:
    """Return the files that a job reads: those of its alliance, and those that all share."""
    own = f"{job.alliance}/"
    alone = not any(name.startswith(own) for name in names)
    read = (own, f"{KEYS}/", f"{LEDGER}/")
    return tuple(name for name in names if alone or "/" not in name or name.startswith(read))


def _ledger_of(workspace: Path) -> bytes:
    path = workspace / LEDGER / RELEASES
    return path.read_bytes() if path.exists() else b""


def _note(lines: bytes, source: Store, folder: Path) -> None:
    """Leave what was noted of releases beside the ledger, before any page is to be seen.

    A file of its own, for other workers note things at the same time; whoever opens the ledger gathers them.
    """
    if lines:
        noted = folder / "noted.jsonl"
        noted.write_bytes(lines)
        source.put(noted, f"{LEDGER}/{NOTED_ELSEWHERE}{token_hex(8)}.jsonl")


def _put(job: Job, outcome: Outcome, out: Path, target: Store) -> None:
    if outcome.status != "done":
        target.remove(job.name)
    for path in sorted(out.rglob("*")):
        if path.is_file() and path != job.page:
            target.put(path, path.relative_to(out).as_posix())
    if outcome.status == "done":
        target.put(job.page, job.name)


def _put_plan(out: Path, target: Store) -> None:
    for path in sorted((out / FOLDER).glob("*.*")):
        target.put(path, f"{FOLDER}/{path.name}")


def _all_there(record: Record, names: Sequence[str]) -> bool:
    return set(record.files) <= set(names)


def _whole(address: str) -> str:
    """Return an address as workers in other folders understand it."""
    return address if "://" in address else str(Path(address).absolute())


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2] or "workspace"


def _threads() -> int:
    from distributed import get_worker  # noqa: PLC0415 - of an extra

    return int(get_worker().state.nthreads)


@cache
def _place(timeout: float | None, at_once: int) -> ForkServer | SpawnedWorkers:
    """Return what runs the jobs of this worker, made when the first one comes; it goes with the worker."""
    if fork_is_safe():
        return ForkServer(memory_each(at_once), timeout)
    return SpawnedWorkers(timeout)
