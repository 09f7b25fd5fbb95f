"""Write answers as a Stata file: numbers with value labels, and letters for answers that cannot be used.

*Don't know* is ``.d`` and *not applicable* ``.n``. A question longer than Stata allows is cut short, as it
is in files that people save.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pyreadstat

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, codes_in_order
from alliance_analytics.intake.platforms.labelled_answers import (
    Code,
    column_labels,
    numbered,
    value_labels,
)

MARKED = frozenset({"duplicate", "empty"})
MISSING = {"dont_know": "d", "not_applicable": "n"}
FIRST_SPECIAL = 8
LONGEST_LABEL = 80
"""Bytes that Stata keeps of a question."""
STAMP = b"<timestamp>\x11"
STAMP_FORMAT = "%d %b %Y %H:%M"


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a ``.dta`` file.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout. Without ``codes`` the points
        count from 1 up.
    path : Path
        File to write.
    """
    points = survey.codes or codes_in_order(survey.instrument.points, first_special=FIRST_SPECIAL)
    codes: dict[str, Code] = {**points, **MISSING}
    scored = [item.id for item in survey.instrument.scored]
    pyreadstat.write_dta(
        numbered(survey, codes),
        path,
        column_labels=column_labels(survey, LONGEST_LABEL),
        variable_value_labels=value_labels(survey, codes),
        missing_user_values={item: [*MISSING.values()] for item in scored},
    )
    _stamp(path, survey.drawn)


def _stamp(path: Path, moment: datetime) -> None:
    """Date the file by its last record, so that the same answers give the same bytes."""
    content = path.read_bytes()
    start = content.index(STAMP) + len(STAMP)
    stamp = moment.strftime(STAMP_FORMAT).encode("ascii")
    path.write_bytes(content[:start] + stamp + content[start + len(stamp) :])
