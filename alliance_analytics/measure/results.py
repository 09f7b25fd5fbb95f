"""What a statistic hands back: the number together with its interval, its n, and why there is none.

A number that does not exist is NaN and carries the reason; it is never 0, and never only a warning.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Literal, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
NAN = float("nan")

Reason = Literal[
    "",
    "no_answers",  # nobody answered what the statistic needs
    "one_person",  # agreement or spread needs two
    "one_item",
    "too_few_items",  # a factor needs three
    "too_few_people",
    "no_variance",  # everybody gives the same answers
    "constant_item",
    "one_group",
    "one_person_each",  # no group holds two people
    "one_target",
    "one_rater",
    "one_value",  # coders only ever used one code
    "no_pairs",  # nothing was coded twice
    "improper_solution",  # a Heywood case
    "not_converged",
]


@dataclass(frozen=True, eq=False)
class Interval:
    """Limits of an interval, one a group; NaN where there is none.

    ``level`` is the nominal coverage, ``method`` the name under which docs/methods.md explains it.
    """

    low: Floats
    high: Floats
    level: float
    method: str


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """One number with what is known about it.

    ``low`` and ``high`` are NaN where no interval exists; ``level`` is their nominal coverage, 0 to 1.
    ``method`` is the name under which docs/methods.md explains the number, ``n`` the people (or units) behind
    it, ``population`` how many there are in all, where that matters. ``reason`` is empty unless the estimate
    is NaN.
    """

    estimate: float
    method: str
    n: int
    low: float = NAN
    high: float = NAN
    level: float = NAN
    population: int | None = None
    reason: Reason = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Estimates:
    """The same statistic of many groups, or of many items: arrays of equal length, one place a name.

    As :class:`Estimate`, field by field; ``names`` are the groups, sorted, or the items, in order.
    """

    names: npt.NDArray[Any]
    estimate: Floats
    method: str
    n: Integers
    low: Floats
    high: Floats
    level: float
    reason: npt.NDArray[np.str_]

    @property
    def mean(self) -> float:
        """Mean over the groups that have an estimate; NaN when none has."""
        known = self.estimate[np.isfinite(self.estimate)]
        return float(known.mean()) if known.size else NAN

    @property
    def median(self) -> float:
        """Median over the groups that have an estimate; NaN when none has."""
        known = self.estimate[np.isfinite(self.estimate)]
        return float(np.median(known)) if known.size else NAN

    def of(self, name: Hashable) -> Estimate:
        """Return one of them; raises KeyError for a name that is not among them."""
        place = {each: number for number, each in enumerate(self.names.tolist())}[name]
        return Estimate(
            estimate=float(self.estimate[place]),
            method=self.method,
            n=int(self.n[place]),
            low=float(self.low[place]),
            high=float(self.high[place]),
            level=self.level,
            reason=cast(Reason, str(self.reason[place])),
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row a name, with columns estimate, low, high, n and reason."""
        columns = {name: getattr(self, name) for name in ("estimate", "low", "high", "n", "reason")}
        return pd.DataFrame(columns, index=pd.Index(self.names))


def first_reason(*cases: tuple[Reason, npt.NDArray[np.bool_]]) -> npt.NDArray[np.str_]:
    """Return for each place the first reason whose case holds, or '' where none does."""
    holds = [case for _, case in cases]
    return np.select(holds, [np.str_(reason) for reason, _ in cases], default=np.str_(""))


def undefined(reason: npt.NDArray[np.str_], values: Floats) -> Floats:
    """Return ``values`` with NaN wherever a reason stands."""
    return np.where(reason == "", values, np.nan)
