"""When a document was written, where it says so itself; else nobody knows.

Taken in this order: what a mail or a page declares, one date among its title and labels, one date in the
name of its file, and last the day on which a program saved it, if the document names that year too. Programs
stamp templates and copies, and a date in a sentence is when something happened, not when it was written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from alliance_analytics.intake.documents.block import Document
from alliance_analytics.intake.documents.sentences import is_prose

FIRST_YEAR, LAST_YEAR = 1980, 2099
"""Years that a document of an alliance can be of; our convention."""

_MONTHS = (
    "jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|july?|juli|aug(?:ust(?:us)?)?"
    "|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTHS_BEGIN = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb maa apr mei jun jul aug sep okt nov dec",
)
_NUMBER_OF_MONTH = {
    start: number for starts in _MONTHS_BEGIN for number, start in enumerate(starts.split(), start=1)
} | {"mrt": 3}
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}-?(?P<month>\d\d)-?(?P<day>\d\d)(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?[\s-](?:of\s)?(?P<month>{_MONTHS})\b\.?,?[\s-]{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTHS})\b\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}(?!\d)", re.IGNORECASE
)
_NUMBERS = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}(?!\d)"
)


def date_of(name: str, document: Document, language: str) -> date | None:
    """Return the date of a document, or None when it does not say it beyond doubt.

    Parameters
    ----------
    name : str
        Name of the file.
    document : Document
        What was read.
    language : str
        ``'nl'`` puts the day before the month when both are numbers; other languages do both.
    """
    labels = [line for line in document.opening if not is_prose(line)]
    spelt = name.replace("_", "-")
    for texts in (labels, [spelt]):
        found = {day for text in texts for day in dates_in(text, language)}
        if document.dated or len(found) == 1:
            return document.dated or found.pop()
    return document.saved if _names_year(document.saved, [spelt, *document.opening]) else None


def dates_in(text: str, language: str) -> Iterator[date]:
    """Yield the whole dates in a text; one in numbers only when its order is certain.

    Examples
    --------
    >>> [str(day) for day in dates_in("Minutes of 14 May 2024", "en")]
    ['2024-05-14']
    >>> list(dates_in("03/04/2024", "en"))
    []
    >>> [str(day) for day in dates_in("03-04-2024", "nl")]
    ['2024-04-03']
    """
    for pattern in (_YEAR_FIRST, _DAY_MONTH, _MONTH_DAY):
        for found in pattern.finditer(text):
            yield from _valid(found["year"], _month(found["month"]), int(found["day"]))
    for found in _NUMBERS.finditer(text):
        day, month = int(found["first"]), int(found["second"])
        if month > 12:
            day, month = month, day
        if language == "nl" or day > 12 or day == month:
            yield from _valid(found["year"], month, day)


def iso_date(text: str) -> date | None:
    """Return the date at the start of a text such as ``2024-05-14T09:30``, or None when there is none."""
    found = _YEAR_FIRST.match(text.strip())
    return next(iter(_valid(found["year"], int(found["month"]), int(found["day"]))), None) if found else None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBER_OF_MONTH[text[:3].lower()]


def _valid(year: str, month: int, day: int) -> Iterable[date]:
    try:
        found = date(int(year), month, day)
    except ValueError:
        return ()
    return (found,) if FIRST_YEAR <= found.year <= LAST_YEAR else ()


def _names_year(saved: date | None, texts: Sequence[str]) -> bool:
    return saved is not None and any(re.search(rf"(?<!\d){saved.year}(?!\d)", text) for text in texts)
