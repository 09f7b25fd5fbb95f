"""What was shown before: one line a release, kept beside the answers and read before the next one.

A line holds which groups and scales of a wave were shown, under which rule, made of which files by which
versions, and a mark of each record (:mod:`~alliance_analytics.intake.record_marks`); no answer, score or
name. Lines are only ever added. The file is as private as the answers: its owner alone can read it, and it
leaves with them.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.intake.record_marks import LENGTH, NONE, OWNER, PastRelease, PastReleases, owner_mark
from alliance_analytics.workspace.folder import Workspace

FOLDER = ".ledger"
"""Hidden, so that it is taken for no alliance; it keeps itself out of version control."""
FILE = "releases.jsonl"
NOTED_ELSEWHERE = "noted-"
"""How files begin that another machine left here."""
OPEN = ("partner", "level", "link", "later")
"""Columns of records that are no marks."""
TOLD = ("alliance", "wave", "rule", "records", "shown")
NEEDED = ("digest", "records", "shown", "rule", "alliance", "wave")
SHOWN_COLUMNS = ["scale", "name", "partner", "level", "link"]


@dataclass(frozen=True)
class Release:
    """What is shown of one wave, for the ledger.

    Attributes
    ----------
    alliance, wave : str
        Which.
    records, shown : frame
        As in :class:`~alliance_analytics.intake.record_marks.PastRelease`.
    rule : mapping of str to int
        The minima.
    versions, inputs : mapping of str to str
        Packages to versions; names of files to digests of their bytes.
    """

    alliance: str
    wave: str
    records: pd.DataFrame = field(repr=False)
    shown: pd.DataFrame = field(repr=False)
    rule: Mapping[str, int]
    versions: Mapping[str, str]
    inputs: Mapping[str, str]


@dataclass(frozen=True)
class Ledger:
    """The releases of a workspace so far. Open one with :func:`open_ledger`.

    Attributes
    ----------
    path : Path
        The file.
    key : bytes
        Marks records; empty without a key that lasts.
    """

    path: Path = field(repr=False)
    key: bytes = field(repr=False)

    @property
    def missing(self) -> str:
        """Why there is no ledger: ``''``, ``no_key`` (nobody can be recognised) or ``not_writable``."""
        if not self.key:
            return "no_key"
        place = next(each for each in (self.path, *self.path.parents) if each.exists())
        return "" if os.access(place, os.W_OK) else "not_writable"

    def earlier(self, alliance: str, wave: str) -> PastReleases:
        """Return what was shown of a wave so far, as :func:`release_plan` takes it.

        Raises
        ------
        WorkspaceError
            If a line of the ledger is broken: without it nobody knows what was shown.
        """
        found = [each for each in self._entries if (each["alliance"], each["wave"]) == (alliance, wave)]
        return PastReleases(tuple(_past(each) for each in found), self.key)

    def record(self, release: Release) -> bool:
        """Add a release, and return whether it was added: the same again adds nothing.

        Raises
        ------
        WorkspaceError
            If the ledger cannot be written, or there is no key that lasts.
        """
        if self.missing:
            raise WorkspaceError(
                "The release cannot be noted, so a later one could not be held against it.",
                where=FOLDER,
                found=self.missing,
                remedy="Let alliance init write a key, and make the workspace writable.",
            )
        entry = _entry(release)
        if any(each["digest"] == entry["digest"] for each in self._entries):
            return False
        _append(self.path, json.dumps(entry, sort_keys=True, ensure_ascii=False))
        self._entries.append(entry)
        return True

    @cached_property
    def _entries(self) -> list[dict[str, Any]]:
        return list(_read(self.path)) if self.path.exists() else []


def open_ledger(workspace: Workspace) -> Ledger:
    """Return the ledger of a workspace; nothing is written before the first release is."""
    key = hashlib.sha256(b"ledger" + workspace.key.value).digest() if workspace.key.lasting else b""
    gather(workspace.root / FOLDER)
    return Ledger(workspace.root / FOLDER / FILE, key)


def gather(folder: Path) -> None:
    """Add what other machines noted, each in a file of its own beside the ledger, and take their files away.

    Parameters
    ----------
    folder : Path
        Of the ledger. A line that is there already is added once more at most, which tells nothing new.

    Raises
    ------
    WorkspaceError
        If the ledger cannot be written.
    """
    for noted in sorted(folder.glob(f"{NOTED_ELSEWHERE}*.jsonl")):
        for line in noted.read_text(encoding="utf-8").splitlines():
            _append(folder / FILE, line)
        noted.unlink(missing_ok=True)


def without_person(ledger: Ledger, person: str) -> tuple[int, bytes]:
    """Return in how many lines somebody stands, and the file with their marks replaced by random ones.

    That a record was there then has to stay known, or the next release could be subtracted from the earlier
    one and tell what it held. A random mark says that much, and nobody can test a guess on it. One mark
    becomes the same random one in every line.

    Parameters
    ----------
    ledger : Ledger
        Of the workspace.
    person : str
        Keyed hash that links the person.
    """
    if not ledger.key or not ledger.path.exists():
        return 0, b""
    owner, count, lines = owner_mark(person, ledger.key), 0, []
    instead: dict[str, str] = {NONE: NONE}
    for entry in _read(ledger.path):
        told = {name: entry[name] for name in TOLD}
        rows = [place for place, mark in enumerate(entry["records"][OWNER]) if mark == owner]
        for name in set(entry["records"]) - set(OPEN) if rows else ():
            marks = told["records"][name]
            for row in rows:
                marks[row] = instead.setdefault(marks[row], secrets.token_hex(LENGTH // 2))
        count += bool(rows)
        lines.append(json.dumps(entry | told | {"digest": _digest(told)}, sort_keys=True, ensure_ascii=False))
    return count, "".join(f"{line}\n" for line in lines).encode()


def digests(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the SHA-256 of each file's bytes, by the name given."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(files.items())}


def _entry(release: Release) -> dict[str, Any]:
    """Return a release as plain values; what was shown of which records makes its digest, files do not."""
    told = {
        "alliance": release.alliance,
        "wave": release.wave,
        "rule": dict(release.rule),
        "records": _plain(release.records.sort_values(release.records.columns.tolist(), na_position="first")),
        "shown": _plain(release.shown[SHOWN_COLUMNS].sort_values(SHOWN_COLUMNS, na_position="first")),
    }
    named = {"versions": dict(release.versions), "inputs": dict(release.inputs)}
    return told | {"digest": _digest(told)} | named


def _digest(told: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _plain(table: pd.DataFrame) -> dict[str, list[str | None]]:
    return {
        str(column): [str(value) if isinstance(value, str) else None for value in table[column]]
        for column in table
    }


def _past(entry: Mapping[str, Any]) -> PastRelease:
    records, shown = (pd.DataFrame(entry[name], dtype=object) for name in ("records", "shown"))
    return PastRelease(records, shown, entry["rule"])


def _read(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            entry = json.loads(line)
            _ = [entry[name] for name in NEEDED]
        except (ValueError, TypeError, KeyError) as error:
            raise WorkspaceError(
                "A line of the ledger is broken: what was shown before is not known.",
                where=f"{FOLDER}/{FILE}, line {number}",
                remedy="Put the file back from a copy.",
            ) from error
        yield entry


def _append(path: Path, line: str) -> None:
    """Add a line in one write, to a file that only its owner can read."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        ignore = path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n")
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
            file.write((line + "\n").encode())
            os.fsync(file.fileno())
    except OSError as error:
        raise WorkspaceError(
            "The ledger cannot be written; the release was not noted.",
            where=f"{FOLDER}/{FILE}",
            found=type(error).__name__,
        ) from error
