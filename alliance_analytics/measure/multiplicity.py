"""Many tests at once: Holm's adjustment for claims, Benjamini and Hochberg's for screening."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
from statsmodels.stats.multitest import multipletests

Floats = npt.NDArray[np.float64]
METHODS = {"holm": "holm", "benjamini-hochberg": "fdr_bh", "bonferroni": "bonferroni"}


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
        adjusted[known] = multipletests(p[known], method=METHODS[method])[1]
    return adjusted
