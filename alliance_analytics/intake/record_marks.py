"""Recognise a record of answers again without keeping the answers: keyed marks, one a scale.

Two records have the same mark on a scale when the same person gave the same answers to it. Nobody can tell
the answers from a mark without the key.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan

import pandas as pd

OWNER = "owner"
RECORD = "item"
"""Column of marks of whole records: all statements together."""
NONE = ""
LENGTH = 24
"""Hexadecimal signs of a mark: no two of a million records share one by accident."""


@dataclass(frozen=True)
class PastRelease:
    """What one release showed of one wave, and of which records.

    Attributes
    ----------
    records : frame, one row a respondent
        Columns partner, level, link, later and owner (a mark of the person, or ''), and one column of marks a
        scale (``kind:name``, and ``item`` for the whole record); '' = no score.
    shown : frame
        Columns scale, name, partner, level, link (None = all): the groups and scales that were shown.
    rule : mapping of str to int
        The minima.
    """

    records: pd.DataFrame = field(repr=False)
    shown: pd.DataFrame
    rule: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class PastReleases:
    """All releases of one wave so far, and the key that recognises their records."""

    releases: tuple[PastRelease, ...] = ()
    key: bytes = field(default=b"", repr=False)


def record_marks(
    people: pd.DataFrame,
    scores: Mapping[str, pd.DataFrame],
    statements: Mapping[str, Mapping[str, Sequence[str]]],
    key: bytes,
) -> pd.DataFrame:
    """Return the marks of the records of one wave.

    Parameters
    ----------
    people : frame, one row a respondent
        Column person: a keyed hash, missing for who cannot be linked.
    scores : mapping
        Kind of scale to one column a scale, on the rows of ``people``; kind ``item`` holds the answers.
    statements : mapping
        Kind of scale to the statements of each scale.
    key : bytes
        Secret.

    Returns
    -------
    frame, on the rows of ``people``
        Column owner and one column of marks a scale, as in :class:`PastRelease`.
    """
    person = people["person"] if "person" in people else pd.Series(None, people.index, dtype=object)
    owners = [str(each) if isinstance(each, str) and each else NONE for each in person]
    items = scores.get("item", pd.DataFrame(index=people.index))
    marks = {OWNER: [owner_mark(each, key) if each else NONE for each in owners]}
    for kind, frame in scores.items():
        asked = statements.get(kind, {})
        for name in frame if kind != "item" else ():
            answered = items[[item for item in asked.get(str(name), ()) if item in items]]
            values = answered.assign(score=frame[name].to_numpy())
            marks[f"{kind}:{name}"] = _column(key, f"{kind}:{name}", owners, values, frame[name].notna())
    marks[RECORD] = _column(key, RECORD, owners, items, items.notna().any(axis=1))
    return pd.DataFrame(marks, index=people.index)


def owner_mark(person: str, key: bytes) -> str:
    """Return the mark of a person, from the keyed hash that links them."""
    return _mark(key, OWNER, person)


def _column(
    key: bytes, name: str, owners: Sequence[str], values: pd.DataFrame, there: pd.Series
) -> list[str]:
    texts = (",".join("" if isnan(value) else format(value, ".9g") for value in row)
             for row in values.to_numpy(float).tolist())  # fmt: skip
    return [
        _mark(key, name, f"{owner}|{text}") if known else NONE
        for owner, text, known in zip(owners, texts, there, strict=True)
    ]


def _mark(key: bytes, name: str, text: str) -> str:
    return hmac.digest(key, f"{name}|{text}".encode(), "sha256").hex()[:LENGTH]
