"""Write answers as an SPSS file: numbers with value labels, and user-missing answers.

*Don't know* and *not applicable* are user-missing. Columns are named by the ids of the items and labelled
with the questions. There are no mail addresses: such a file is made for analysis, after the identifiers
were taken out. Which number is which answer, only the value labels tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from math import nan
from pathlib import Path

import pandas as pd
import pyreadstat

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, codes_in_order

MARKED = frozenset({"duplicate", "empty"})
FIRST_SPECIAL = 8
TIME = "%Y-%m-%d %H:%M:%S"
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
        _frame(survey, codes),
        path,
        column_labels=_column_labels(survey),
        variable_value_labels=_value_labels(survey, codes),
        missing_ranges={item: [codes["dont_know"], codes["not_applicable"]] for item in scored},
        variable_measure=dict.fromkeys(scored, "ordinal"),
        variable_format=dict.fromkeys(["respnr", "PARTNER", "LEVEL", *scored], "F2.0"),
        row_compress=True,
    )
    _stamp(path, survey.drawn)


def _frame(survey: AnswersToWrite, codes: Mapping[str, int]) -> pd.DataFrame:
    columns: dict[str, list[float] | list[str]] = {
        "respnr": [float(row + 1) for row in survey.rows],
        "submitted": [record.submitted.strftime(TIME) for record in survey.records],
        "PARTNER": _numbered([record.partner for record in survey.records], _partners(survey)),
        "LEVEL": _numbered([record.level for record in survey.records], [*survey.instrument.levels]),
    }
    for item in survey.instrument.scored:
        columns[item.id] = [float(codes.get(survey.answer(row, item.id), nan)) for row in survey.rows]
    for item in survey.open_items:
        columns[item.id] = [str(text) for text in survey.comments[item.id]]
    return pd.DataFrame(columns)


def _partners(survey: AnswersToWrite) -> list[str]:
    """Return the partners offered, then the names that people typed themselves."""
    typed = sorted({record.partner for record in survey.records} - {*survey.partners, ""})
    return [*survey.partners, *typed]


def _numbered(values: list[str], names: list[str]) -> list[float]:
    numbers = {name: float(number) for number, name in enumerate(names, start=1)}
    return [numbers.get(value, nan) for value in values]


def _column_labels(survey: AnswersToWrite) -> dict[str, str | None]:
    asked: dict[str, str | None] = {"PARTNER": survey.asked("partner"), "LEVEL": survey.asked("level")}
    items = (*survey.instrument.scored, *survey.open_items)
    return asked | {item.id: item.asked(survey.language) for item in items}


def _value_labels(survey: AnswersToWrite, codes: Mapping[str, int]) -> dict[str, dict[float, str]]:
    answers = {float(code): survey.labels[answer] for answer, code in codes.items()}
    levels = [wording[survey.language] for wording in survey.instrument.levels.values()]
    named = {"PARTNER": _partners(survey), "LEVEL": levels}
    numbered = {
        column: {float(number): name for number, name in enumerate(names, start=1)}
        for column, names in named.items()
    }
    return numbered | {item.id: answers for item in survey.instrument.scored}


def _stamp(path: Path, moment: datetime) -> None:
    content = bytearray(path.read_bytes())
    content[STAMP] = moment.strftime(STAMP_FORMAT).encode("ascii")
    path.write_bytes(content)
