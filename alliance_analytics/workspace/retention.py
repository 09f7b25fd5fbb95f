"""How long raw answers may be kept: a wave can carry the date, and the check says when it has passed."""

from __future__ import annotations

import datetime
from pathlib import Path

from alliance_analytics.workspace.layout import late_files, survey_files


def kept_too_long(folder: Path, until: datetime.date | None, today: datetime.date) -> tuple[str, ...]:
    """Return the names of the files of answers in a wave that should be gone.

    Parameters
    ----------
    folder : Path
        The folder of the wave.
    until : date or None
        Last day on which the raw answers may be there; None for no such day.
    today : date
        The present day.
    """
    if until is None or today <= until:
        return ()
    files = (*survey_files(folder), *late_files(folder))
    return tuple(path.relative_to(folder).as_posix() for path in files)
