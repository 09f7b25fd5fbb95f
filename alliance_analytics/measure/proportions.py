"""Shares of people with Wilson's interval, for the process behind the answers or for these very people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from alliance_analytics.measure.critical_values import critical_z
from alliance_analytics.measure.results import NAN, Estimate, Floats, Interval


@dataclass(frozen=True, kw_only=True)
class Share(Estimate):
    """A share of the ``n`` people who answered, 0 to 1; ``count`` of them are meant."""

    count: int


@dataclass(frozen=True)
class FavourableShares:
    """Who agrees, who stands in the middle, who disagrees; the three sum to 1."""

    favourable: Share
    neutral: Share
    unfavourable: Share


def wilson_interval(
    k: npt.ArrayLike, n: npt.ArrayLike, *, level: float = 0.95, population: npt.ArrayLike | None = None
) -> Interval:
    """Return Wilson's score interval of a share, without continuity correction.

    Parameters
    ----------
    k, n : number or array of one shape
        People who are meant, of so many who answered.
    level : float
        Nominal coverage, 0 to 1.
    population : number or array, optional
        How many could have answered: the interval is then for the share among all of these. Left out (or NaN,
        or smaller than ``n``), it is for the process, as if there were endlessly many.

    Returns
    -------
    Interval
        Within 0 to 1; a census has both limits at its share; NaN where n is 0.

    Notes
    -----
    Wilson (1927), Journal of the American Statistical Association 22, 209-212; Newcombe (1998), Statistics in
    Medicine 17, 857-872, method 3. For a finite population n becomes ``n (N - 1) / (N - n)``, which gives the
    binomial the variance of drawing without replacement (Cochran 1977, section 3.2). docs/methods.md,
    "Shares".
    """
    count, people = np.asarray(k, dtype=float), np.asarray(n, dtype=float)
    asked = people > 0
    share = np.where(asked, count / np.where(asked, people, 1), np.nan)
    effective = _effective(np.where(asked, people, 1), population)
    z = critical_z(level)
    low, high = _limits(share, z**2 / effective)
    low, high = np.where(count == 0, share, low), np.where(count == people, share, high)
    return Interval(low, high, level, "Wilson" if population is None else "Wilson, finite population")


def top_box(
    answers: Floats,
    *,
    top: int = 2,
    scale_max: float = 5,
    level: float = 0.95,
    population: int | None = None,
) -> Share:
    """Return the share of answers among the highest options, of those who chose an option.

    Parameters
    ----------
    answers : array, shape (n_people,)
        Turned answers; NaN = no usable answer.
    top : int
        How many options count, from the highest down.
    scale_max : float
        The highest option.
    level, population
        As for :func:`wilson_interval`.

    Returns
    -------
    Share
        0 to 1; NaN with a reason when nobody answered.

    Notes
    -----
    docs/methods.md, "Shares".
    """
    answered = answers[np.isfinite(answers)]
    return _share(int((answered > scale_max - top).sum()), len(answered), level, population)


def favourable_shares(
    answers: Floats,
    *,
    top: int = 2,
    scale_min: float = 1,
    scale_max: float = 5,
    level: float = 0.95,
    population: int | None = None,
) -> FavourableShares:
    """Return the shares of favourable, neutral and unfavourable answers.

    Parameters
    ----------
    answers, level, population
        As for :func:`top_box`.
    top : int
        How many options at each end count as favourable and unfavourable; what lies between is neutral.
    scale_min, scale_max : float
        The lowest and the highest option.

    Returns
    -------
    FavourableShares
        Each with its own interval; NaN with a reason when nobody answered.

    Notes
    -----
    docs/methods.md, "Shares".
    """
    answered = answers[np.isfinite(answers)]
    high = int((answered > scale_max - top).sum())
    low = int((answered < scale_min + top).sum())
    counts = (high, len(answered) - high - low, low)
    return FavourableShares(*(_share(count, len(answered), level, population) for count in counts))


def _share(count: int, n: int, level: float, population: int | None) -> Share:
    interval = wilson_interval(count, n, level=level, population=population)
    return Share(
        estimate=count / n if n else NAN,
        count=count,
        n=n,
        low=float(interval.low),
        high=float(interval.high),
        level=level,
        method=interval.method,
        population=population,
        reason="" if n else "no_answers",
    )


def _effective(n: Floats, population: npt.ArrayLike | None) -> Floats:
    if population is None:
        return n
    everybody = np.broadcast_to(np.asarray(population, dtype=float), n.shape)
    known = np.isfinite(everybody) & (everybody >= n)
    silent = np.where(known, everybody - n, 1)
    finite = np.where(silent > 0, n * (everybody - 1) / np.where(silent > 0, silent, 1), np.inf)
    return np.where(known, finite, n)


def _limits(share: Floats, pull: Floats) -> tuple[Floats, Floats]:
    """Wilson's limits; ``pull`` is ``z^2 / n``, 0 for a census."""
    centre = (share + pull / 2) / (1 + pull)
    half = np.sqrt(pull * share * (1 - share) + pull**2 / 4) / (1 + pull)
    return np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)
