r"""LimeSurvey's vv format: tabs, two header records, codes for answers, and words in braces for other marks.

The first header record is for people, the second is for machines: *submitdate*, then ``Q1_SQ001`` or, in
older files, ``12X3X45SQ001``.
"""

from __future__ import annotations

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, question_and_part
from alliance_analytics.intake.platforms.limesurvey.administration import SURE
from alliance_analytics.intake.table import Table, each_text

NOT_SHOWN = "{question_not_shown}"
# A brace that somebody typed is written last, and so read last.
WORDS = {"{newline}": "\n", "{cr}": "\r", "{tab}": "\t", "{quote}": '"', "{lbrace}": "{"}
ENOUGH_NAMES = 2


def is_vv(table: Table) -> bool:
    """Return whether the second record holds the codes of the platform's own columns."""
    return len(SURE & set(table.record(1))) >= ENOUGH_NAMES


def vv_columns(table: Table) -> list[Column]:
    """Return the columns of a vv file: each a code, and the text above it."""
    pairs = zip(table.record(0), table.record(1), strict=True)
    return [Column(code, *question_and_part(_text(heading))) for heading, code in pairs]


def vv_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """Return cells with the words in braces read; what was not shown stays as it is written."""
    return cells.apply(lambda column: each_text(column, _text))


def _text(cell: str) -> str:
    if "{" not in cell or cell.strip() == NOT_SHOWN:
        return cell
    for word, mark in WORDS.items():
        cell = cell.replace(word, mark)
    return cell
