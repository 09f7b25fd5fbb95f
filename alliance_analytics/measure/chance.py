"""Whether a regression explains more than chance would."""

from __future__ import annotations

from alliance_analytics.measure.critical_values import p_of_f


def r_squared_p(r_squared: float, n: int, predictors: int) -> float:
    """Return the p-value of an explained variance, against none in the population.

    Parameters
    ----------
    r_squared : float
        Explained variance, 0 to 1.
    n, predictors : int
        People, and predictors beside the constant.

    Returns
    -------
    float
        0 to 1; NaN when no people are left over to judge by, or there is no ``r_squared``.

    Notes
    -----
    F with ``k`` and ``n - k - 1`` degrees of freedom: Cohen (1988), Statistical Power Analysis for the
    Behavioral Sciences, 2nd edition, ch. 9. docs/methods.md, "Drivers".
    """
    rest = n - predictors - 1
    if rest < 1 or not 0 <= r_squared <= 1:
        return float("nan")
    if r_squared == 1:
        return 0.0
    return p_of_f(r_squared / predictors / ((1 - r_squared) / rest), predictors, rest)
