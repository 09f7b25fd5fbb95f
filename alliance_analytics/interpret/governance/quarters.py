"""The calendar that trends are counted on: quarters, with none left out because nothing happened in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable


def quarter_of(day: datetime.date) -> str:
    """Return the quarter of a day, so written that quarters sort in time.

    Examples
    --------
    >>> quarter_of(datetime.date(2025, 5, 1))
    '2025-Q2'
    """
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def quarters(found: Iterable[str]) -> list[str]:
    """Return all quarters from the first to the last of those found.

    Examples
    --------
    >>> quarters(["2025-Q1", "2024-Q3"])
    ['2024-Q3', '2024-Q4', '2025-Q1']
    """
    numbers = sorted({4 * int(name[:4]) + int(name[-1]) - 1 for name in found})
    span = range(numbers[0], numbers[-1] + 1) if numbers else ()
    return [f"{number // 4}-Q{number % 4 + 1}" for number in span]
