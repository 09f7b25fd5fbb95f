"""The different answers of a column: what stands in the cell, the wording, a number, and how often.

A declared label is an option even if nobody chose it. A number is taken out of a label only where it is
marked off as one, as in *Agree (4)* and *4 - Agree*; *2 or 3 times a month* keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

import pandas as pd

from alliance_analytics.intake.labels import bare_number
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import MissingKind, answer_scales
from alliance_analytics.model.spelling import plain

MOST = 100
"""Different texts of a column from which it is no list of answers."""
NUMBER_FIRST = re.compile(
    r"\(?\s*(?P<number>-?\d{1,2})(?:\s*[).:=\]]+|\s+-+(?=\s)|\s+(?=[^\W\d]))\W*(?P<wording>.*)", re.DOTALL
)
NUMBER_LAST = re.compile(r"(?P<wording>.*[^\s(\[=:-])[\s(\[=:-]+(?P<number>-?\d{1,2})[)\]\s]*", re.DOTALL)
LONGEST_NUMBERED = 120
"""Letters above which a text is a sentence with a number in it."""
IN_BRACKETS = re.compile(r"\(([^()]*)\)")
LEADS_ON = re.compile(r"(?:or|to|of|and|tot|en|bis|oder|ou|times?|keer|mal|fois)\b")
"""Words that make a number in front of them a part of the wording."""
SKIPPED = re.compile(
    r"(?:skip|skipped|inap|inapplicable|iap|filter)\b"
    r"|(?:i )?(?:did(?: not|n't)|have(?: not|n't)(?: yet)?) (?:use|tried|try|attend|visit)(?:d|ed)?\b"
    r"|(?:i )?(?:was|am|were) (?:not|never|un) ?aware\b|not aware of (?:this|it)\b"
    r"|nao (?:sei|se aplica|sabe|tenho opiniao|uso|utilizo)\b|prefiro nao (?:responder|dizer)\b|sem opiniao\b"
    r"|i (?:don't|do not) know (?:this|that|it|about)\b|i know but never\b|(?:i have )?never heard\b"
)
PARTS = re.compile(r"\s*[/;]\s*|,\s+|\s+-\s+")


@dataclass(frozen=True)
class Option:
    """One answer of a column.

    Parameters
    ----------
    text : str
        What stands in the cell.
    label : str
        The wording, from the file's own labels where it declares any.
    count : int
        Cells that hold it.
    code : int or None
        The number in the cell, where the cell is a number.
    missing : bool
        Whether it stands for no answer.
    """

    text: str
    label: str
    count: int
    code: int | None = None
    missing: bool = False

    @cached_property
    def wording(self) -> str:
        """The label in plain spelling; '' for a number that stands alone."""
        return "" if bare_number(self.label) is not None else plain(self.label)


def options_of(
    column: Column, cells: pd.Series[str], missing_labels: Mapping[str, MissingKind]
) -> tuple[Option, ...]:
    """Return the different answers of a column, the commonest first; () when there are too many.

    Parameters
    ----------
    column : Column
        With the labels and missing codes that the file declares.
    cells : Series of str
        The records' cells.
    missing_labels : mapping of str to str
        Cells that the platform fills in by itself.
    """
    if cells.nunique() > MOST and len({plain(text) for text in islice(cells.unique(), 20 * MOST)}) > MOST:
        return ()
    counts: dict[str, int] = {}
    for text, count in cells.value_counts().items():
        counts[str(text).strip()] = counts.get(str(text).strip(), 0) + int(count)
    counts = dict.fromkeys(column.labels, 0) | counts
    return tuple(_option(text, count, column, missing_labels) for text, count in counts.items() if text)


def is_missing(label: str) -> bool:
    """Return whether a label, all its parts, or what it says in brackets, mean that there is no answer.

    Examples
    --------
    >>> is_missing("Prefer not to say/not answered"), is_missing("Unfamiliar (N/A)"), is_missing("Agree")
    (True, True, False)
    """
    known, words = _missing(), plain(label)
    parts = [plain(part) for part in PARTS.split(label)]
    return (
        words in known
        or bool(SKIPPED.match(words))
        or any(plain(inside) in known for inside in IN_BRACKETS.findall(label))
        or (len(parts) > 1 and all(part in known for part in parts))
    )


def is_known_missing(label: str) -> bool:
    """Return whether a label, or each of its parts, is to the letter one of a missing answer."""
    return plain(label) in _missing() or all(plain(part) in _missing() for part in PARTS.split(label))


def split_number(label: str) -> tuple[int | None, str]:
    """Return the number that a label bears, and its wording; None and the whole label where none is marked.

    Examples
    --------
    >>> split_number("4 - Agree"), split_number("Strongly agree (7)"), split_number("(5)")
    ((4, 'Agree'), (7, 'Strongly agree'), (5, ''))
    >>> split_number("2 or 3 times a month")
    (None, '2 or 3 times a month')
    """
    if len(label) > LONGEST_NUMBERED or not any(map(str.isdigit, label)):
        return None, label
    number = bare_number(label.strip(" ()[].:"))
    if number is not None:
        return number, ""
    found = NUMBER_FIRST.fullmatch(label.strip()) or NUMBER_LAST.fullmatch(label.strip())
    if not found or LEADS_ON.match(plain(found["wording"])) or not re.search(r"[^\W\d]", found["wording"]):
        return None, label
    return int(found["number"]), found["wording"].strip(" .()")


def without_numbers(options: Sequence[Option]) -> tuple[Option, ...]:
    """Return the options with the number of each label as its code, and the rest of it as its label."""
    return tuple(_split(option) for option in options)


def _split(option: Option) -> Option:
    number, wording = split_number(option.label)
    if number is None:
        return option
    missing = option.missing or (bool(wording) and is_missing(wording))
    return Option(option.text, wording or str(number), option.count, number, missing)


def _option(text: str, count: int, column: Column, missing_labels: Mapping[str, MissingKind]) -> Option:
    label = column.labels.get(text, text)
    missing = text in column.missing or text in missing_labels or is_missing(label)
    return Option(text, label, count, bare_number(text), missing)


@cache
def _missing() -> frozenset[str]:
    return frozenset(answer_scales().missing_meanings)
