"""Many tests at once: Holm's adjustment for claims, Benjamini and Hochberg's for screening."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
import scipy  # scipy.stats takes a second to import, and comes with its first use

Floats = npt.NDArray[np.float64]


def p_adjust(p: Floats, method: Literal["holm", "benjamini-hochberg", "bonferroni"] = "holm") -> Floats:
    """Return p-values adjusted for their number.

    Parameters
    ----------
    p : array, shape (n_tests,)
        0 to 1; NaN = no test, which does not count and stays NaN.
    method : {'holm', 'benjamini-hochberg', 'bonferroni'}
        Holm holds the chance of any false claim (Holm 1979, Scandinavian Journal of Statistics 6, 65-70);
        Benjamini and Hochberg the expected share of false claims (1995, Journal of the Royal Statistical
        Society B 57, 289-300).

    Notes
    -----
    docs/methods.md, "Many comparisons".
    """
    p = np.asarray(p, dtype=float)
    adjusted, known = np.full(p.shape, np.nan), np.isfinite(p)
    if known.any():
        adjusted[known] = METHODS[method](p[known])
    return adjusted


def _holm(p: Floats) -> Floats:
    order, left = np.argsort(p), np.arange(len(p), 0, -1)
    adjusted = np.empty_like(p)
    adjusted[order] = np.maximum.accumulate(p[order] * left)
    return np.minimum(adjusted, 1.0)


def _benjamini_hochberg(p: Floats) -> Floats:
    return np.asarray(scipy.stats.false_discovery_control(p), dtype=float)


def _bonferroni(p: Floats) -> Floats:
    return np.minimum(p * len(p), 1.0)


METHODS = {"holm": _holm, "benjamini-hochberg": _benjamini_hochberg, "bonferroni": _bonferroni}
"""statsmodels has them all, and collects garbage at every call: a tenth of a second beside a few numbers."""
