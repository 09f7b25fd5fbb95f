"""Files put in the place of others: all are written beside them first, so that none is ever half there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from alliance_analytics.errors import WorkspaceError


def replace_all(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write new contents of files, each in one step, and none before all are ready.

    Parameters
    ----------
    contents : sequence of (Path, bytes)
        Each file, there already or new, and what it shall hold.

    Raises
    ------
    WorkspaceError
        If there is no room or no right to write; then every file is as it was.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in contents:
            ready.append((_beside(path, content), path))
    except OSError as error:
        for written, _ in ready:
            written.unlink()
        raise WorkspaceError(
            "A file cannot be written; nothing was changed.",
            found=type(error).__name__,
            remedy="Close programs that hold it open, see that there is room, and try again.",
        ) from error
    for written, path in ready:
        written.replace(path)


def _beside(path: Path, content: bytes) -> Path:
    """Write a file beside another, hidden, with the same rights."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    written = Path(file.name)
    if path.exists():
        shutil.copymode(path, written)
    return written
