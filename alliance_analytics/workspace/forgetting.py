"""One person out of a whole workspace: erased where they were found, and noted without saying who.

Nothing is written before every file is ready.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from pathlib import Path

from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.layout import FORGOTTEN
from alliance_analytics.workspace.replacing import replace_all
from alliance_analytics.workspace.searching import Found, Search

COLUMNS = ("date", "alliance", "wave", "file", "records")


def erase(workspace: Workspace, search: Search, today: datetime.date) -> Path | None:
    """Rewrite the files in which a person was found; return the list of what was erased, if anything was.

    Every file is either as it was or rewritten, never half; and none is before all are ready.

    Parameters
    ----------
    workspace : Workspace
        The folder that was searched.
    search : Search
        What was found.
    today : date
        Written into ``forgotten.csv``.

    Raises
    ------
    WorkspaceError
        If a file cannot be written; then none is changed.
    """
    if not search.rewritten:
        return None
    log = workspace.root / FORGOTTEN
    contents = [(look.path, look.content) for look in search.looked if look.content is not None]
    replace_all([*contents, (log, _with_entries(log, search.rewritten, today))])
    return log


def _with_entries(log: Path, found: Sequence[Found], today: datetime.date) -> bytes:
    """Return the list of what was erased, with one line more a file; who it was, it never holds."""
    before = log.read_text(encoding="utf-8") if log.exists() else ",".join(COLUMNS) + "\n"
    text = io.StringIO(newline="")
    rows = ((today.isoformat(), each.alliance, each.wave, each.file, each.records) for each in found)
    csv.writer(text, lineterminator="\n").writerows(rows)
    return (before + text.getvalue()).encode()
