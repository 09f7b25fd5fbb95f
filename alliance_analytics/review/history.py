"""All waves of an alliance up to one, and what changed from each to the next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.measure.change import Change, mean_change
from alliance_analytics.publish.release import release_changes
from alliance_analytics.review.waves import MeasuredWave, measure_wave
from alliance_analytics.workspace import Workspace

CHANGE_COLUMNS = [
    "alliance", "wave", "previous_wave", "scale", "name",
    "change", "ci_low", "ci_high", "n_now", "n_before", "method", "shown", "reason",
]  # fmt: skip


@dataclass(frozen=True)
class History:
    """The measured waves of one alliance, oldest first, and those that could not be read.

    Attributes
    ----------
    waves : tuple of MeasuredWave
        The last is the one reviewed.
    problems : tuple of str
        One sentence an earlier wave that was left out.
    changes : frame
        Released changes of everybody's means from each wave to the next; columns of ``CHANGE_COLUMNS``.
    """

    waves: tuple[MeasuredWave, ...]
    problems: tuple[str, ...]
    changes: pd.DataFrame

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the waves, oldest first."""
        return tuple(wave.wave for wave in self.waves)

    @property
    def now(self) -> MeasuredWave:
        """The wave reviewed."""
        return self.waves[-1]

    @property
    def before(self) -> MeasuredWave | None:
        """The wave before it, if there is one."""
        return self.waves[-2] if len(self.waves) > 1 else None

    @property
    def released(self) -> pd.DataFrame:
        """Released estimates of all waves."""
        return pd.concat([wave.released for wave in self.waves], ignore_index=True)


def measure_history(workspace: Workspace, alliance: str, wave: str) -> History:
    """Measure a wave and all waves before it.

    Raises
    ------
    AllianceError
        If the wave itself cannot be read. An earlier one that cannot is left out and named in ``problems``.
    """
    names = workspace.waves(alliance)
    measured: list[MeasuredWave] = []
    problems = []
    for name in names[: names.index(wave)] if wave in names else ():
        try:
            measured.append(measure_wave(workspace, alliance, name, _persons(measured)))
        except AllianceError as error:
            problems.append(f"{name}: {error.what}")
    measured.append(measure_wave(workspace, alliance, wave, _persons(measured)))
    return History(tuple(measured), tuple(problems), _changes(measured))


def _persons(measured: list[MeasuredWave]) -> frozenset[str]:
    return frozenset(measured[-1].people["person"].dropna()) if measured else frozenset()


def _changes(measured: list[MeasuredWave]) -> pd.DataFrame:
    pairs = pairwise(measured)
    tables = [release_changes(_between(before, now), now.plan, before.plan) for before, now in pairs]
    if not tables:
        return pd.DataFrame(columns=CHANGE_COLUMNS)
    return pd.concat(tables, ignore_index=True)[CHANGE_COLUMNS]


def _between(before: MeasuredWave, now: MeasuredWave) -> pd.DataFrame:
    earlier, later = _by_person(before), _by_person(now)
    rows = [
        {"scale": kind, "name": name, **_row(mean_change(earlier[kind][name], frame[name]))}
        for kind, frame in later.items()
        for name in frame.columns
        if name in earlier[kind].columns
    ]
    return pd.DataFrame(rows).assign(alliance=now.alliance, wave=now.wave, previous_wave=before.wave)


def _by_person(wave: MeasuredWave) -> dict[str, pd.DataFrame]:
    """Return scores labelled by keyed hash; somebody who stands twice in a wave is linked to nobody."""
    person = wave.people["person"]
    labels = person.where(~person.duplicated(keep=False)).tolist()
    return {kind: frame.set_axis(pd.Index(labels, dtype=object)) for kind, frame in wave.scores.items()}


def _row(change: Change) -> dict[str, object]:
    return {
        "change": change.estimate,
        "ci_low": change.low,
        "ci_high": change.high,
        "n_now": change.n_now,
        "n_before": change.n_before,
        "method": change.method,
    }
