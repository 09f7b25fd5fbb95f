"""The key that links a person's answers over the waves without saying who it is.

It lies outside everything that is shared: in ``keys/link.key`` of the workspace, which ``.gitignore`` keeps
out, or in the environment. Without a key nobody is linked over the waves; people who were invented need none.
"""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from alliance_analytics.errors import WorkspaceError

KEY_FILE = Path("keys") / "link.key"
VARIABLE = "ALLIANCE_LINK_KEY"
KNOWN_TO_ALL = b"synthetic people"


@dataclass(frozen=True)
class LinkKey:
    """A key and whether it lasts: with a passing one people are counted once in a wave, and not linked."""

    value: bytes
    lasting: bool

    def of_wave(self, alliance: str, wave: str) -> bytes:
        """Return the key for one wave: the same for all waves, or, if it does not last, one for each."""
        return (
            self.value if self.lasting else hmac.digest(self.value, f"{alliance}/{wave}".encode(), "sha256")
        )

    def __repr__(self) -> str:
        """Return a text that does not hold the key."""
        return f"LinkKey(lasting={self.lasting})"


def link_key(root: Path, *, synthetic: bool = False) -> LinkKey:
    """Return the workspace's key, the environment's, or a passing one.

    Parameters
    ----------
    root : Path
        The folder.
    synthetic : bool, default False
        Whether all people in it were invented; then a key that everybody knows will do.

    Raises
    ------
    WorkspaceError
        If the key is there and empty: nobody could be linked, and nobody would know.
    """
    path = root / KEY_FILE
    if path.exists():
        return _lasting(path.read_bytes().strip(), KEY_FILE.as_posix())
    if VARIABLE in os.environ:
        return _lasting(os.environ[VARIABLE].strip().encode(), VARIABLE)
    if synthetic:
        return LinkKey(KNOWN_TO_ALL, lasting=True)
    return LinkKey(secrets.token_bytes(32), lasting=False)


def others_can_read(root: Path) -> bool:
    """Return whether the workspace's key can be read by others than its owner, where the system tells."""
    path = root / KEY_FILE
    return os.name == "posix" and path.exists() and bool(path.stat().st_mode & 0o077)


def write_link_key(root: Path) -> Path:
    """Write a new key that only the owner can read, unless there is one, and return its path."""
    path = root / KEY_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32) + "\n")
    return path


def _lasting(value: bytes, where: str) -> LinkKey:
    if not value:
        raise WorkspaceError(
            "The key that links people is empty.",
            where=where,
            allowed="any text that nobody can guess",
            remedy="Put the key back, or take the file or variable away; alliance init writes a new one.",
        )
    return LinkKey(value, lasting=True)
