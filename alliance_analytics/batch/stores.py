"""A folder that fsspec can reach: on a disk that all see, or in a bucket (extra *cluster*)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any

from alliance_analytics.errors import WorkspaceError


@dataclass(frozen=True)
class Store:
    """A folder at an address such as ``s3://bucket/reviews`` or ``/shared/reviews``.

    Who may read it is told to fsspec by the environment or its configuration files, never by the address.
    """

    address: str

    def fetch(self, names: Iterable[str], into: Path) -> None:
        """Copy files from here into a folder."""
        system, path = self._reached()
        for name in names:
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            system.get_file(f"{path}/{name}", str(into / name))

    def put(self, source: Path, name: str) -> None:
        """Copy a file here, whole or not at all: an object of a bucket is never half, a file is renamed."""
        system, path = self._reached()
        folder, _, last = f"{path}/{name}".rpartition("/")
        if _has_folders(system):
            system.makedirs(folder, exist_ok=True)
            beside = f"{folder}/.{last}.{token_hex(4)}"
            system.put_file(str(source), beside)
            system.mv(beside, f"{folder}/{last}")
        else:
            system.put_file(str(source), f"{folder}/{last}")

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        system, path = self._reached()
        if system.exists(f"{path}/{name}"):
            system.rm_file(f"{path}/{name}")

    def names(self) -> tuple[str, ...]:
        """Return the names of all files here."""
        system, path = self._reached()
        system.invalidate_cache()
        found = system.find(path) if system.exists(path) else ()
        return tuple(sorted(str(each).removeprefix(path).lstrip("/") for each in found))

    def _reached(self) -> tuple[Any, str]:
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 - of an extra

            system, path = url_to_fs(self.address)
        except ImportError as error:
            raise not_installed() from error
        return system, path.rstrip("/")


def not_installed() -> WorkspaceError:
    """Return the error that says what is to be installed."""
    return WorkspaceError(
        "What a cluster needs is not installed.",
        allowed="dask, distributed and fsspec, and s3fs for buckets",
        remedy="Install alliance-analytics[cluster] here and on every worker.",
    )


def _has_folders(system: Any) -> bool:
    return "file" in (system.protocol if isinstance(system.protocol, tuple) else (system.protocol,))
