"""What became of each statement from one instrument to the next: kept, reworded, added or left out.

A statement keeps its identity through its id, or through a crosswalk where the id changed. It stays
comparable only while its words stay the same, for people answer words and not ids.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from alliance_analytics.errors import ModelError, did_you_mean
from alliance_analytics.model.instrument import Instrument, Item, Name
from alliance_analytics.model.sourced import Entry
from alliance_analytics.model.spelling import plain


class Step(Entry):
    """One line of a crosswalk; without an old id the item is new, without a new one it was left out."""

    old: Name | None = None
    new: Name | None = None
    wording_changed: bool | None = None
    wave: Name | None = None


class Crosswalk(Entry):
    """``crosswalk.yml`` or ``crosswalk.csv``: old id to new id.

    A line without a ``wave`` holds wherever its ids meet; with one, only for what changed with that wave.
    """

    items: tuple[Step, ...] = ()

    def into(self, wave: str) -> tuple[Step, ...]:
        """Return the lines that may hold for what changed with a wave."""
        return tuple(step for step in self.items if step.wave in (None, wave))


@dataclass(frozen=True)
class ItemChanges:
    """What became of the scored items between two instruments.

    Parameters
    ----------
    kept : mapping of str to str
        Later id to earlier id, for what both ask; in the order of the later instrument.
    reworded : frozenset of str
        Later ids of what both ask in different words, or the other way round.
    added, removed : tuple of str
        Later ids that are new, and earlier ids that are gone.
    """

    kept: Mapping[str, str] = field(default_factory=dict)
    reworded: frozenset[str] = frozenset()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def comparable(self) -> frozenset[str]:
        """Later ids of what both ask in the same words."""
        return frozenset(self.kept) - self.reworded

    @property
    def nothing(self) -> bool:
        """Whether both ask the same in the same words, under the same ids."""
        return not (self.reworded or self.added or self.removed) and all(
            later == earlier for later, earlier in self.kept.items()
        )

    def then(self, following: ItemChanges) -> ItemChanges:
        """Return what became of the items after these changes and those that followed.

        What was left out and asked again later counts as new: nobody knows what it would have been.
        """
        kept = {
            later: self.kept[between] for later, between in following.kept.items() if between in self.kept
        }
        reworded = {
            later for later in kept if later in following.reworded or following.kept[later] in self.reworded
        }
        asked = (*following.kept, *following.added)
        gone = (earlier for earlier in self.kept.values() if earlier not in kept.values())
        added = tuple(later for later in asked if later not in kept)
        return ItemChanges(kept, frozenset(reworded), added, (*self.removed, *gone))


def item_changes(
    earlier: Instrument, later: Instrument, steps: Iterable[Step] = (), *, where: str | None = None
) -> ItemChanges:
    """Return what became of the scored items of one instrument in the next.

    Parameters
    ----------
    earlier, later : Instrument
        Two instruments. An item of the later one may say itself what it ``was``.
    steps : iterable of Step, optional
        Lines of a crosswalk. An id that a line names is no longer matched by being the same.
    where : str, optional
        The file of the crosswalk, when each of its lines must hold here.

    Raises
    ------
    ModelError
        If a line names an id that an instrument does not have, or one id stands in two lines.
    """
    old, new = _by_id(earlier), _by_id(later)
    named = [*(_holding(steps, old, new, where)), *_told_by_items(later, old)]
    _refuse_twice([step.old for step in named], where or later.id)
    _refuse_twice([step.new for step in named], where or later.id)
    pairs = {step.new: step for step in named if step.old and step.new}
    mentioned = {step.old for step in named} | {step.new for step in named}
    same = {name: Step(old=name, new=name) for name in new if name in old and name not in mentioned}
    kept = {name: pairs.get(name) or same[name] for name in new if name in pairs or name in same}
    return ItemChanges(
        kept={name: str(step.old) for name, step in kept.items()},
        reworded=frozenset(
            name for name, step in kept.items() if _reworded(old[str(step.old)], new[name], step)
        ),
        added=tuple(name for name in new if name not in kept),
        removed=tuple(name for name in old if name not in {step.old for step in kept.values()}),
    )


def renamed(instrument: Instrument, names: Mapping[str, str]) -> Instrument:
    """Return an instrument whose items have other ids.

    Parameters
    ----------
    instrument : Instrument
        Stays as it is.
    names : mapping of str to str
        Id to the other id; who is not among them keeps theirs.
    """
    items = (item.model_copy(update={"id": names.get(item.id, item.id)}) for item in instrument.items)
    return instrument.model_copy(update={"items": tuple(items)})


def _by_id(instrument: Instrument) -> dict[str, Item]:
    return {item.id: item for item in instrument.scored}


def _holding(
    steps: Iterable[Step], old: Collection[str], new: Collection[str], where: str | None
) -> list[Step]:
    """Return the lines whose ids both instruments have; where all must hold, refuse one that does not."""
    every = list(steps)
    if where is not None:
        for step in every:
            for name, known in ((step.old, old), (step.new, new)):
                if name is not None and name not in known:
                    raise ModelError(
                        "A crosswalk names an item that is not there.",
                        where=where,
                        found=name,
                        remedy=did_you_mean(name, known),
                    )
    return [step for step in every if step.old in {None, *old} and step.new in {None, *new}]


def _told_by_items(later: Instrument, old: Collection[str]) -> list[Step]:
    """Return what the items of the later instrument say they were."""
    return [
        Step(old=name, new=item.id, wording_changed=item.wording_changed)
        for item in later.scored
        for name in item.was
        if name in old
    ]


def _refuse_twice(names: Iterable[str | None], where: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name is not None and name in seen:
            raise ModelError(
                "A crosswalk gives one item two others.",
                where=where,
                found=name,
                allowed="one line an item",
                remedy="Keep one of the lines.",
            )
        seen |= {name} if name else set()


def _reworded(old: Item, new: Item, step: Step) -> bool:
    """Return whether people answer something else: by what was said, else by the words they share."""
    if step.wording_changed is not None:
        return step.wording_changed
    shared = old.wording.keys() & new.wording.keys()
    same = shared and all(plain(old.wording[code]) == plain(new.wording[code]) for code in shared)
    return not same or old.direction != new.direction
