"""One run at a time in one folder of pages: the second says so and stops.

The lock is the system's own and goes with its process, however that ends, so none is ever left behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alliance_analytics.errors import WorkspaceError

NAME = ".lock"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the folder of the pages; it is made when it is not there.

    Raises
    ------
    WorkspaceError
        If another run holds it, or it cannot be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        place = os.open(out / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise WorkspaceError(
            "The folder of the pages cannot be written to.",
            where=out.name,
            found=error.strerror,
            remedy="Give another folder with --out.",
        ) from error
    try:
        _take(place, out)
        yield
    finally:
        os.close(place)


def _take(place: int, out: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(place, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise WorkspaceError(
            "Another run is making reviews in this folder.",
            where=out.name,
            remedy="Wait until it has ended, or give another folder with --out.",
        ) from error
