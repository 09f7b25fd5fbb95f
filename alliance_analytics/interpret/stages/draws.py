"""Two doubts as random numbers: who answered, and where the cut-offs lie.

Each mean and each mark has a stream of numbers of its own, named after the alliance, the wave and itself.
So a placement does not depend on the order of rows or on what else is asked, and two estimates compared
meet the same luck, which makes the shares of draws rise and fall with the means and with nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from alliance_analytics.interpret.stages.finding import answered
from alliance_analytics.model.stages import Conventions

Floats = npt.NDArray[np.float64]
LEVEL = 0.95
"""Nominal coverage of the intervals in the estimates."""
TABLE = np.linspace(0.0, 8.0, 3201)
"""Sizes of a standard normal number; none beyond is ever drawn."""


@dataclass(frozen=True)
class Luck:
    """Names the streams of random numbers of one alliance and wave."""

    seed: int
    alliance: str
    wave: str

    def stream(self, *name: str) -> np.random.Generator:
        """Return the generator of one name; the same name always gives the same numbers."""
        key = "\x1f".join([str(self.seed), self.alliance, self.wave, *name])
        return np.random.default_rng(int.from_bytes(sha256(key.encode()).digest()[:16], "big"))


def for_each_wave(
    found: pd.DataFrame, seed: int, step: Callable[[pd.DataFrame, Luck], pd.DataFrame], columns: list[str]
) -> pd.DataFrame:
    """Return what ``step`` makes of each wave with its own luck, one below the other.

    Parameters
    ----------
    found : frame
        With columns alliance and wave.
    seed : int
        With alliance and wave, it fixes the random numbers.
    step : callable
        Takes the rows of one wave and its luck, and returns a frame.
    columns : list of str
        Columns of the result; alliance and wave are added to what ``step`` returns.
    """
    parts = [
        step(wave, Luck(seed, str(alliance), str(name))).assign(alliance=str(alliance), wave=str(name))
        for (alliance, name), wave in found.groupby(["alliance", "wave"], sort=False)
    ]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def draw_means(evidence: pd.DataFrame, conventions: Conventions, luck: Luck) -> Floats:
    """Return draws of what each mean could be among all members of the population.

    A mean is drawn from a Student t around the estimate, stretched on either side to the limit of its
    interval there. So the finite population correction and the skew of the interval carry over, and a
    census does not move. Errors of different means correlate by ``conventions.correlation``, for the same
    people answered; what is no mean of answers (a gap, a report) errs on its own.

    Parameters
    ----------
    evidence : frame, k rows
        Columns scale, name, mean, ci_low, ci_high (all finite) and n.

    Returns
    -------
    array, shape (draws, k)
        In points of the answer scale.
    """
    shared = luck.stream("who answered").standard_normal(conventions.draws)
    own = [
        luck.stream("who answered", str(scale), str(name)).standard_normal(conventions.draws)
        for scale, name in zip(evidence["scale"], evidence["name"], strict=True)
    ]
    together = np.where(answered(evidence), conventions.correlation, 0.0)[:, np.newaxis]
    mixed = np.sqrt(together) * shared + np.sqrt(1 - together) * np.array(own)
    mean, low, high = (evidence[name].to_numpy(float) for name in ("mean", "ci_low", "ci_high"))
    reach = _in_units_of_the_interval(mixed.T, evidence["n"].to_numpy(float))
    return np.asarray(mean + np.where(reach > 0, reach * (high - mean), reach * (mean - low)), dtype=float)


def draw_moves(marks: Sequence[str], conventions: Conventions, luck: Luck) -> dict[str, Floats]:
    """Return for each mark by how many points its cut-offs are moved in each draw, shape (draws,).

    All cut-offs of a mark move together: the doubt is where its line lies, not where each measure of it
    crosses.
    """
    move = conventions.cut_off_move
    return {mark: luck.stream("cut-offs", mark).uniform(-move, move, conventions.draws) for mark in marks}


def _in_units_of_the_interval(normal: Floats, n: Floats) -> Floats:
    freedom = np.maximum(np.nan_to_num(n, nan=2.0) - 1, 1)
    reach = np.empty_like(normal)
    for each in np.unique(freedom):
        same = freedom == each
        reach[:, same] = _as_student(normal[:, same], float(each))
    return np.asarray(reach / special.stdtrit(freedom, (1 + LEVEL) / 2), dtype=float)


def _as_student(normal: Floats, freedom: float) -> Floats:
    """Return the quantile of a Student t that is as likely as a normal one.

    Read from a fine table, as inverting the t for each draw takes most of the time of a placement; between
    two entries the logarithm of its size is all but straight, and the error below a millionth.
    """
    sizes = _sizes_of_student(freedom)
    return np.asarray(np.sign(normal) * np.sinh(np.interp(np.abs(normal), TABLE, sizes)), dtype=float)


@lru_cache
def _sizes_of_student(freedom: float) -> Floats:
    return np.asarray(np.arcsinh(-special.stdtrit(freedom, special.ndtr(-TABLE))), dtype=float)
