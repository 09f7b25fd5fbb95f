"""The restricted likelihood of a mixed model with one grouping, from sums a group.

The random effects' spread relative to the residual is a lower triangle, given row by row as ``theta``; the
residual variance and the fixed effects follow from it (Bates et al. 2015, section 3.4).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Fit:
    """What a choice of the random effects' relative spread gives."""

    log_det: float
    information: Floats
    beta: Floats
    rss: float


@dataclass(frozen=True)
class Sums:
    """All that the likelihood needs: cross products, by group where the random part is in them."""

    zz: Floats
    zx: Floats
    zy: Floats
    xx: Floats
    xy: Floats
    yy: float
    centre: Floats
    n: int
    most: int

    @classmethod
    def of(cls, y: Floats, x: Floats, z: Floats, places: npt.NDArray[np.intp]) -> Sums:
        """Return the sums of products of outcome, fixed and random part; ``places`` is the group of a row."""
        groups = int(places.max()) + 1 if len(places) else 0
        # The fixed part is taken out first, so that no digits are lost in sums of squares.
        start = np.linalg.lstsq(x, y, rcond=None)[0] if len(y) else np.zeros(x.shape[1])
        y = y - x @ start

        def by_group(products: Floats) -> Floats:
            total = np.zeros((groups, *products.shape[1:]))
            np.add.at(total, places, products)
            return total

        return cls(
            zz=by_group(z[:, :, None] * z[:, None, :]),
            zx=by_group(z[:, :, None] * x[:, None, :]),
            zy=by_group(z * y[:, None]),
            xx=x.T @ x,
            xy=x.T @ y,
            yy=float(y @ y),
            centre=np.asarray(start, dtype=float),
            n=len(y),
            most=int(np.bincount(places).max()) if len(y) else 0,
        )

    @property
    def groups(self) -> int:
        """Number of groups."""
        return len(self.zz)

    @property
    def q(self) -> int:
        """Number of random effects in a group."""
        return int(self.zz.shape[1])

    @property
    def freedom(self) -> int:
        """Rows less fixed effects: the divisor of restricted maximum likelihood."""
        return self.n - len(self.xx)

    def at(self, theta: Floats) -> Fit:
        """Return the fit where the random effects vary as ``theta`` says, in units of the residual."""
        factor = lower_triangle(theta, self.q)
        inner = np.eye(self.q) + factor.T @ self.zz @ factor
        zx, zy = factor.T @ self.zx, self.zy @ factor
        solved_x = np.linalg.solve(inner, zx)
        solved_y = np.linalg.solve(inner, zy[:, :, None])[:, :, 0]
        information = self.xx - np.einsum("gqp,gqr->pr", zx, solved_x)
        right = self.xy - np.einsum("gqp,gq->p", zx, solved_y)
        beta = np.linalg.solve(information, right)
        rss = self.yy - float(np.einsum("gq,gq->", zy, solved_y)) - float(right @ beta)
        return Fit(float(np.linalg.slogdet(inner)[1].sum()), information, beta, rss)


def lower_triangle(theta: Floats, q: int) -> Floats:
    """Return ``theta`` as a lower triangle of ``q`` rows."""
    factor = np.zeros((q, q))
    factor[np.tril_indices(q)] = theta
    return factor


def profiled_criterion(theta: Floats, sums: Sums) -> float:
    """Return minus twice the restricted log likelihood at its best residual variance."""
    at = sums.at(theta)
    spread = sums.freedom * (1 + np.log(2 * np.pi * at.rss / sums.freedom))
    return float(at.log_det + np.linalg.slogdet(at.information)[1] + spread)


def criterion(parameters: Floats, sums: Sums) -> float:
    """Return the same at any residual variance; ``parameters`` are theta and the residual SD."""
    at, sigma = sums.at(parameters[:-1]), parameters[-1]
    spread = sums.freedom * np.log(2 * np.pi * sigma**2) + at.rss / sigma**2
    return float(at.log_det + np.linalg.slogdet(at.information)[1] + spread)
