"""Who could have answered: seven kinds of groups, from spread-out opinions to nearly unanimous praise.

Four draw the answer to one statement, three the mean of four statements answered by the same person. The
shapes are chosen to be hard: a long tail, a ceiling, two camps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import special

Floats = npt.NDArray[np.float64]
SAME_PERSON = 0.5
"""Correlation of one person's answers before they are rounded to a point of the scale."""

MILD = (0.05, 0.15, 0.30, 0.35, 0.15)
SKEWED = (0.02, 0.05, 0.13, 0.35, 0.45)
CEILING = (0.01, 0.01, 0.03, 0.10, 0.85)
POLARISED = (0.35, 0.15, 0.0, 0.15, 0.35)


@dataclass(frozen=True)
class Population:
    """A kind of group.

    Parameters
    ----------
    name : str
        As the tables print it.
    shares : tuple of float
        Share of people who give each answer, 1 first; sums to 1.
    items : int
        How many statements make the score.
    """

    name: str
    shares: tuple[float, ...]
    items: int = 1

    def draw(self, groups: int, people: int, generator: np.random.Generator) -> Floats:
        """Return the scores of everybody in so many groups, shape (groups, people), from 1 to 5."""
        opinion = generator.standard_normal((groups, people, 1))
        moment = generator.standard_normal((groups, people, self.items))
        thresholds = special.ndtri(np.cumsum(self.shares)[:-1])
        leaning = np.sqrt(SAME_PERSON) * opinion + np.sqrt(1 - SAME_PERSON) * moment
        answers = 1 + np.searchsorted(thresholds, leaning)
        return np.asarray(answers.mean(axis=2), dtype=float)


POPULATIONS = (
    Population("mild", MILD),
    Population("skewed", SKEWED),
    Population("ceiling", CEILING),
    Population("polarised", POLARISED),
    Population("four items, mild", MILD, items=4),
    Population("four items, skewed", SKEWED, items=4),
    Population("four items, ceiling", CEILING, items=4),
)
