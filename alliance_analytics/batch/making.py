"""From an executed notebook to its files in their places: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from alliance_analytics.batch.extras import Made, check, files_of
from alliance_analytics.batch.jobs import Job
from alliance_analytics.errors import PageError
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.publish.page.assembling import page_from
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.notebook import exhibits_of
from alliance_analytics.publish.page.writing import put_beside, write_beside


@dataclass(frozen=True)
class Placed:
    """What stands in the folder of the pages now: the main finding, and the names of the further files."""

    headline: str
    files: tuple[str, ...]


def make_files(job: Job, executed: Path) -> Placed:
    """Make the page and the further files of a job, check them, and put them in place, the page last.

    Raises
    ------
    PageError
        If the notebook did not run to its end, a file cannot be made, or would hold what must not leave.
    """
    exhibits = for_audience(exhibits_of(executed), job)
    page = page_from(exhibits)
    refuse_leaks(page, (str(job.workspace),), allowed=(job.contact,) if job.contact else ())
    made = Made(job.name, exhibits, page, job.parameters)
    files = files_of(made, job.extras)
    check(made, files, job.checks)
    job.page.parent.mkdir(parents=True, exist_ok=True)
    for ending, content in files.items():
        put_beside(job.page.with_name(job.page.stem + ending), content)
    write_beside(job.page, page)
    return Placed(_headline(exhibits), tuple(f"{job.alliance}/{job.page.stem}{ending}" for ending in files))


def for_audience(exhibits: Sequence[Exhibit], job: Job) -> tuple[Exhibit, ...]:
    """Return the exhibits of the sections that the audience of a job is given.

    Raises
    ------
    PageError
        If the review has no such section.
    """
    if not job.sections:
        return tuple(exhibits)
    known = dict.fromkeys(each.section for each in exhibits if not each.settings)
    if strange := [section for section in job.sections if section not in known]:
        raise PageError(
            "The review has no such section.",
            where=f"audience {job.audience}",
            found=", ".join(strange),
            allowed=", ".join(known),
            remedy="Name sections of the review in reports.yaml.",
        )
    return tuple(each for each in exhibits if each.settings or each.section in job.sections)


def _headline(exhibits: Sequence[Exhibit]) -> str:
    return next((each.points[0] for each in exhibits if each.section == MAIN_POINTS and each.points), "")
