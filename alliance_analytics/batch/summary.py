"""What a batch leaves for people and programs: an index page and ``run.json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from alliance_analytics.batch.jobs import Outcome
from alliance_analytics.publish.page.index import IndexRow, render_index
from alliance_analytics.publish.page.writing import write_beside

SUMMARY = "run.json"
INDEX = "index.html"


def write_summary(outcomes: Sequence[Outcome], out: Path, *, title: str, language: str) -> Path:
    """Write the index page and the run summary, and return the path of the index.

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
    content = {"counts": dict(sorted(counts.items())), "reviews": [asdict(outcome) for outcome in outcomes]}
    write_beside(out / SUMMARY, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    write_beside(out / INDEX, render_index([_row(each) for each in outcomes], title=title, language=language))
    return out / INDEX


def exit_status(outcomes: Sequence[Outcome]) -> int:
    """Return 0 when all is well, 1 when a review failed, 2 when there was none to make."""
    if not any(outcome.status != "skipped" for outcome in outcomes):
        return 2
    return int(any(outcome.status == "failed" for outcome in outcomes))


def _row(outcome: Outcome) -> IndexRow:
    return IndexRow(
        alliance=outcome.alliance,
        wave=outcome.wave,
        status=outcome.status,
        href=outcome.page,
        finding=outcome.headline,
        reason=outcome.reason,
        remedy=outcome.remedy,
    )
