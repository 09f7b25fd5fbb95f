"""Files kept beside a workspace under a hash of all they were made of; light to import.

A page is kept only when it was whole: it passed the gate, and nothing was left out of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from alliance_analytics.digests import digest_of, digest_of_file, digest_of_program
from alliance_analytics.errors import PageError
from alliance_analytics.publish.page.writing import put_beside

FOLDER = ".portfolio"


def hash_of(first: Iterable[str], files: Iterable[Path], root: Path) -> str:
    """Return one hash of this program, of some texts, and of names and contents of files below a folder."""
    told = ((path.relative_to(root).as_posix(), digest_of_file(path)) for path in files)
    return digest_of([digest_of_program(), *first, *told])


def files_below(folder: Path) -> list[Path]:
    """Return all files of a folder in a fixed order, what is kept by us left out."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and FOLDER not in path.parts)


def page_key(root: Path, language: str, day: str) -> str:
    """Return a hash of all that the page of a workspace depends on.

    Parameters
    ----------
    root : Path
        The folder of the workspace.
    language : str
        Asked for, or '' for the workspace's own.
    day : str
        From which something is overdue, YYYY-MM-DD.
    """
    return hash_of(["page", language, day], files_below(root), root)


def kept_page(root: Path, key: str) -> bytes | None:
    """Return the page that was kept under a key, or None."""
    try:
        name, _, page = (root / FOLDER / "page.html").read_bytes().partition(b"\n")
    except OSError:
        return None
    return page if name.decode("ascii", "replace") == key else None


def keep_page(root: Path, key: str, page: bytes) -> None:
    """Keep a page under a key; the one before goes."""
    keep_beside(root, "page.html", key.encode() + b"\n" + page)


def keep_beside(root: Path, name: str, content: bytes) -> None:
    """Keep a file beside a workspace, if it can be written to."""
    try:
        (root / FOLDER).mkdir(exist_ok=True)
        put_beside(root / FOLDER / name, content)
    except (OSError, PageError):  # read-only: everything is made again next time, and nothing is lost
        return
