"""Write answers as an SPSS file: numbers with value labels, and user-missing answers.

*Don't know* and *not applicable* are user-missing. Columns are named by the ids of the items and labelled
with the questions. There are no mail addresses: such a file is made for analysis, after the identifiers
were taken out. Which number is which answer, only the value labels tell.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pyreadstat

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, codes_in_order
from alliance_analytics.intake.platforms.labelled_answers import column_labels, numbered, value_labels

MARKED = frozenset({"duplicate", "empty"})
FIRST_SPECIAL = 8
# The record that opens the file notes when it was made, at a fixed place.
STAMP = slice(92, 109)
STAMP_FORMAT = "%d %b %y%H:%M:%S"


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a ``.sav`` file.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout. Without ``codes`` the points
        count from 1 up.
    path : Path
        File to write.
    """
    codes = survey.codes or codes_in_order(survey.instrument.points, first_special=FIRST_SPECIAL)
    scored = [item.id for item in survey.instrument.scored]
    pyreadstat.write_sav(
        numbered(survey, codes),
        path,
        column_labels=column_labels(survey),
        variable_value_labels=value_labels(survey, codes),
        missing_ranges={item: [codes["dont_know"], codes["not_applicable"]] for item in scored},
        variable_measure=dict.fromkeys(scored, "ordinal"),
        variable_format=dict.fromkeys(["respnr", "PARTNER", "LEVEL", *scored], "F2.0"),
        row_compress=True,
    )
    _stamp(path, survey.drawn)


def _stamp(path: Path, moment: datetime) -> None:
    content = bytearray(path.read_bytes())
    content[STAMP] = moment.strftime(STAMP_FORMAT).encode("ascii")
    path.write_bytes(content)
