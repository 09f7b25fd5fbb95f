"""What was measured for the portfolio is kept beside the workspace, and measured again when a file changed.

Kept in ``.portfolio`` is only what a release plan showed. An alliance is known by the content of all its
files and of the files that all alliances share; alliances that are new are measured in two processes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from alliance_analytics.errors import PageError
from alliance_analytics.publish.page.writing import put_beside
from alliance_analytics.review.portfolio_measuring import Measured, measured_alliance
from alliance_analytics.workspace import Workspace, open_workspace
from alliance_analytics.workspace.registers.portfolio_door import NAMES as DOOR_NAMES
from alliance_analytics.workspace.registers.portfolio_norms import NAME as NORMS_NAME

FOLDER = ".portfolio"
FILE = "measured.json"
LAYOUT = "1"
"""Raised when what is kept changes its meaning."""
FEW = 6
"""Alliances up to which starting other processes costs more than it saves."""
PROCESSES = 2
CHUNKS = 4
"""Parts that each process gets, so that one with slow alliances does not keep the other waiting."""
OWN_FILES = (*DOOR_NAMES, NORMS_NAME)
"""Registers of the portfolio: read each time, and no part of what is measured."""


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
    shared = _hash_of([version("alliance_analytics"), LAYOUT], _shared_files(workspace.root), workspace.root)
    return {
        name: _hash_of([shared, name], _files_below(folder), folder)
        for name, folder in workspace.folders.items()
    }


def register_key(root: Path) -> str:
    """Return a hash of the registers of the portfolio."""
    return _hash_of([], [path for path in _visible(root) if path.stem in OWN_FILES], root)


def _shared_files(root: Path) -> list[Path]:
    return [path for path in _visible(root) if path.stem not in OWN_FILES and path.suffix != ".json"]


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and FOLDER not in path.parts)


def _hash_of(first: Iterable[str], files: Iterable[Path], root: Path) -> str:
    found = sha256("\x1f".join(first).encode())
    for path in files:
        content = path.read_bytes()
        found.update(f"\x1e{path.relative_to(root).as_posix()}\x1f{len(content)}\x1f".encode())
        found.update(content)
    return found.hexdigest()


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


def keep_beside(root: Path, name: str, content: bytes) -> None:
    """Keep a file in the store of a workspace, if it can be written to."""
    try:
        (root / FOLDER).mkdir(exist_ok=True)
        put_beside(root / FOLDER / name, content)
    except (OSError, PageError):  # read-only: everything is measured again next time, and nothing is lost
        return


def _measure(workspace: Workspace, alliances: Sequence[str]) -> list[Measured]:
    if len(alliances) <= FEW:
        return [measured_alliance(workspace, alliance) for alliance in alliances]
    parts = [list(alliances[place :: PROCESSES * CHUNKS]) for place in range(PROCESSES * CHUNKS)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        found = pool.map(_measured_part, [str(workspace.root)] * len(parts), parts)
        return [each for part in found for each in part]


def _measured_part(root: str, alliances: Sequence[str]) -> list[Measured]:
    """Return what is known of some alliances; runs in a process of its own."""
    workspace = open_workspace(root)
    return [measured_alliance(workspace, alliance) for alliance in alliances]
