"""Run one job: papermill, then the page from what the notebook shows; all or nothing."""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import papermill
from papermill.exceptions import PapermillExecutionError

from alliance_analytics.batch.jobs import Job, Outcome, outcome_of
from alliance_analytics.batch.making import make_files
from alliance_analytics.errors import AllianceError
from alliance_analytics.publish.page.check import PATTERNS

KERNEL = "python3"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
NOT_STARTED = re.compile(r"Kernel died before replying|Kernel didn't respond")
LOOK = "Open the notebook that was kept: it shows where it stopped."
OURS = {"AllianceError", *(each.__name__ for each in AllianceError.__subclasses__())}
"""Errors whose message is written for people, and holds no answer, name or path."""
Told = Callable[[int], None]


def run_job(job: Job, told: Told = lambda _: None) -> Outcome:
    """Run a job and return what became of it; a failure leaves no page, and keeps its notebook aside.

    Parameters
    ----------
    job : Job
        What to run.
    told : callable
        Is given the number of each code cell as it starts, where the kernel is the process itself.
    """
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        executed = Path(folder) / job.notebook.name
        outcome = _attempt(job, executed, told)
        if outcome.status == "failed":
            # On a disk that is full the reason is told all the same.
            with suppress(OSError):
                put_aside(job, executed)
    return replace(outcome, seconds=round(time.monotonic() - start, 1))


def failed_notebook(job: Job) -> Path:
    """Return where the notebook of a failed job is kept, for the analyst only."""
    return job.page.parent / "failed" / f"{job.page.stem}.ipynb"


def put_aside(job: Job, executed: Path) -> None:
    """Take away what could be taken for the page of this run, and keep the notebook that stopped."""
    job.page.unlink(missing_ok=True)
    if not executed.exists():
        return
    place = failed_notebook(job)
    place.parent.mkdir(parents=True, exist_ok=True)
    text = executed.read_text(encoding="utf-8")
    with os.fdopen(
        os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(_without_paths(text, job))


def _attempt(job: Job, executed: Path, told: Told) -> Outcome:
    try:
        _execute_with_retry(job, executed, told)
        placed = make_files(job, executed)
    except PapermillExecutionError as error:
        reason, remedy = _reason_and_remedy(error)
        return outcome_of(job, "failed", reason=reason, remedy=remedy, cell=_code_cell(error))
    except AllianceError as error:
        reason = " ".join(filter(None, (error.what, error.where, error.found)))
        return outcome_of(job, "failed", reason=_safe(reason, "PageError"), remedy=error.remedy or LOOK)
    except KeyboardInterrupt:
        return outcome_of(job, "failed", reason="It was stopped.", remedy="Run the reviews again.")
    except (RuntimeError, OSError, ValueError, MemoryError) as error:
        # Of anything else only the kind is told: its message may hold a path, an answer or a name.
        return outcome_of(job, "failed", **_broken_off(error))
    failed_notebook(job).unlink(missing_ok=True)
    return outcome_of(job, "done", page=job.name, headline=placed.headline, files=placed.files)


def _execute_with_retry(job: Job, executed: Path, told: Told) -> None:
    """Run the notebook; a kernel that did not start is started once more, a cell that failed is not."""
    try:
        _execute(job, executed, told)
    except RuntimeError as error:
        if not NOT_STARTED.search(str(error)):
            raise
        _execute(job, executed, told)


def _execute(job: Job, executed: Path, told: Told) -> None:
    papermill.execute_notebook(
        str(job.notebook),
        str(executed),
        parameters=job.parameters,
        kernel_name=KERNEL,
        progress_bar=False,
        request_save_on_cell_execute=False,
        cwd=str(job.notebook.parent),
        **_engine(job, told),
    )


def _engine(job: Job, told: Told) -> dict[str, Any]:
    """Return what papermill is told of where the cells run."""
    if job.kernel == "inside":
        from alliance_analytics.batch.inside import register  # noqa: PLC0415 - a kernel is none of its business

        return {"engine_name": register(), "told": told}
    from alliance_analytics.batch.kernels import ForkedKernelManager, PrivateKernelManager  # noqa: PLC0415

    return {"kernel_manager_class": ForkedKernelManager if job.kernel == "forked" else PrivateKernelManager}


def _code_cell(error: PapermillExecutionError) -> int | None:
    return int(error.exec_count) if error.exec_count else None


def _reason_and_remedy(error: PapermillExecutionError) -> tuple[str, str]:
    """Split the message of an error of this project into what is wrong and what to do."""
    if error.ename not in OURS:
        return f"The notebook stopped with {error.ename}.", LOOK
    lines = COLOURS.sub("", str(error.evalue)).splitlines() or [str(error.ename)]
    remedies = [line.split(":", 1)[1].strip() for line in lines if line.strip().startswith("What to do:")]
    reason = " ".join(line.strip() for line in lines if not line.strip().startswith("What to do:"))
    return _safe(reason, error.ename), " ".join(remedies) or LOOK


def _safe(reason: str, kind: str) -> str:
    """Return a reason, or only its kind when it holds what no page may hold."""
    leaks = any(pattern.search(reason) for pattern in PATTERNS.values())
    return f"The notebook stopped with {kind}." if leaks else reason


def _broken_off(error: Exception) -> dict[str, str]:
    if type(error).__name__ == "DeadKernelError":
        return {"reason": "The notebook ended its own kernel, or ran out of memory.", "remedy": LOOK}
    reason = f"The run broke off ({type(error).__name__})."
    return {"reason": reason, "remedy": "Run this alliance again on its own."}


def _without_paths(text: str, job: Job) -> str:
    """Return the text of a notebook without where it ran."""
    for path in (job.workspace, job.notebook.parent, job.page.parent.parent.absolute(), Path.home()):
        text = text.replace(json.dumps(str(path))[1:-1], f"<{path.name}>")
    return re.sub(r"/tmp/(tmp|ipykernel_)[\w/]+", "<run>", text)  # noqa: S108 - not a place to write to
