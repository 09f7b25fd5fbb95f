"""Weights that make those who answered add up to those who were invited, by partner and by level.

Weighting mends only what partner and level explain: two people of one partner and level count the same,
however differently they think. What it costs is said beside it: Kish's effective number of people, and the
range of the weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
CLOSE = 1e-12
"""Relative distance to every margin at which raking stops."""
MOST_ROUNDS = 2000
"""Rounds after which margins that contradict each other are given up."""


@dataclass(frozen=True)
class KishEffect:
    """What unequal weights cost in precision.

    Attributes
    ----------
    n_eff : float
        Number of equally weighted people that would tell as much, 0 to ``n``.
    deff_kish : float
        ``n / n_eff``, 1 or more.
    n : int
        People.
    sum_w : float
        Sum of the weights.
    cv_w : float
        Coefficient of variation of the weights (divisor n).
    """

    n_eff: float
    deff_kish: float
    n: int
    sum_w: float
    cv_w: float


@dataclass(frozen=True)
class Weights:
    """One weight a person, and what it took to find them.

    Attributes
    ----------
    values : array, shape (n,)
        People each respondent stands for; they add up to the population.
    start : array, shape (n,)
        The weights before they were fitted to margins; equal unless the design says otherwise.
    margins : tuple of array of int, each of shape (n,)
        For each margin, the category of each respondent after collapsing; empty where nothing was fitted.
    collapsed : tuple of (str, str, str)
        Margin, category without a respondent, and the category that it was joined to.
    rounds : int
        Rounds of fitting; 0 where none were needed.
    reason : str
        Why there are no weights (then all NaN), or ''.
    """

    values: Floats
    start: Floats
    margins: tuple[Places, ...] = ()
    collapsed: tuple[tuple[str, str, str], ...] = ()
    rounds: int = 0
    reason: str = ""

    @property
    def lightest(self) -> float:
        """The smallest weight."""
        return float(self.values.min()) if self.values.size else float("nan")

    @property
    def heaviest(self) -> float:
        """The largest weight."""
        return float(self.values.max()) if self.values.size else float("nan")

    @property
    def kish(self) -> KishEffect:
        """What the weights cost in precision."""
        return kish_n_eff(self.values)


def kish_n_eff(weights: Floats) -> KishEffect:
    """Return Kish's effective number of people, ``(sum w)^2 / sum w^2``.

    Parameters
    ----------
    weights : array, shape (n,)
        0 or more; somebody's must be positive, else every number is NaN.

    Notes
    -----
    Kish (1965), Survey Sampling, section 11.7; Kish (1992), Journal of Official Statistics 8, 183-200.
    docs/methods.md, "Weights".

    Examples
    --------
    >>> kish_n_eff(np.array([1.0, 1.0, 2.0])).n_eff
    2.6666666666666665
    """
    weights = np.asarray(weights, dtype=float)
    total, squares, n = float(weights.sum()), float((weights**2).sum()), len(weights)
    if not squares > 0:
        return KishEffect(np.nan, np.nan, n, total, np.nan)
    return KishEffect(total**2 / squares, n * squares / total**2, n, total, float(weights.std() * n / total))


def poststratify_weights(
    groups: npt.NDArray[np.object_],
    population: Mapping[str, float],
    *,
    start: Floats | None = None,
    name: str = "group",
) -> Weights:
    """Return weights that make each group of respondents count as many as were invited.

    Parameters
    ----------
    groups : array of str, shape (n,)
        Group of each respondent, e.g. the partner.
    population : mapping of str to float
        People invited a group. A group without a respondent is collapsed, and said to be.
    start : array, shape (n,), optional
        Weights of the design; equal when left out.
    name : str
        What the groups are, for the account of what was collapsed.

    Returns
    -------
    Weights
        ``N_h / n_h`` for equal starting weights, or a reason why there are none.

    Notes
    -----
    Holt & Smith (1979), Journal of the Royal Statistical Society A 142, 33-46. docs/methods.md, "Weights".
    """
    return rake_weights({name: groups}, {name: population}, start=start)


def rake_weights(
    groups: Mapping[str, npt.NDArray[np.object_]],
    population: Mapping[str, Mapping[str, float]],
    *,
    start: Floats | None = None,
) -> Weights:
    """Return weights that fit every margin at once, by iterative proportional fitting.

    Parameters
    ----------
    groups : mapping of str to array of str, shape (n,)
        For each margin (partner, level), the category of each respondent.
    population : mapping of str to mapping of str to float
        For each margin, the people invited a category. The margins must add up to the same total.
    start : array, shape (n,), optional
        Weights of the design, all positive; ``N / n`` for everybody when left out.

    Returns
    -------
    Weights
        A category without respondents is joined to the answered category
        with the fewest people (our convention), and said to be.

    Notes
    -----
    Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427-444. docs/methods.md, "Weights".
    """
    n = len(next(iter(groups.values()), ()))
    total = sum(next(iter(population.values()), {}).values())
    begin = np.full(n, total / max(n, 1)) if start is None else np.asarray(start, dtype=float)
    reason = _why_not(groups, population, n)
    if reason:
        return Weights(np.full(n, np.nan), begin, reason=reason)
    collapsed, margins, totals = [], [], []
    for name, categories in groups.items():
        joined = _joined(categories, population[name])
        collapsed += [(name, empty, to) for empty, to in joined.items()]
        places, sizes = _margin(categories, population[name], joined)
        margins.append(places)
        totals.append(sizes)
    values, rounds = _fitted(begin, margins, totals)
    if rounds > MOST_ROUNDS:
        values, reason = np.full(n, np.nan), "margins_contradict"
    return Weights(values, begin, tuple(margins), tuple(collapsed), rounds, reason)


def _why_not(
    groups: Mapping[str, npt.NDArray[np.object_]], population: Mapping[str, Mapping[str, float]], n: int
) -> str:
    """Return why no weights can be had: nobody, somebody of no known group, or margins of different size."""
    if n == 0:
        return "nobody"
    if any(set(categories) - set(population[name]) for name, categories in groups.items()):
        return "unknown_group"
    sums = [sum(population[name].values()) for name in groups]
    return "" if np.allclose(sums, sums[0], rtol=1e-9, atol=0) else "margins_differ"


def _joined(categories: npt.NDArray[np.object_], population: Mapping[str, float]) -> dict[str, str]:
    """Return each category with people and no respondent, and the answered category that it joins."""
    answered = sorted(set(categories), key=lambda category: (population[category], category))
    return {
        category: answered[0]
        for category, people in population.items()
        if people > 0 and category not in answered
    }


def _margin(
    categories: npt.NDArray[np.object_], population: Mapping[str, float], joined: Mapping[str, str]
) -> tuple[Places, Floats]:
    names = sorted(set(categories))
    place = {name: number for number, name in enumerate(names)}
    sizes = np.zeros(len(names))
    for category, people in population.items():
        if people > 0:
            sizes[place[joined.get(category, category)]] += people
    return np.array([place[category] for category in categories], dtype=np.intp), sizes


def _fitted(start: Floats, margins: list[Places], totals: list[Floats]) -> tuple[Floats, int]:
    """Return the fitted weights and the rounds it took; more than ``MOST_ROUNDS`` when they never fit."""
    weights = start
    for done in range(1, MOST_ROUNDS + 1):
        for places, sizes in zip(margins, totals, strict=True):
            sums = np.bincount(places, weights, minlength=len(sizes))
            weights = weights * (sizes / sums)[places]
        if _distance(weights, margins, totals) <= CLOSE:
            return weights, done
    return weights, MOST_ROUNDS + 1


def _distance(weights: Floats, margins: list[Places], totals: list[Floats]) -> float:
    return max(
        float(np.abs(np.bincount(places, weights, minlength=len(sizes)) / sizes - 1).max())
        for places, sizes in zip(margins, totals, strict=True)
    )
