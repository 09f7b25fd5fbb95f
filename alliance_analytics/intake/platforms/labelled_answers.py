"""Answers as SPSS and Stata files hold them: a number or letter for each, and labels that say its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from math import nan
from typing import Any

import pandas as pd

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite

Code = int | str
TIME = "%Y-%m-%d %H:%M:%S"


def numbered(survey: AnswersToWrite, codes: Mapping[str, Code]) -> pd.DataFrame:
    """Return the records: ids, times, partner, level and statements as numbers, comments as text.

    Parameters
    ----------
    survey : AnswersToWrite
        What to write; without mail addresses, for such a file is made for analysis.
    codes : mapping of str to int or str
        Answer to its number, or to the letter of a missing value.
    """
    columns: dict[str, list[Code | float] | list[float] | list[str]] = {
        "respnr": [float(row + 1) for row in survey.rows],
        "submitted": [record.submitted.strftime(TIME) for record in survey.records],
        "PARTNER": _places([record.partner for record in survey.records], _partners(survey)),
        "LEVEL": _places([record.level for record in survey.records], [*survey.instrument.levels]),
    }
    for item in survey.instrument.scored:
        columns[item.id] = [_code(codes.get(survey.answer(row, item.id), nan)) for row in survey.rows]
    for item in survey.open_items:
        columns[item.id] = [str(text) for text in survey.comments[item.id]]
    return pd.DataFrame(columns)


def column_labels(survey: AnswersToWrite, longest: int | None = None) -> dict[str, str | None]:
    """Return the question that each column asks, cut to the ``longest`` number of bytes if there is one."""
    asked: dict[str, str] = {"PARTNER": survey.asked("partner"), "LEVEL": survey.asked("level")}
    items = (*survey.instrument.scored, *survey.open_items)
    asked |= {item.id: item.asked(survey.language) for item in items}
    return {name: text.encode()[:longest].decode(errors="ignore") for name, text in asked.items()}


def value_labels(survey: AnswersToWrite, codes: Mapping[str, Code]) -> dict[str, dict[Any, str]]:
    """Return for each numbered column what its codes mean."""
    answers = {_code(code): survey.labels[answer] for answer, code in codes.items()}
    levels = [wording[survey.language] for wording in survey.instrument.levels.values()]
    named: dict[str, dict[Any, str]] = {
        column: {float(number): name for number, name in enumerate(names, start=1)}
        for column, names in {"PARTNER": _partners(survey), "LEVEL": levels}.items()
    }
    return named | {item.id: answers for item in survey.instrument.scored}


def _code(code: Code | float) -> float | str:
    return code if isinstance(code, str) else float(code)


def _partners(survey: AnswersToWrite) -> list[str]:
    """Return the partners offered, then the names that people typed themselves."""
    typed = sorted({record.partner for record in survey.records} - {*survey.partners, ""})
    return [*survey.partners, *typed]


def _places(values: list[str], names: list[str]) -> list[float]:
    numbers = {name: float(number) for number, name in enumerate(names, start=1)}
    return [numbers.get(value, nan) for value in values]
