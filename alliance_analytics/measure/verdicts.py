"""What a reliability or an agreement is called, by its number and by how many people it rests on.

A verdict is a key and its n; the sentences stand with the other wordings. The cut-offs are constants with
their source, for no text about alliances names any.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from alliance_analytics.measure.results import Estimate

ENOUGH = 0.70
"""Stated for reliability, as enough for early research on groups: Nunnally (1978), Psychometric Theory, 2nd
edition, p. 245. For rWG(J) a custom only: Lance, Butts & Michels (2006), Organizational Research Methods 9,
202-220, trace where it came from."""
FEWEST_FOR_RELIABILITY = 20
"""Our convention: at twenty, 95 of 100 sample values of a true alpha of .76 (four items) lie in .47-.88."""
FEWEST_FOR_AGREEMENT = 10
"""Our convention: at ten, random answers to four items reach an rWG(J) of .57 in one of twenty groups."""

Key = Literal["undefined", "too_few", "enough", "probably_enough", "probably_not_enough", "not_enough"]


@dataclass(frozen=True)
class Verdict:
    """A word for a number: a key to the wordings, and the people it rests on."""

    key: Key
    n: int


def reliability_verdict(reliability: Estimate) -> Verdict:
    """Return what a reliability is called.

    Parameters
    ----------
    reliability : Estimate
        An alpha or an omega, 0 to 1, with or without an interval.

    Returns
    -------
    Verdict
        *undefined* where there is no number and *too_few* below 20 people. Otherwise *enough* or *not_enough*
        when the whole interval lies on that side of .70, and *probably* so when only the estimate does, or
        there is no interval.

    Notes
    -----
    docs/methods.md, "Reliability".
    """
    if not np.isfinite(reliability.estimate):
        return Verdict("undefined", reliability.n)
    if reliability.n < FEWEST_FOR_RELIABILITY:
        return Verdict("too_few", reliability.n)
    if reliability.estimate >= ENOUGH:
        return Verdict("enough" if reliability.low >= ENOUGH else "probably_enough", reliability.n)
    return Verdict("not_enough" if reliability.high < ENOUGH else "probably_not_enough", reliability.n)


def agreement_verdict(agreement: Estimate, average_deviation: Estimate, points: int = 5) -> Verdict:
    """Return what the agreement of a group is called.

    Parameters
    ----------
    agreement : Estimate
        rWG(J) of the group, 0 to 1.
    average_deviation : Estimate
        Its average deviation, in points of the scale.
    points : int
        Number of answer options.

    Returns
    -------
    Verdict
        *undefined* where there is no number and *too_few* below ten people. Otherwise *enough* when rWG(J)
        reaches .70 and the average deviation stays within a sixth of the options (Burke & Dunlap 2002,
        Organizational Research Methods 5, 159-172), *not_enough* when neither holds, *probably_not_enough*
        when the two contradict each other.

    Notes
    -----
    docs/methods.md, "Agreement".
    """
    if not np.isfinite(agreement.estimate):
        return Verdict("undefined", agreement.n)
    if agreement.n < FEWEST_FOR_AGREEMENT:
        return Verdict("too_few", agreement.n)
    signs = agreement.estimate >= ENOUGH, average_deviation.estimate <= points / 6
    if all(signs):
        return Verdict("enough", agreement.n)
    return Verdict("probably_not_enough" if any(signs) else "not_enough", agreement.n)
