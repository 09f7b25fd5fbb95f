"""What leaves the explorer: a picture, a table or a page, each made of exhibits and noted in the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alliance_analytics.errors import ParameterError
from alliance_analytics.publish.exhibit import OF_THE_TOOL, Exhibit, anchor_of
from alliance_analytics.publish.page.assembling import page_from
from alliance_analytics.publish.sharing.tables import csv_bytes
from alliance_analytics.publish.wording import words
from alliance_analytics.review.method import page
from alliance_analytics.review.recording import record_review
from alliance_analytics.review.study import Study
from alliance_analytics.workspace.replacing import replace_all


def save_picture(study: Study, exhibit: Exhibit, folder: Path) -> Path:
    """Write the picture of an exhibit as SVG, and return its path.

    Raises
    ------
    ParameterError
        If it has no picture.
    WorkspaceError
        If it cannot be written.
    """
    if not exhibit.svg:
        raise ParameterError("This view has no picture.", where=exhibit.anchor, remedy="Save its table.")
    return _write(study, folder, f"{exhibit.anchor}.svg", OF_THE_TOOL.sub("", exhibit.svg).encode())


def save_table(study: Study, exhibit: Exhibit, folder: Path) -> Path:
    """Write the table of an exhibit as CSV, and return its path.

    Raises
    ------
    ParameterError
        If it has no table.
    WorkspaceError
        If it cannot be written.
    """
    table = exhibit.table
    if table is None:
        raise ParameterError("This view has no table.", where=exhibit.anchor, remedy="Save its picture.")
    content = csv_bytes(table.header, table.rows, study.language)
    return _write(study, folder, f"{exhibit.anchor}.csv", content)


def save_report(study: Study, exhibits: Sequence[Exhibit], folder: Path) -> Path:
    """Write exhibits as one page without a script, and return its path.

    Parameters
    ----------
    study : Study
        Whose title and provenance stand on the page.
    exhibits : sequence of Exhibit
        Of this study, in the order in which they were added within a section.
    folder : Path
        Made where it is missing.

    Raises
    ------
    WorkspaceError
        If it cannot be written.
    """
    title = words("explorer", study.language)("report.title")
    content = page_from([page(study, title), *exhibits]).encode()
    return _write(study, folder, "report.html", content)


def _write(study: Study, folder: Path, name: str, content: bytes) -> Path:
    record_review(study)  # before anything leaves; a later review is held against what this one showed
    path = folder / f"{anchor_of(study.alliance)}-{anchor_of(study.wave)}-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    replace_all([(path, content)])
    return path
