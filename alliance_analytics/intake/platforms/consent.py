"""Who refused consent: *no* to a question for it, and nothing answered after that.

Somebody who says no and answers all the same may have meant something else; such a record is kept, for the
analyst to look at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.model.spelling import plain

ASKED = re.compile(
    r"\bconsent|\btoestemming|\beinwilligung|\beinverstanden|\bconsentement|\bconsiento|\bconsentimiento"
    r"|\bagree to (?:participate|take part|the data)|\bparticipate in (?:this|the) (?:study|survey)"
    r"|\bpersonal data\b|\bpersoonsgegevens\b|\bpersonenbezogene"
    r"|\bdonnees personnelles\b|\bdatos personales\b"
)
REFUSED = re.compile(r"(?:no|nee|nein|non)(?:\s*[,.;:(-].*)?|i do not (?:consent|agree)\b.*", re.DOTALL)


def without_consent(read: Export) -> Export:
    """Return the export with records that refuse consent ruled out, where nothing rules them out yet."""
    refused = refusals(read) & (read.exclusion == "")
    return replace(read, exclusion=read.exclusion.mask(refused, "refused_consent")) if refused.any() else read


def refusals(read: Export) -> pd.Series[bool]:
    """Return which records refuse consent and answer nothing else.

    Parameters
    ----------
    read : Export
        Records of respondents. Only words are read: what a code for consent means, the file does not say.
    """
    asked = [place for place, column in enumerate(read.columns) if _asks(column)]
    none = pd.Series(False, index=read.cells.index, dtype=bool)
    if not asked:
        return none
    refused = read.cells[asked].apply(lambda cells: cells.isin(_refusing(cells.unique()))).any(axis=1)
    return refused & ~_answered(read, set(asked)) if refused.any() else none


def _asks(column: Column) -> bool:
    return column.role == "answer" and bool(ASKED.search(plain(column.heading)))


def _refusing(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if REFUSED.fullmatch(plain(text))]


def _answered(read: Export, asked: set[int]) -> pd.Series[bool]:
    """Return which records hold anything outside the questions for consent."""
    others = [p for p, c in enumerate(read.columns) if c.role in ("answer", "choice") and p not in asked]
    blank = ["", *read.missing_labels]
    return ~read.cells[others].isin(blank).all(axis=1)
