"""Write a file so that a reader finds the old one or the new one, never half of one."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex

from alliance_analytics.errors import PageError


def write_beside(path: Path, text: str) -> None:
    """Write a text (UTF-8) to a file beside the target, then put it in the target's place in one step.

    Parameters
    ----------
    path : Path
        Target. Its folder exists.
    text : str
        Whole content.

    Raises
    ------
    PageError
        If the folder cannot be written to. A file that stood there stays as it was.
    """
    put_beside(path, text.encode())


def put_beside(path: Path, content: bytes) -> None:
    """Write bytes to a file beside the target, then put it in the target's place in one step.

    Parameters
    ----------
    path : Path
        Target. Its folder exists.
    content : bytes
        Whole content.

    Raises
    ------
    PageError
        If the folder cannot be written to. A file that stood there stays as it was.
    """
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        _write_through(beside, content)
        os.replace(beside, path)  # noqa: PTH105 - the one call that promises to be atomic on every system
    except OSError as error:
        raise PageError(
            "A page cannot be written.",
            where=path.name,
            found=error.strerror,
            remedy="See that the folder exists, can be written to and has room.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
