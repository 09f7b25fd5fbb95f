"""Which questionnaire was asked, in an alliance and in a wave, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.model.crosswalk import Crosswalk, ItemChanges, Step, item_changes
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import default_instrument, read_instrument, without_modules
from alliance_analytics.model.loading import load, parse
from alliance_analytics.workspace.layout import crosswalk_file, instrument_file
from alliance_analytics.workspace.tables import read_table


def instrument_of_alliance(alliance: Path, root: Path, left_out: Iterable[str]) -> Instrument:
    """Return the alliance's instrument: its own file, the workspace's, or *Mastering Alliances*.

    Parameters
    ----------
    alliance, root : Path
        Folders of the alliance and of the workspace.
    left_out : iterable of str
        Modules that are not asked.
    """
    path = instrument_file(alliance, root)
    whole, names = read_instrument(path) if path else default_instrument(), tuple(left_out)
    return without_modules(whole, names) if names else whole


def instrument_of_wave(wave: Path, named: str | None) -> Instrument | None:
    """Return a wave's own instrument, or None when it asked the alliance's.

    Parameters
    ----------
    wave : Path
        Folder of the wave; a file of an instrument in it is its own.
    named : str, optional
        A file that the settings name, beside or above the wave, e.g. ``../instrument-2023.yml``.

    Raises
    ------
    WorkspaceError
        If the file that the settings name is not there.
    """
    path = wave / named if named else instrument_file(wave)
    if path is None:
        return None
    if not path.is_file():
        raise WorkspaceError(
            "The instrument that the settings name is not there.",
            where=f"{wave.name}/wave.yml",
            found=path.name,
            remedy="Put the file there, or leave the line out to ask the alliance's instrument.",
        )
    return read_instrument(path)


def changes_over(asked: Sequence[tuple[Path, Instrument]]) -> ItemChanges:
    """Return what became of the items from the first of some waves to the last.

    Parameters
    ----------
    asked : sequence of (Path, Instrument)
        Folder and instrument of each wave, oldest first; at least one.

    Raises
    ------
    ModelError
        If a crosswalk is broken, or names an item that is not there.
    """
    _, first = asked[0]
    changes = item_changes(first, first)
    for (_, earlier), (folder, later) in pairwise(asked):
        if earlier is not later:
            changes = changes.then(changes_into(folder, earlier, later))
    return changes


def ids_now(wave: str, changes: ItemChanges) -> dict[str, str]:
    """Return the ids of a wave's scored items as a later wave calls them.

    Parameters
    ----------
    wave : str
        Name of the earlier wave.
    changes : ItemChanges
        What became of its items. One that is gone keeps its id, or gets the wave's name behind it where the
        later wave calls another item so.
    """
    taken = {*changes.kept, *changes.added}
    gone = {old: f"{old} ({wave})" if old in taken else old for old in changes.removed}
    return {old: new for new, old in changes.kept.items()} | gone


def changes_into(wave: Path, earlier: Instrument, later: Instrument) -> ItemChanges:
    """Return what became of the items from the instrument of the wave before to that of a wave.

    Parameters
    ----------
    wave : Path
        Folder of the later wave. A crosswalk in it is about these two instruments; one in the folder of the
        alliance may tell of other waves, too.
    earlier, later : Instrument
        What was asked.

    Raises
    ------
    ModelError
        If a crosswalk is broken, or names an item that is not there.
    """
    own, shared = crosswalk_file(wave), crosswalk_file(wave.parent)
    if own:
        return item_changes(earlier, later, _read(own).into(wave.name), where=f"{wave.name}/{own.name}")
    steps: tuple[Step, ...] = _read(shared).into(wave.name) if shared else ()
    return item_changes(earlier, later, steps)


def _read(path: Path) -> Crosswalk:
    if path.suffix.lower() != ".csv":
        return load(path, Crosswalk)
    table = read_table(path)
    rows = [{str(name): text for name, text in row.items() if text} for row in table.to_dict("records")]
    return parse({"items": rows}, Crosswalk, path.name)
