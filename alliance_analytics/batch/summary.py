"""What a batch leaves for people and programs: an index page, a page of the run, and ``run.json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.batch.manifest import FOLDER
from alliance_analytics.digests import digest_of, digest_of_program
from alliance_analytics.publish.page.writing import write_beside

SUMMARY = "run.json"
INDEX = "index.html"
PAGE = "run.html"
PAGES = "pages.txt"
"""In the folder of the records: the digest of what both pages were made of."""
IN_INDEX: dict[str, Literal["done", "failed", "skipped"]] = {
    "done": "done",
    "unchanged": "done",
    "failed": "failed",
    "skipped": "skipped",
}
"""Readers of the index need not know in which run a review was made."""


def write_summary(outcomes: Sequence[Outcome], out: Path, *, title: str, language: str) -> Path:
    """Write the index page, the page of the run and the run summary, and return the path of the index.

    Parameters
    ----------
    outcomes : sequence of Outcome
        In order.
    out : Path
        Folder of the pages.
    title, language : str
        Of the index.
    """
    counts = Counter(outcome.status for outcome in outcomes)
    content = {
        "counts": dict(sorted(counts.items())),
        "reviews": [asdict(outcome) for outcome in outcomes],
    }
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    write_beside(out / SUMMARY, text)
    made_of = digest_of([text, title, language, digest_of_program()])
    if not _stand(out, made_of):
        _write_pages(outcomes, out, title, language)
        (out / FOLDER).mkdir(exist_ok=True)
        write_beside(out / FOLDER / PAGES, made_of)
    return out / INDEX


def _stand(out: Path, made_of: str) -> bool:
    """Return whether both pages are there and were made of the same."""
    told = out / FOLDER / PAGES
    return (
        (out / INDEX).exists()
        and (out / PAGE).exists()
        and told.exists()
        and told.read_text(encoding="utf-8") == made_of
    )


def _write_pages(outcomes: Sequence[Outcome], out: Path, title: str, language: str) -> None:
    # Imported here, so that finding nothing to do does not pay for drawing pages.
    from alliance_analytics.batch.run_page import render_run  # noqa: PLC0415
    from alliance_analytics.publish.page.index import IndexRow, render_index  # noqa: PLC0415

    rows = [
        IndexRow(
            alliance=each.alliance,
            wave=each.label or each.wave,
            status=IN_INDEX[each.status],
            href=each.page,
            finding=each.headline,
            reason=each.reason,
            remedy=each.remedy,
            title=each.title,
        )
        for each in outcomes
    ]
    write_beside(out / PAGE, render_run(outcomes, title=title, language=language))
    write_beside(out / INDEX, render_index(rows, title=title, language=language))


def exit_status(outcomes: Sequence[Outcome]) -> int:
    """Return 0 when all is well, 1 when a review failed, 2 when there was none to make."""
    if not any(outcome.status != "skipped" for outcome in outcomes):
        return 2
    return int(any(outcome.status == "failed" for outcome in outcomes))
