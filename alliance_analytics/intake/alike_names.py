"""Names one slip apart, where nobody said which names there are: one partner mistyped, or two indeed.

The file cannot tell, so they stay two, and the log asks. It does not ask about names that differ in a number
or in a short word, as *Region 1* and *Region 2* do on purpose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import combinations

import pandas as pd

from alliance_analytics.intake.identifiers.people import are_known_names, looks_like_a_name
from alliance_analytics.intake.log import LogEntry, label_shown, records
from alliance_analytics.intake.names import Words, words_of
from alliance_analytics.model.spelling import slips_forgiven, typing_distance

MOST_NAMES = 200
"""Different names above which a column lists no partners of one alliance. Our convention."""


def notes_on_alike(names: pd.Series[str], typed: Collection[str], column: str) -> tuple[LogEntry, ...]:
    """Return a note on each two names that may be one.

    Parameters
    ----------
    names : Series of str
        The name that each record gives, NA where none; the index holds the record's number in the file.
    typed : collection of str
        What was typed, not chosen.
    column : str
        Heading of the column, as shown.
    """
    counts = Counter(names.dropna().tolist())
    return tuple(_note(rarer, usual, names, typed, column) for usual, rarer in alike(counts))


def alike(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return each two names one slip apart, the more frequent one first.

    Examples
    --------
    >>> alike({"Nordic": 14, "Region 1": 9, "Region 2": 8, "Nrodic": 1})
    [('Nordic', 'Nrodic')]
    """
    if len(counts) > MOST_NAMES:
        return []
    words = {name: words_of(name) for name in sorted(counts, key=lambda name: (-counts[name], name))}
    return [(one, other) for one, other in combinations(words, 2) if _one_slip(words[one], words[other])]


def _one_slip(left: Words, right: Words) -> bool:
    """Return whether all that differs is a space, a legal form, or one slip in one word of some length."""
    if "".join(left) == "".join(right):
        return bool(left)
    apart = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    return len(left) == len(right) and len(apart) == 1 and _mistyped(*apart[0])


def _mistyped(left: str, right: str) -> bool:
    long_enough = slips_forgiven(min(left, right, key=len)) > 0
    return long_enough and (left + right).isalpha() and typing_distance(left, right) == 1


def _note(rarer: str, usual: str, names: pd.Series[str], typed: Collection[str], column: str) -> LogEntry:
    rows = {name: names.index[names == name] for name in (rarer, usual)}
    shown = {name: name_shown(name, len(rows[name]), typed) for name in rows}
    action = (
        f"Kept as two partners. If {shown[rarer]} is {shown[usual]}, list that one under partners: in "
        "alliance.yml, with the other among its variants."
    )
    found = " and ".join(f"{shown[name]} in {records(len(rows[name]))}" for name in rows)
    row = int(rows[rarer][0]) if len(rows[rarer]) == 1 else None
    return LogEntry("partner_alike", action, found=found, column=column, row=row)


def name_shown(name: str, count: int, typed: Collection[str]) -> str:
    """Return a name that nobody declared, as it may stand in a log: it may be a person's.

    Parameters
    ----------
    name : str
        As written.
    count : int
        Records that give it.
    typed : collection of str
        What was typed, not chosen.
    """
    own_words = name in typed
    of_a_person = are_known_names([name]) or (looks_like_a_name(name) and (own_words or count == 1))
    if of_a_person or (own_words and count == 1):
        return f"a name of {len(name)} letters"
    return label_shown(name)
