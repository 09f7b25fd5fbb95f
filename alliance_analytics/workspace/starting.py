"""Write the commented start of a workspace."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace.keys import write_link_key
from alliance_analytics.workspace.layout import REPORTS


def start_workspace(folder: Path) -> tuple[Path, ...]:
    """Write a workspace with one alliance and one wave to fill in.

    Returns
    -------
    tuple of Path
        The files written, relative to ``folder``.

    Raises
    ------
    WorkspaceError
        If the folder exists and is not empty: nothing is overwritten.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise WorkspaceError(
            "This is not an empty folder.",
            where=folder.name,
            remedy="Give a new folder; nothing was written.",
        )
    with as_file(files("alliance_analytics.workspace") / "start") as start:
        shutil.copytree(start, folder, dirs_exist_ok=True)
    (folder / "gitignore").rename(folder / ".gitignore")
    for settings in folder.rglob("wave.yml"):
        (settings.parent / REPORTS).mkdir()  # empty, for every file in it is read as a report
    write_link_key(folder)
    return tuple(sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file()))
