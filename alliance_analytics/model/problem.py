"""A problem in a file that a user can mend, and one message for as many of them as were found.

Who mends a file wants to hear of every broken place at once, not of the next one after each attempt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alliance_analytics.errors import ModelError

SHOWN = 5
"""Problems told in one message; more would bury the first."""


@dataclass(frozen=True)
class Problem:
    """One broken place: where it is, what is wrong, what was found, what is allowed and what to do."""

    place: str
    what: str
    found: str
    allowed: str
    remedy: str


def refuse(problems: Iterable[Problem], file: str) -> None:
    """Raise when there is a problem; where there are more, number them alike in every part of the message.

    Parameters
    ----------
    problems : iterable of Problem
        In the order they are to be told.
    file : str
        Name of the file, without its folder.

    Raises
    ------
    ModelError
        With file and places, what was found and allowed, and what to do, for the first five problems.
    """
    every = tuple(problems)
    if not every:
        return
    told = every[:SHOWN]
    count = "" if len(every) == 1 else f"A file is broken in {len(every)} places: "
    raise ModelError(
        count + _numbered([problem.what for problem in told]),
        where=f"{file}, {_numbered([problem.place for problem in told])}",
        found=_numbered([problem.found for problem in told]),
        allowed=_numbered([problem.allowed for problem in told]),
        remedy=_numbered([problem.remedy for problem in told]),
    )


def _numbered(texts: list[str]) -> str:
    if len(texts) == 1:
        return texts[0]
    return " ".join(f"({number}) {text}" for number, text in enumerate(texts, start=1))
