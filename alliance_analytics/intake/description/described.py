"""The description of one export: values, and nothing that tells who anybody is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["answer", "metadata", "identifier", "comment", "choice", "timing", "other"]
Direction = Literal["ascending", "descending", "unknown"]


@dataclass(frozen=True)
class Scale:
    """How the answers of one column are graded.

    Parameters
    ----------
    labels : tuple of str
        Low to high by meaning, () where numbers stand alone. Where only numbers put them in an order, they
        stand in the order of the numbers and the direction is unknown.
    points : int or None
        Answers that the scale offers, None where the file does not tell.
    direction : str
        ``'ascending'`` when more is a higher number, or when words alone stand in the cells;
        ``'descending'`` when the numbers run against the wording; ``'unknown'`` when nothing settles it.
    missing_codes : tuple of str
        Cells, as written, that stand for no answer.
    """

    labels: tuple[str, ...]
    points: int | None
    direction: Direction
    missing_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DescribedColumn:
    """One column of an export; ``scale`` only for an answer, ``item`` only where it asks one of ours."""

    name: str
    text: str
    role: Role
    scale: Scale | None = None
    item: str = ""


@dataclass(frozen=True)
class Problem:
    """One thing that an analyst should know of; ``row`` counts the records of the file from 1."""

    row: int | None
    column: str
    found: str
    allowed: str
    action: str


@dataclass(frozen=True)
class Description:
    """What one export holds.

    Parameters
    ----------
    platform, encoding, delimiter : str
        How the file is written; no delimiter for a workbook and for SPSS and Stata.
    header_records : int
        Records before the first respondent.
    records, people, responses : int
        Records of respondents, different people among them, and records that count by the default rules.
    excluded : mapping of str to int
        Reason to the number of records left out for it.
    columns : tuple of DescribedColumn
        In the order of the file; a grid that is written out comes once.
    problems : tuple of Problem
        What was forgiven, left open or is in doubt.
    """

    platform: str
    encoding: str
    delimiter: str
    header_records: int
    records: int
    people: int
    responses: int
    excluded: Mapping[str, int]
    columns: tuple[DescribedColumn, ...]
    problems: tuple[Problem, ...]

    @property
    def answers(self) -> tuple[DescribedColumn, ...]:
        """The columns that hold answers on a scale."""
        return tuple(column for column in self.columns if column.role == "answer")
