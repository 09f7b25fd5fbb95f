"""Comments of a survey as passages; answers that say nothing are counted and left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

_SIGNS = re.compile(r"[\W_]+")
ANSWERS_OF_NOTHING = frozenset(
    {
        *("", "na", "n a", "none", "no", "nothing", "nope", "nil", "not applicable", "no comment"),
        *("no comments", "nothing to add", "no remarks", "dont know", "don t know", "no idea", "no opinion"),
        *("nvt", "n v t", "niet van toepassing", "geen", "geen opmerkingen", "geen commentaar", "nee"),
        *("niets", "niks", "geen idee", "weet niet", "weet ik niet", "geen mening", "ok", "oke", "okay", "x"),
    }
)


@dataclass(frozen=True)
class Comments:
    """Texts that say something, by their place in what was given, and how many said nothing."""

    texts: pd.Series
    without_answer: int


def is_no_answer(text: str) -> bool:
    """Whether a comment says nothing, as 'n/a', '-' and 'geen' do.

    Examples
    --------
    >>> is_no_answer("N/A."), is_no_answer("No trust.")
    (True, False)
    """
    return _SIGNS.sub(" ", text.lower()).strip() in ANSWERS_OF_NOTHING


def comments_of(texts: Sequence[str | None]) -> Comments:
    """Return the comments that say something; blank cells are no answers and are not counted."""
    given = pd.Series(list(texts), dtype="object").dropna().astype(str)
    typed = given[given.str.strip() != ""]
    silent = typed.map(is_no_answer).astype(bool)
    return Comments(typed[~silent], int(silent.sum()))
