"""Sentences for those who hear a figure: chart type of data where finding, in at most 250 characters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from alliance_analytics.publish.wording import number, words

LIMIT = 250
ROOMS = (80, 48, 32, 22, 14, 8)


def within_limit(compose: Callable[[int], str]) -> str:
    """Return the first sentence that fits, giving names less and less room.

    ``compose`` takes the number of characters a name may have and returns the whole sentence.
    """
    for room in ROOMS:
        sentence = compose(room)
        if len(sentence) <= LIMIT:
            return sentence
    return sentence[: LIMIT - 1].rstrip() + "…"


def named(text: str, room: int) -> str:
    """Return a name in at most ``room`` characters, without soft hyphens."""
    plain = text.replace("\u00ad", "")
    return plain if len(plain) <= room else plain[: room - 1].rstrip() + "…"


def extremes(
    table: pd.DataFrame, value: str, labels: Mapping[str, str], language: str, room: int, decimals: int = 1
) -> str:
    """Return the highest and the lowest shown value of a table indexed by the ids in ``labels``, in words."""
    say = words("figures", language)
    seen = table.loc[table["state"] == "shown", value]
    if seen.empty:
        return say("alt_none")
    top, low = str(seen.idxmax()), str(seen.idxmin())
    high_value, low_value = (number(seen[name], decimals, language) for name in (top, low))
    if len(seen) == 1:
        return say("alt_one", name=named(labels[top], room), value=high_value)
    return say(
        "alt_extremes",
        top=named(labels[top], room),
        high=high_value,
        bottom=named(labels[low], room),
        low=low_value,
    )


def absences(table: pd.DataFrame, language: str) -> str:
    """Return how many rows are hidden and how many have no answers, in words, with a leading space; or an empty text."""
    say = words("figures", language)
    counts = table["state"].value_counts()
    parts = [
        say(f"alt_{state}", count=int(counts[state])) for state in ("hidden", "empty") if state in counts.index
    ]
    return "".join(f" {part}" for part in parts)
