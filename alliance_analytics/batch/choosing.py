"""Which of the reviews asked for have to be made, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Literal

from alliance_analytics.batch.fingerprint import Parts, Tree, parts_of
from alliance_analytics.batch.jobs import Job, Outcome, outcome_of
from alliance_analytics.batch.manifest import Record, read_record, unchanged

Only = Literal["failed"]
Stands = Callable[[Record], bool]
CHANGED = {
    "inputs": "its data or settings changed",
    "parameters": "its parameters changed",
    "notebook": "the notebook changed",
    "package": "the program, its rules or a library changed",
}
"""Part to what is said when it is no longer the same."""


@dataclass(frozen=True)
class Choice:
    """A job, and why it is run; when it is not, what became of it stands in ``outcome``."""

    job: Job
    parts: Parts
    why: str
    outcome: Outcome | None = None


def choose(
    jobs: Sequence[Job],
    tree: Tree,
    out: Path,
    *,
    force: bool = False,
    only: Only | None = None,
    stands: Stands | None = None,
) -> tuple[Choice, ...]:
    """Return for each job whether it is run, and why.

    Parameters
    ----------
    jobs : sequence of Job
        All that were asked for.
    tree : Tree
        The files of the workspace.
    out : Path
        Folder of the pages.
    force : bool
        Run all of them.
    only : {'failed'}, optional
        Run those that failed in their last run, and leave the others as they are.
    stands : callable, optional
        Says of a record whether its files are where they were put; looks into ``out`` when left out.
    """
    look = stands or partial(_stands_in, out)
    return tuple(_choice(parts_of(job, tree), job, out, look, force=force, only=only) for job in jobs)


def _choice(parts: Parts, job: Job, out: Path, stands: Stands, *, force: bool, only: Only | None) -> Choice:
    record = read_record(job, out)
    why = "it was asked for by --force" if force else _why(parts, record, stands)
    failed = record is not None and record.outcome.status == "failed"
    if only == "failed" and not failed and why:
        return Choice(job, parts, "", _left(job, why))
    if not why and record is not None:
        return Choice(job, parts, "", unchanged(record, job))
    return Choice(job, parts, why)


def _stands_in(out: Path, record: Record) -> bool:
    return record.stands(out)


def _why(parts: Parts, record: Record | None, stands: Stands) -> str:
    """Return why a review has to be made; an empty text when it stands."""
    if record is None:
        return "it was not made yet"
    if record.outcome.status == "failed":
        return "it failed"
    named = (
        part.name for part in fields(Parts) if getattr(parts, part.name) != getattr(record.parts, part.name)
    )
    changed = [CHANGED[name] for name in named]
    if changed:
        return ", and ".join(changed)
    return "" if stands(record) else "a file of it is gone, or was changed by hand"


def _left(job: Job, why: str) -> Outcome:
    reason = f"Only reviews that failed were asked for; {why}."
    return outcome_of(job, "skipped", reason=reason, remedy="Run the reviews without --only.")
