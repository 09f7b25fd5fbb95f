"""Digests of texts, of files, and of this program itself: what is equal gives the same result again.

Nothing here imports more than the standard library: finding out that nothing changed must not cost the
imports of the work.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("matplotlib", "numpy", "pandas", "papermill", "scipy", "seaborn", "statsmodels")
"""Those whose version may change what is shown."""
SIZE = 16
"""Bytes of a digest."""


def digest_of(told: Iterable[object]) -> str:
    """Return the digest of texts, or of pairs of them, in their order."""
    found = blake2b(digest_size=SIZE)
    for one in told:
        found.update(repr(one).encode() + b"\0")
    return found.hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the digest of a file's content; that of a file that is gone is empty."""
    try:
        return blake2b(path.read_bytes(), digest_size=SIZE).hexdigest()
    except FileNotFoundError:
        return ""


@cache
def digest_of_program() -> str:
    """Return the digest of this package as it is here, and of the libraries that it counts and draws with."""
    root = Path(__file__).resolve().parent
    ours = (
        (path.relative_to(root).as_posix(), digest_of_file(path))
        for path in visible_files(root, root / "cli")
        if path.suffix != ".pyc"
    )
    libraries = ((name, _version(name)) for name in LIBRARIES)
    return digest_of([*ours, *libraries, ("python", platform.python_version())])


def visible_files(root: Path, but: Path) -> Iterator[Path]:
    """Yield the files of a folder in a fixed order, hidden ones and those in ``but`` left out."""
    for place, folders, names in os.walk(root):
        here = Path(place)
        folders[:] = sorted(name for name in folders if name[0] not in "._" and here / name != but)
        yield from (here / name for name in sorted(names) if name[0] not in ".~")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
