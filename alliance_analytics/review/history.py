"""All waves of an alliance up to one, and what changed from each to the next.

The instrument may change between waves. Earlier waves are told in the ids of the wave reviewed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import pandas as pd

from alliance_analytics.errors import AllianceError, WorkspaceError, did_you_mean
from alliance_analytics.model.crosswalk import ItemChanges
from alliance_analytics.model.instrument import SCALE_KINDS
from alliance_analytics.review.waves import MeasuredWave, knowing_later, measure_wave, once
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.questionnaires import ids_now

Waves = tuple[MeasuredWave, ...]
ChangesAndParts = tuple[pd.DataFrame, pd.DataFrame]
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
    asked : tuple of ItemChanges
        What became of the statements from each wave to the next.
    changes : frame
        Released changes of everybody's means from each wave to the next; columns as of
        :func:`~alliance_analytics.review.change.successive.changes_over`.
    parts : frame
        The same changes taken apart, released.
    items : frame
        What became of the statements from each wave to the next: wave, previous_wave, item and what
        (``reworded``, ``added`` or ``removed``); no rows while all waves ask the same.
    """

    waves: tuple[MeasuredWave, ...]
    problems: tuple[str, ...] = ()
    asked: tuple[ItemChanges, ...] = field(default=(), repr=False)
    _changed: dict[str, ChangesAndParts] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def changes(self) -> pd.DataFrame:
        """Released changes of everybody's means."""
        return pd.concat([self.changed_in(wave)[0] for wave in self._compared], ignore_index=True)

    @cached_property
    def parts(self) -> pd.DataFrame:
        """The same changes taken apart."""
        return pd.concat([self.changed_in(wave)[1] for wave in self._compared], ignore_index=True)

    @property
    def _compared(self) -> tuple[str, ...]:
        return self.names[1:] or self.names  # a single wave has tables without rows

    @cached_property
    def items(self) -> pd.DataFrame:
        """What became of the statements."""
        return _items(self.waves, self.asked)

    def changed_in(self, wave: str) -> ChangesAndParts:
        """Return the rows of ``changes`` and of ``parts`` of one wave, had without those of the others."""
        if wave not in self._changed:
            # Comparing takes statistics that are slow to import, and scores and portfolios ask for none.
            from alliance_analytics.review.change.successive import changes_over  # noqa: PLC0415

            place = self.names.index(wave)
            first = max(place - 1, 0)
            self._changed[wave] = changes_over(self.waves[first : place + 1], self.asked[first:place])
        return self._changed[wave]

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

    def of(self, wave: str) -> MeasuredWave:
        """Return one of the waves.

        Raises
        ------
        WorkspaceError
            If it was not measured, with the nearest that was.
        """
        if wave not in self.names:
            raise WorkspaceError(
                "This wave was not measured.", found=wave, remedy=did_you_mean(wave, self.names)
            )
        return self.waves[self.names.index(wave)]

    @property
    def asking_otherwise(self) -> tuple[str, ...]:
        """Waves of which some scale is made of other statements than in the wave before."""
        pairs = zip(pairwise(self.waves), self.asked, strict=True)
        return tuple(pair[1].wave for pair, changes in pairs if _asks_otherwise(*pair, changes))

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
    return History(waves, tuple(problems), tuple(_asked(workspace, *pair) for pair in pairwise(waves)))


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


def _asks_otherwise(before: MeasuredWave, now: MeasuredWave, changes: ItemChanges) -> bool:
    return any(
        set(items) != set(earlier[name]) or not changes.comparable.issuperset(items)
        for kind in SCALE_KINDS
        for earlier in [before.instrument.scales(kind)]
        for name, items in now.instrument.scales(kind).items()
        if name in earlier
    )


def _items(waves: Waves, asked: Sequence[ItemChanges]) -> pd.DataFrame:
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
