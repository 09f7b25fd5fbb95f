"""Numbers as readers see them: the only place where anything is rounded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from alliance_analytics.publish.wording import Words, number

Record = Mapping[Any, Any]
FEW = 10
"""Below this n one decimal is all that a mean carries."""

NOT_COMPARED = frozenset({"rescaled", "wording_changed", "items_changed", "not_linked"})
"""Reasons that hide nobody: there is no such number to tell."""


def decimals_for(*counts: float) -> int:
    """Return how many decimals a mean of so many people carries, or a difference of two such means."""
    return 1 if min(counts) < FEW else 2


def in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation keeps its capitals.

    Examples
    --------
    >>> in_sentence("Key alliance manager"), in_sentence("ICT")
    ('key alliance manager', 'ICT')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


@dataclass(frozen=True)
class Cells:
    """Turns released values into text in one language; what is hidden becomes the words for *hidden*."""

    say: Words
    language: str

    def score(self, value: float, decimals: int = 1) -> str:
        """Return a mean or another point of the scale."""
        return number(value, decimals, self.language)

    def signed(self, value: float, decimals: int = 1) -> str:
        """Return a difference with its sign."""
        return number(value, decimals, self.language, sign=True)

    def change_of(self, row: Record) -> tuple[str, str]:
        """Return a released change and its interval, both with their signs."""
        decimals = decimals_for(row["n_now"], row["n_before"])
        interval = self.interval(row["ci_low"], row["ci_high"], decimals, sign=True)
        return self.signed(row["change"], decimals), interval

    def share(self, value: float) -> str:
        """Return a share (0 to 1) as a whole percentage."""
        return f"{number(100 * value, 0, self.language)}%"

    def share_range(self, low: float, high: float) -> str:
        """Return two limits of a share."""
        return self.say("interval", low=self.share(low), high=self.share(high))

    def share_span(self, low: float, high: float) -> str:
        """Return two limits of a share in little room, such as 17–82%."""
        low_text, high_text = self.share(low), self.share(high)
        return low_text if low_text == high_text else f"{low_text.removesuffix('%')}–{high_text}"

    def count(self, value: float) -> str:
        """Return a number of people or passages."""
        return number(value, 0, self.language)

    def interval(self, low: float, high: float, decimals: int = 1, *, sign: bool = False) -> str:
        """Return two limits."""
        low_text, high_text = (number(value, decimals, self.language, sign=sign) for value in (low, high))
        return self.say("interval", low=low_text, high=high_text)

    def interval_of(self, row: Record, decimals: int = 1) -> str:
        """Return the interval of a released estimate, or why it has none."""
        if row["method"] == "census":
            return self.say("census")
        if pd.isna(row["ci_low"]):
            return self.say("not_estimable")
        return self.interval(row["ci_low"], row["ci_high"], decimals)

    def absent(self, row: Record) -> str:
        """Return the words for a released row that is not shown."""
        if row["reason"] in NOT_COMPARED:
            return self.say(f"absent.{row['reason']}")
        return self.say("no_answers") if row["reason"] == "no_answers" else self.say("hidden")

    def or_absent(self, row: Record, text: str) -> str:
        """Return ``text``, or the words for absence when the row is not shown."""
        return text if row["shown"] else self.absent(row)

    def estimate(self, row: Record) -> tuple[str, str, str]:
        """Return mean, interval and n of a released estimate as three cells."""
        if not row["shown"]:
            return (self.absent(row),) * 3
        decimals = decimals_for(row["n"])
        return self.score(row["mean"], decimals), self.interval_of(row, decimals), self.count(row["n"])

    def listed(self, names: Iterable[str]) -> str:
        """Return names as a list with *and* before the last."""
        found = list(names)
        return self.say("and").join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
