"""The share of passages with a theme, freed from the known error of the coder.

A coder that overlooks some and imagines others reports a wrong share even of very many passages; where a
person coded a blind sample, its sensitivity and specificity say by how much.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alliance_analytics.measure.critical_values import critical_z

FEWEST = 5
"""Passages with and without the theme in the sample, below which nothing is corrected. Our convention: with
so many the interval held its level in simulation."""


@dataclass(frozen=True)
class Share:
    """A share with the ends of its interval, 0 to 1; NaN with a reason when it cannot be told."""

    estimate: float
    low: float
    high: float
    reason: str = ""


def corrected_share(
    found: int, n: int, *, hits: tuple[int, int], rejections: tuple[int, int], level: float = 0.95
) -> Share:
    """Return the share corrected for the coder's error.

    Parameters
    ----------
    found, n : int
        Passages that the coder gave the theme, and passages.
    hits : tuple of int
        In the blind sample: passages with the theme that the coder found, and all passages with it.
    rejections : tuple of int
        In the blind sample: passages without the theme that the coder left alone, and all without it.
    level : float
        Nominal coverage, 0 to 1.

    Returns
    -------
    Share
        Cut at 0 and 1. NaN with reason ``few_coded`` when the sample holds fewer than ``FEWEST`` of either
        kind, ``no_better_than_chance`` when the coder tells nothing, ``no_passages`` without passages.

    Notes
    -----
    Rogan & Gladen (1978), American Journal of Epidemiology 107, 71-76; interval of Lang & Reiczigel (2014),
    Preventive Veterinary Medicine 113, 13-22, which adds to every count before the variance is taken.
    """
    if n == 0:
        return Share(np.nan, np.nan, np.nan, "no_passages")
    if min(hits[1], rejections[1]) < FEWEST:
        return Share(np.nan, np.nan, np.nan, "few_coded")
    z = critical_z(level)
    seen, size = (found + z**2 / 2) / (n + z**2), n + z**2
    sensitivity, specificity = (hits[0] + 1) / (hits[1] + 2), (rejections[0] + 1) / (rejections[1] + 2)
    youden = sensitivity + specificity - 1
    raw = hits[0] / hits[1] + rejections[0] / rejections[1] - 1
    if min(youden, raw) <= 0:
        return Share(np.nan, np.nan, np.nan, "no_better_than_chance")
    estimate = (found / n + rejections[0] / rejections[1] - 1) / raw
    middle = (seen + specificity - 1) / youden
    error = (
        seen * (1 - seen) / size
        + middle**2 * sensitivity * (1 - sensitivity) / (hits[1] + 2)
        + (1 - middle) ** 2 * specificity * (1 - specificity) / (rejections[1] + 2)
    )
    shift = (
        2
        * z**2
        * (
            middle * sensitivity * (1 - sensitivity) / (hits[1] + 2)
            - (1 - middle) * specificity * (1 - specificity) / (rejections[1] + 2)
        )
    )
    half = z * np.sqrt(error) / youden
    low, high = np.clip([middle + shift - half, middle + shift + half], 0, 1)
    return Share(float(np.clip(estimate, 0, 1)), float(low), float(high))
