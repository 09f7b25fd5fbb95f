"""The door of the drawing room: only released frames come in, and what is hidden stays hidden.

A value is in one of three states: *shown*, *hidden* (to protect respondents) or *empty* (nobody answered, or
there is no such row). Hidden and empty never look alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import pandas as pd

from alliance_analytics.errors import DisclosureError, PageError

State = Literal["shown", "hidden", "empty"]
NO_ANSWERS = frozenset({"no_answers", "rescaled"})
"""Reasons for which there is nothing to hide; answers that were re-expressed chose none of the options."""
ALL = "all"


def released(frame: pd.DataFrame, value: str, numbers: Iterable[str] = ()) -> pd.DataFrame:
    """Return a copy of a released frame with a column ``state``, and NaN wherever the state is not *shown*.

    Parameters
    ----------
    frame : DataFrame
        With the columns ``shown`` (bool), ``reason`` (str), ``value`` and ``numbers``.
    value : str
        The column whose absence makes a row empty.
    numbers : iterable of str
        Other columns of numbers to be drawn.

    Raises
    ------
    DisclosureError
        If the frame was never released: it has no ``shown`` or no ``reason``.
    PageError
        If another column is missing.
    """
    _check_released(frame)
    columns = list(dict.fromkeys([value, *numbers]))
    _check_columns(frame, columns)
    fields = zip(frame["shown"], frame["reason"], frame[value], strict=True)
    states = pd.Series([state_of(*field) for field in fields], index=frame.index, dtype=object)
    told = {name: frame[name].astype(float).where(states == "shown") for name in columns}
    return frame.assign(**told, state=states)


def state_of(shown: bool, reason: object, value: float) -> State:
    """Return whether a released value is shown, hidden or empty."""
    if shown and pd.notna(value):
        return "shown"
    return "empty" if shown or reason in NO_ANSWERS else "hidden"


def by_label(frame: pd.DataFrame, labels: Mapping[str, str], key: str = "name") -> pd.DataFrame:
    """Return the rows named in ``labels``, in that order, indexed by ``key``.

    A row that is not there is empty. A missing ``key`` (partner, level or link of a whole alliance) is named
    ``'all'``.

    Raises
    ------
    PageError
        If two rows have one name: the frame then holds more than one wave, group or scale.
    """
    names = [ALL if pd.isna(name) else str(name) for name in frame[key]]
    found = {name: place for place, name in enumerate(names) if name in labels}
    _check_single([name for name in names if name in labels], key)
    rows = frame.drop(columns=key).set_axis(range(len(frame)), axis=0)
    ordered = rows.reindex([found.get(name, -1) for name in labels])
    states = ["empty" if pd.isna(state) else state for state in ordered["state"]]
    told = ordered.assign(state=pd.Series(states, index=ordered.index, dtype=object))
    return told.set_axis(pd.Index(labels, name=key), axis=0)


def wave_of(frame: pd.DataFrame) -> str:
    """Return the wave of a frame that holds one, or an empty text when it has no rows."""
    waves = list(frame["wave"].dropna())
    return str(waves[0]) if waves else ""


def _check_released(frame: pd.DataFrame) -> None:
    missing = [column for column in ("shown", "reason") if column not in frame]
    if missing:
        raise DisclosureError(
            "A figure can only be drawn from released numbers.",
            where=f"column {missing[0]}",
            allowed="a frame that went through the release plan",
            remedy="Release the frame first, then draw it.",
        )


def _check_columns(frame: pd.DataFrame, columns: Iterable[str]) -> None:
    missing = [column for column in columns if column not in frame]
    if missing:
        raise PageError(
            "A figure misses a column.",
            where=f"column {missing[0]}",
            found=", ".join(map(str, frame.columns)),
        )


def _check_single(names: Sequence[str], key: str) -> None:
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise PageError(
            "A figure was given two rows of one name.",
            where=f"column {key}",
            found=twice[0],
            allowed="one row a name",
            remedy="Select one wave, one group and one kind of scale first.",
        )
