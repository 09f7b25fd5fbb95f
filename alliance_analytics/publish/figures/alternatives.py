"""Sentences for those who hear a figure: chart type of data where finding, in at most 250 characters."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from alliance_analytics.publish.figures.setting import Setting

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


def extremes(values: pd.Series, setting: Setting, room: int, decimals: int = 1) -> str:
    """Return in words the highest and the lowest of ``values``, indexed by id; NaN is left out."""
    seen = values.dropna()
    if seen.empty:
        return setting.say("alt_none")
    top, bottom = (str(name) for name in (seen.idxmax(), seen.idxmin()))
    high, low = (setting.number(seen[name], decimals) for name in (top, bottom))
    first, last = (named(setting.labels[name], room) for name in (top, bottom))
    if len(seen) == 1:
        return setting.say("alt_one", name=first, value=high)
    return setting.say("alt_extremes", top=first, high=high, bottom=last, low=low)


def absences(states: pd.Series, setting: Setting) -> str:
    """Return in words how many values are hidden and how many have no answers, each after a space."""
    counts = states.value_counts()
    missing = [state for state in ("hidden", "empty") if state in counts.index]
    return "".join(" " + setting.say(f"alt_{state}", count=int(counts[state])) for state in missing)
