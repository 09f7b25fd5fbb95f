"""Critical values and tails of the usual distributions.

They are those of scipy.stats, from the special functions that it calls itself: the same to the last digit,
but without its checks of every argument, which take a hundred times as long.
"""

from __future__ import annotations

from scipy import special


def critical_z(level: float) -> float:
    """Return how many standard errors a normal interval of this level (0 to 1) reaches to either side.

    Examples
    --------
    >>> round(critical_z(0.95), 3)
    1.96
    """
    return float(special.ndtri((1 + level) / 2))


def critical_t(level: float, freedom: float) -> float:
    """Return how many standard errors an interval of Student's t reaches to either side; NaN without freedom.

    Parameters
    ----------
    level : float
        Coverage of the interval, 0 to 1.
    freedom : float
        Degrees of freedom, above 0.

    Examples
    --------
    >>> round(critical_t(0.95, 9), 3)
    2.262
    """
    return float(special.stdtrit(freedom, (1 + level) / 2))


def p_of_t(t: float, freedom: float) -> float:
    """Return the two-sided p of a value of Student's t, 0 to 1; NaN without freedom."""
    return float(2 * special.stdtr(freedom, -abs(t)))


def critical_f(share: float, above: float, below: float) -> float:
    """Return the value of F below which a share (0 to 1) of its distribution lies.

    Parameters
    ----------
    share : float
        Of the distribution.
    above, below : float
        Degrees of freedom of numerator and denominator.
    """
    return float(special.fdtri(above, below, share))


def p_of_f(ratio: float, above: float, below: float) -> float:
    """Return the share of the distribution of F above a ratio (0 up), 0 to 1."""
    return float(special.fdtrc(above, below, ratio))
