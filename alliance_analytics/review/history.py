"""All waves of an alliance up to one, and what changed from each to the next.

The instrument may change between waves. Earlier waves are told in the ids of the wave reviewed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from alliance_analytics.errors import AllianceError, WorkspaceError
from alliance_analytics.model.crosswalk import ItemChanges
from alliance_analytics.review.claims import CHANGE_COLUMNS, with_claims
from alliance_analytics.review.comparing import released_changes
from alliance_analytics.review.parts import PART_COLUMNS, released_parts
from alliance_analytics.review.waves import MeasuredWave, knowing_later, measure_wave, once
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.questionnaires import ids_now

Waves = tuple[MeasuredWave, ...]
ITEM_COLUMNS = ["wave", "previous_wave", "item", "what"]


@dataclass(frozen=True)
class History:
    """The measured waves of one alliance, oldest first, and those that could not be read.

    Attributes
    ----------
    waves : tuple of MeasuredWave
        The last is the one reviewed; all are told in its ids.
    problems : tuple of str
        One sentence an earlier wave that was left out.
    changes : frame
        Released changes of everybody's means from each wave to the next; columns of ``CHANGE_COLUMNS``.
    parts : frame
        The same changes taken apart, released; columns of ``PART_COLUMNS`` but ``p``.
    items : frame
        What became of the statements from each wave to the next: wave, previous_wave, item and what
        (``reworded``, ``added`` or ``removed``); no rows while all waves ask the same.
    """

    waves: tuple[MeasuredWave, ...]
    problems: tuple[str, ...]
    changes: pd.DataFrame
    parts: pd.DataFrame
    items: pd.DataFrame

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

    def unbroken(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return rows by wave, scale and name without those of a statement from before it was reworded."""
        reworded = self.items[self.items["what"] == "reworded"]
        last = {
            item: self.names.index(wave)
            for item, wave in zip(reworded["item"], reworded["wave"], strict=True)
        }
        since = table["name"].map(last).fillna(0).where(table["scale"] == "item", 0)
        return table[table["wave"].map(self.names.index) >= since]


def measure_history(workspace: Workspace, alliance: str, wave: str) -> History:
    """Measure a wave and all waves before it.

    Raises
    ------
    AllianceError
        If the wave itself cannot be read. An earlier one that cannot, or that was answered on another number
        of points, is left out and named in ``problems``.
    """
    names = workspace.waves(alliance)
    measured: list[MeasuredWave] = []
    problems = []
    for name in names[: names.index(wave)] if wave in names else ():
        try:
            called = ids_now(name, _changes_to(workspace, alliance, name, wave))
            measured.append(measure_wave(workspace, alliance, name, _persons(measured), called))
        except AllianceError as error:
            problems.append(f"{name}: {error.what}")
    measured.append(measure_wave(workspace, alliance, wave, _persons(measured)))
    waves = (*(knowing_later(*pair) for pair in pairwise(measured)), measured[-1])
    asked = [_asked(workspace, *pair) for pair in pairwise(waves)]
    changes, parts = _changes(waves, asked)
    return History(waves, tuple(problems), changes, parts, _items(waves, asked))


def _changes_to(workspace: Workspace, alliance: str, earlier: str, wave: str) -> ItemChanges:
    points = [workspace.instrument(alliance, each).points for each in (earlier, wave)]
    if points[0] != points[1]:
        raise WorkspaceError(
            f"It was answered on {points[0]} points, and {wave} on {points[1]}: they cannot be compared.",
            where=f"{alliance}/{earlier}",
        )
    return workspace.item_changes(alliance, earlier, wave)


def _asked(workspace: Workspace, before: MeasuredWave, now: MeasuredWave) -> ItemChanges:
    """Return what became of the statements between two waves, in the ids by which both are called."""
    changes = workspace.item_changes(now.alliance, before.wave, now.wave)
    earlier, later = _called(workspace, before), _called(workspace, now)
    return ItemChanges(
        kept={later[new]: earlier[old] for new, old in changes.kept.items()},
        reworded=frozenset(later[item] for item in changes.reworded),
        added=tuple(later[item] for item in changes.added),
        removed=tuple(earlier[item] for item in changes.removed),
    )


def _called(workspace: Workspace, wave: MeasuredWave) -> dict[str, str]:
    """Return the id of each statement in its own wave, to that by which it is called here."""
    own = workspace.instrument(wave.alliance, wave.wave).scored
    return {item.id: named.id for item, named in zip(own, wave.instrument.scored, strict=True)}


def _persons(measured: list[MeasuredWave]) -> frozenset[str]:
    return frozenset(once(measured[-1].people["person"]).dropna()) if measured else frozenset()


def _changes(waves: Waves, asked: list[ItemChanges]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the changes from each wave to the next, and the same taken apart."""
    compared, taken_apart = [], []
    for pair, changes in zip(pairwise(waves), asked, strict=True):
        parts = released_parts(*pair, changes.comparable)
        compared.append(with_claims(released_changes(*pair, changes.comparable), parts))
        taken_apart.append(parts.drop(columns="p"))
    if not compared:
        return pd.DataFrame(columns=CHANGE_COLUMNS), pd.DataFrame(columns=PART_COLUMNS).drop(columns="p")
    return pd.concat(compared, ignore_index=True), pd.concat(taken_apart, ignore_index=True)


def _items(waves: Waves, asked: list[ItemChanges]) -> pd.DataFrame:
    rows = [
        (now.wave, before.wave, item, what)
        for (before, now), changes in zip(pairwise(waves), asked, strict=True)
        for what, items in (
            ("reworded", sorted(changes.reworded)),
            ("added", changes.added),
            ("removed", changes.removed),
        )
        for item in items
    ]
    return pd.DataFrame(rows, columns=ITEM_COLUMNS)
