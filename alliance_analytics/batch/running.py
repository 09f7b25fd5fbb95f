"""Run one job: papermill in a fresh kernel, then the page from what the notebook shows; all or nothing."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import papermill
from papermill.exceptions import PapermillExecutionError

from alliance_analytics.batch.jobs import Job, Outcome
from alliance_analytics.batch.kernels import PrivateKernelManager
from alliance_analytics.errors import AllianceError
from alliance_analytics.publish.exhibit import MAIN_POINTS
from alliance_analytics.publish.page.assembling import page_from
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.notebook import exhibits_of
from alliance_analytics.publish.page.writing import write_beside

KERNEL = "python3"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def run_job(job: Job) -> Outcome:
    """Run a job and return what became of it; a failure leaves no page, and keeps its notebook aside."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        executed = Path(folder) / job.notebook.name
        outcome = _attempt(job, executed)
        if outcome.status == "failed":
            _put_aside(job, executed)
    return replace(outcome, seconds=round(time.monotonic() - start, 1))


def failed_notebook(job: Job) -> Path:
    """Return where the notebook of a failed job is kept, for the analyst only."""
    return job.page.parent / "failed" / f"{job.page.stem}.ipynb"


def _attempt(job: Job, executed: Path) -> Outcome:
    try:
        _execute(job, executed)
        headline = _write_page(job, executed)
    except PapermillExecutionError as error:
        return _failed(job, *_reason_and_remedy(error), cell=_code_cell(error))
    except AllianceError as error:
        return _failed(
            job, " ".join(filter(None, (error.what, error.where, error.found))), error.remedy or ""
        )
    return Outcome(job.alliance, job.wave, "done", f"{job.alliance}/{job.page.name}", headline)


def _execute(job: Job, executed: Path) -> None:
    papermill.execute_notebook(
        str(job.notebook),
        str(executed),
        parameters=job.parameters,
        kernel_name=KERNEL,
        progress_bar=False,
        request_save_on_cell_execute=False,
        kernel_manager_class=PrivateKernelManager,
        cwd=str(job.notebook.parent),
    )


def _write_page(job: Job, executed: Path) -> str:
    exhibits = exhibits_of(executed)
    page = page_from(exhibits)
    refuse_leaks(page, (str(job.workspace),), allowed=(job.contact,) if job.contact else ())
    job.page.parent.mkdir(parents=True, exist_ok=True)
    write_beside(job.page, page)
    failed_notebook(job).unlink(missing_ok=True)
    return next((each.points[0] for each in exhibits if each.section == MAIN_POINTS and each.points), "")


def _put_aside(job: Job, executed: Path) -> None:
    """Take away what could be taken for the page of this run, and keep the notebook that stopped."""
    job.page.unlink(missing_ok=True)
    if executed.exists():
        place = failed_notebook(job)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(executed, place)


def _failed(job: Job, reason: str, remedy: str, cell: int | None = None) -> Outcome:
    return Outcome(job.alliance, job.wave, "failed", cell=cell, reason=reason, remedy=remedy)


def _code_cell(error: PapermillExecutionError) -> int | None:
    return int(error.exec_count) if error.exec_count else None


def _reason_and_remedy(error: PapermillExecutionError) -> tuple[str, str]:
    """Split the message of an error of this project into what is wrong and what to do."""
    lines = COLOURS.sub("", str(error.evalue)).splitlines() or [str(error.ename)]
    remedies = [line.split(":", 1)[1].strip() for line in lines if line.strip().startswith("What to do:")]
    reason = " ".join(line.strip() for line in lines if not line.strip().startswith("What to do:"))
    return reason, " ".join(remedies) or "Open the notebook that was kept: it shows where it stopped."
