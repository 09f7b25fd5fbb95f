"""Which records count: each person who answered, once.

Previews, tests, spam and unfinished records the platform marks itself. What is left may still be empty, or
be one person's second sending. The settings may keep any kind of record that holds answers. A person who
ticks one answer all the way down is kept, and noted: it may be laziness, and it may be an opinion.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.errors import ParameterError, did_you_mean
from alliance_analytics.intake.answers import KINDS
from alliance_analytics.intake.identity import Identity
from alliance_analytics.intake.log import LogEntry, Reason
from alliance_analytics.intake.platforms.base import Export, RowReason

Flags = npt.NDArray[np.bool_]
UNTOUCHED = frozenset({"blank", "not_shown"})
TELLING = 10
"""Answers that two people do not give alike by chance, unless all are one answer. Our convention."""
FEWEST_STRAIGHT = 5
"""Answers from which one and the same is noticed. Our convention."""

LEFT_OUT: dict[Reason, str] = {
    "preview": "Left out: the survey's maker looked at the form.",
    "test": "Left out: a test of the form.",
    "spam": "Left out: the platform takes it for spam.",
    "refused_consent": "Left out: consent was refused.",
    "other_row": "Left out: another row of a person whose answers stand elsewhere.",
    "unfinished": "Left out: begun and never submitted.",
    "opened_only": "Left out: the form was opened, and nothing was answered.",
    "empty": "Left out: submitted without an answer.",
    "note_row": "Left out: nothing in it is an answer, a partner or a level.",
    "misplaced": "Left out: its cells stand under the wrong headings. One may have been deleted or inserted.",
    "duplicate": "Left out: the same respondent's earlier record counts.",
}

REVERSIBLE: tuple[Reason, ...] = (
    "preview",
    "test",
    "spam",
    "refused_consent",
    "other_row",
    "unfinished",
    "duplicate",
)
"""Why records are left out that the settings may keep; the others hold nothing to keep."""


def refuse_unknown_reasons(names: Collection[str]) -> None:
    """Raise when a kind of record that is to be kept does not exist, or holds nothing.

    Raises
    ------
    ParameterError
        With the nearest kind that can be kept.
    """
    for name in names:
        if name not in REVERSIBLE:
            raise ParameterError(
                "Records left out for this reason cannot be kept.",
                where="keep_rows",
                found=name,
                allowed=", ".join(REVERSIBLE),
                remedy=did_you_mean(name, REVERSIBLE),
            )


def marked_by_platform(export: Export, questions: Iterable[int]) -> pd.Series[str]:
    """Return why each record is ruled out before its answers are read, or ''.

    A record that was never submitted is *unfinished* when something was answered, else *opened_only*. Where
    a file holds several forms, those count that ask the questions.

    Parameters
    ----------
    export : Export
        Records of respondents, with the platform's own marks.
    questions : iterable of int
        Places of the columns that hold answers.
    """
    places, exclusion = list(questions), export.exclusion
    for form in dict.fromkeys(export.columns[place].form for place in places):
        left = export.unfinished_forms.get(form, exclusion == "unfinished")
        exclusion = exclusion.mask(left & (exclusion == ""), "unfinished")
    if not (exclusion == "unfinished").any():
        return exclusion
    unfinished = export.cells.loc[exclusion == "unfinished", places]
    nothing = unfinished.map(str.strip).isin(["", *export.missing_labels]).all(axis=1)
    return exclusion.mask(nothing.reindex(exclusion.index, fill_value=False), "opened_only")


def empty(kinds: pd.DataFrame, comments: pd.DataFrame) -> pd.Series[bool]:
    """Return which records hold neither an answer, nor a *don't know*, nor a comment.

    Parameters
    ----------
    kinds : DataFrame of int, (records, scored items)
        Places in ``KINDS``.
    comments : DataFrame of str, (records, open questions)
        '' where nothing was written.
    """
    silent: Flags = (comments.to_numpy() == "").all(axis=1)
    return _hold_only(kinds, UNTOUCHED) & silent


def unreadable(kinds: pd.DataFrame) -> pd.Series[bool]:
    """Return which records hold texts in the place of answers, and not one answer.

    Parameters
    ----------
    kinds : DataFrame of int, (records, scored items)
        Places in ``KINDS``.
    """
    return _hold_only(kinds, UNTOUCHED | {"unreadable"}) & ~_hold_only(kinds, UNTOUCHED)


def alike(records: Iterable[Hashable]) -> list[str]:
    """Return one text for each record, the same for those that are equal."""
    met: dict[Hashable, str] = {}
    return [met.setdefault(record, str(len(met))) for record in records]


def earlier_record(
    identity: Identity, points: pd.DataFrame, content: pd.Series[str], order: pd.Index[int]
) -> dict[int, int]:
    """Return, for each record that repeats another, the number of the first record of the same respondent.

    The same person or the same id of a response is a repetition. Where nobody is known, so are the same
    answers from the same device; where the file tells no devices either, the same answers when there are
    enough of them to tell people apart.

    Parameters
    ----------
    identity : Identity
        Who is known.
    points : DataFrame of float, (records, scored items)
        Answers, NaN where there is none.
    content : Series of str, (records,)
        The same text where all is alike that must be; '' for records of known persons.
    order : Index of int, (records,)
        The records, those first that count before others.

    Returns
    -------
    dict of int to int
        A record that repeats none is not in it.
    """
    by_device = [
        (content + " " + device).where((content != "") & (device != ""), "") for device in identity.devices
    ]
    by_content = [] if identity.devices else [content.where(_tells_people_apart(points), "")]
    first: dict[int, int] = {}
    for key in (identity.person, identity.response_id, *by_device, *by_content):
        met: dict[str, int] = {}
        for record, known_by in zip(order.tolist(), key.loc[order].tolist(), strict=True):
            if known_by and record not in first and met.setdefault(known_by, record) != record:
                first[record] = met[known_by]
    return first


def straight_lined(points: pd.DataFrame) -> pd.Series[bool]:
    """Return which records give one answer to every item they answer, at least half of all items."""
    enough = _answered(points) >= max(FEWEST_STRAIGHT, points.shape[1] / 2)
    return pd.Series(enough & (_spread(points) == 0), index=points.index)


def left_out(reasons: pd.Series[str], earlier: Mapping[int, int]) -> list[LogEntry]:
    """Return a note on each record that is left out, in the order of the file.

    Parameters
    ----------
    reasons : Series of str, (records,)
        Why a record is left out, or ''; the index holds its number in the file.
    earlier : mapping of int to int
        For duplicates, number of the record to number of the first one.
    """
    told, numbers = reasons.to_numpy(), reasons.index.to_numpy()
    entries = [
        LogEntry(reason, action, found=_evidence(reason, row, earlier), row=row)
        for reason, action in LEFT_OUT.items()
        for row in numbers[told == reason].tolist()
    ]
    return sorted(entries, key=lambda entry: entry.row or 0)


def _evidence(reason: Reason, row: int, earlier: Mapping[int, int]) -> str:
    if row in earlier:
        return f"repeats record {earlier[row]}"
    return "marked by the platform" if reason in get_args(RowReason) else ""


def kept(marked: pd.Series[str]) -> list[LogEntry]:
    """Return a note on each kind of record that the platform rules out and the settings keep.

    Parameters
    ----------
    marked : Series of str, (records that count,)
        The platform's reason against each, or ''.
    """
    counts = marked[marked != ""].value_counts().sort_index()
    return [
        LogEntry("kept_rows", "Kept, as the settings say.", found=f"{count} {reason}")
        for reason, count in counts.items()
    ]


def remarks(points: pd.DataFrame) -> list[LogEntry]:
    """Return notes on what is odd among the records that count."""
    action = "Kept: it may be an opinion. Look at the distribution with and without."
    notes = [
        LogEntry("straight_lined", action, found="one answer all the way down", row=row)
        for row in points.index[straight_lined(points)].tolist()
    ]
    if len(points) == 1:
        notes.append(
            LogEntry("one_respondent", "Kept, but no figure can be shown without telling who it is about.")
        )
    return notes


def _hold_only(kinds: pd.DataFrame, names: Collection[str]) -> pd.Series[bool]:
    """Return which records hold nothing but these kinds."""
    among = np.array([kind in names for kind in KINDS])
    return pd.Series(among[kinds.to_numpy()].all(axis=1), index=kinds.index)


def _tells_people_apart(points: pd.DataFrame) -> Flags:
    return (_answered(points) >= TELLING) & (_spread(points) > 0)


def _answered(points: pd.DataFrame) -> npt.NDArray[np.intp]:
    return np.asarray((~np.isnan(points.to_numpy())).sum(axis=1), dtype=np.intp)


def _spread(points: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Return how far the answers of each record lie apart, NaN where there is none."""
    values = points.to_numpy()
    highest = np.fmax.reduce(values, axis=1, initial=np.nan)
    return np.asarray(highest - np.fmin.reduce(values, axis=1, initial=np.nan), dtype=float)
