"""What was measured for the portfolio is kept beside the workspace, and measured again when a file changed.

Kept in ``.portfolio`` is only what a release plan showed. An alliance is known by the content of all its
files and of the files that all alliances share; alliances that are new are measured in two processes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from alliance_analytics.review.portfolio.kept import FOLDER, files_below, hash_of, keep_beside
from alliance_analytics.review.portfolio.measuring import Measured, measured_alliance
from alliance_analytics.review.waiting import waiting
from alliance_analytics.workspace import Workspace, open_workspace
from alliance_analytics.workspace import ledger as ledger_of
from alliance_analytics.workspace.registers.assumptions import NAME as ASSUMPTIONS
from alliance_analytics.workspace.registers.of_portfolio import REGISTER_NAMES
from alliance_analytics.workspace.registers.process import NAME as PROCESS

FILE = "measured.json"
FEW = 6
"""Alliances up to which starting other processes costs more than it saves."""
PROCESSES = 2
CHUNKS = 4
"""Parts that each process gets, so that one with slow alliances does not keep the other waiting."""
ANY = ""
OF_ALLIANCE = (PROCESS, ASSUMPTIONS)
"""Registers in the folder of an alliance that are no part of what is measured, as those of the portfolio."""


def kept_or_measured(workspace: Workspace) -> tuple[Measured, ...]:
    """Return what is known of each alliance, measuring only those whose files changed.

    Parameters
    ----------
    workspace : Workspace
        Where the files are. A workspace that cannot be written to is measured each time.
    """
    keys = alliance_keys(workspace)
    kept = _kept(workspace.root)
    fresh = {name: kept[name]["measured"] for name in keys if kept.get(name, {}).get("key") == keys[name]}
    new = [name for name in keys if name not in fresh]
    found = {name: Measured(**row) for name, row in fresh.items()}
    found |= {each.alliance: each for each in _measure(workspace, new)}
    if new or set(kept) != set(keys):
        _keep(workspace.root, keys, found)
    return tuple(found[name] for name in workspace.alliances)


def alliance_keys(workspace: Workspace) -> dict[str, str]:
    """Return alliance to a hash of all that its measurement depends on."""
    shared = hash_of(["shared"], _shared_files(workspace.root), workspace.root)
    shown = _shown_before(workspace.root / ledger_of.FOLDER / ledger_of.FILE)
    return {
        name: hash_of(
            [shared, name, *shown[ANY], *shown[name]],
            _without(OF_ALLIANCE, folder, files_below(folder)),
            folder,
        )
        for name, folder in workspace.folders.items()
    }


def _shared_files(root: Path) -> list[Path]:
    """Return what all alliances depend on."""
    seen = _without(REGISTER_NAMES, root, _visible(root))
    return [path for path in seen if path.suffix != ".json"]


def _shown_before(ledger: Path) -> dict[str, list[str]]:
    """Return alliance to its lines of the ledger: what was shown of it before may hide more of it now.

    A line that names none, or cannot be read, counts for every alliance.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for line in ledger.read_text(encoding="utf-8").splitlines() if ledger.exists() else ():
        found[_alliance_of(line)].append(line)
    return found


def _alliance_of(line: str) -> str:
    try:
        return str(json.loads(line)["alliance"])
    except (ValueError, KeyError, TypeError):
        return ANY


def _without(registers: Collection[str], folder: Path, files: Iterable[Path]) -> list[Path]:
    """Return files without the registers that lie in a folder itself; below it, a name may be an export's."""
    return [path for path in files if path.parent != folder or path.stem not in registers]


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _kept(root: Path) -> dict[str, dict[str, Any]]:
    """Return what was kept; a file that cannot be read counts as none, for it is only a copy."""
    try:
        content = json.loads((root / FOLDER / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _keep(root: Path, keys: dict[str, str], found: dict[str, Measured]) -> None:
    content = {name: {"key": key, "measured": asdict(found[name])} for name, key in keys.items()}
    keep_beside(root, FILE, json.dumps(content, ensure_ascii=False).encode())


def _measure(workspace: Workspace, alliances: Sequence[str]) -> list[Measured]:
    if len(alliances) <= FEW:
        return [measured_alliance(workspace, alliance) for alliance in alliances]
    parts = [list(alliances[place :: PROCESSES * CHUNKS]) for place in range(PROCESSES * CHUNKS)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        found = pool.map(_measured_part, [str(workspace.root)] * len(parts), parts)
        return [each for part in _waited_for(found, len(parts)) for each in part]


def _waited_for(parts: Iterable[list[Measured]], count: int) -> Iterator[list[Measured]]:
    with waiting(count) as step:
        for part in parts:
            yield part
            step()


def _measured_part(root: str, alliances: Sequence[str]) -> list[Measured]:
    """Return what is known of some alliances; runs in a process of its own."""
    workspace = open_workspace(root)
    return [measured_alliance(workspace, alliance) for alliance in alliances]
