"""What each column is for: the platform says first, then what it asks, then what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from alliance_analytics.intake.description.described import Role
from alliance_analytics.intake.description.options import Option
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.base import Role as PlatformRole

BY_PLATFORM: dict[PlatformRole, Role] = {
    "mail": "identifier",
    "token": "identifier",
    "device": "identifier",
    "identifier": "identifier",
    "response_id": "identifier",
    "record_id": "identifier",
    "administration": "metadata",
    "timing": "timing",
    "choice": "choice",
    "other_text": "comment",
}
NUMERIC = re.compile(r"[-+\d\s.,:/%€$£]*\d[-+\d\s.,:/%€$£]*(?:[ap]\.?\s?m\.?)?", re.IGNORECASE)
RANGE = re.compile(r"\D{0,3}\d+\s*(?:[-–+]|to|tot|bis|a)\s*\D{0,2}\d*|[<>≥≤]\s*\d+", re.IGNORECASE)
"""Numbers from one to another, such as *18-29*, *60+* and *> 60*: a category, and no number."""
DATE = re.compile(r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.?),? \d{4}\b.{0,30}")
"""A date with the name of its month."""
MOST_CATEGORIES = 25
LONGEST_CATEGORY = 80
"""Letters from which a category is a sentence of somebody's own, unless it comes back."""


def role_of(
    column: Column, cells: pd.Series[str], options: Sequence[Option], *, is_answer: bool, is_identifying: bool
) -> Role:
    """Return the role of a column.

    Parameters
    ----------
    column : Column
        As its platform's reader left it.
    cells : Series of str
        The records' cells.
    options : sequence of Option
        Its different answers, () when they are many.
    is_answer : bool
        Whether its answers were found to lie on a scale.
    is_identifying : bool
        Whether it tells who somebody is.
    """
    if is_answer:
        return "answer"
    if is_identifying:
        return "identifier"
    if column.role != "answer":
        return BY_PLATFORM[column.role]
    return _by_content(cells, options, declared=bool(column.labels))


def _by_content(cells: pd.Series[str], options: Sequence[Option], *, declared: bool) -> Role:
    given = [option for option in options if option.count]
    if not options:
        texts = [text for text in cells.unique() if text.strip()]
        return "other" if all(map(_is_number_or_date, map(str.strip, texts))) else "comment"
    if not given:
        return "choice" if declared else "other"
    if declared:
        return "choice" if len(options) > 1 else "other"
    numbers = [option for option in given if not RANGE.fullmatch(option.text)]
    if len(numbers) > len(given) // 2 and all(NUMERIC.fullmatch(option.text) for option in given):
        return "choice" if _is_code(given) else "other"
    if all(DATE.fullmatch(option.text) for option in given):
        return "other"
    return "choice" if _are_categories(given) else "comment"


def _is_number_or_date(text: str) -> bool:
    return NUMERIC.fullmatch(text) is not None or DATE.fullmatch(text) is not None


def _is_code(given: Sequence[Option]) -> bool:
    """Return whether numbers are marks or codes of two kinds, such as 1 for a ticked box."""
    return len(given) <= 2 and all(option.code is not None and 0 <= option.code <= 2 for option in given)


def _are_categories(given: Sequence[Option]) -> bool:
    cells = sum(option.count for option in given)
    short = all(len(option.text) <= LONGEST_CATEGORY or option.count > 1 for option in given)
    return short and len(given) <= MOST_CATEGORIES and 2 * len(given) <= cells
