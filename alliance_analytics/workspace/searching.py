"""Where in a whole workspace one person is found; nothing is changed here, and nothing shown says who it is.

Exports, late ones too, and tables can be rewritten. Documents, settings and pages that were made are
somebody's text: where they name the person it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alliance_analytics.errors import AllianceError, WorkspaceError
from alliance_analytics.intake.documents.block import UnreadableDocumentError
from alliance_analytics.intake.documents.formats import ENDINGS, read_content
from alliance_analytics.intake.erasing import Erasure, Sought, erased_from_export, erased_from_table
from alliance_analytics.intake.identity import hashed_person, mail_address
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.keys import KEY_FILE
from alliance_analytics.workspace.layout import (
    FORGOTTEN,
    SURVEY_ENDINGS,
    late_files,
    survey_files,
    wave_folders,
)
from alliance_analytics.workspace.ledger import open_ledger, without_person

INVITED = "invited"
"""Heading of the column that says how many people a row of a table stands for."""

Wave = tuple[str, str]
"""Alliance and wave."""


@dataclass(frozen=True)
class Found:
    """A file in which a person was found.

    Parameters
    ----------
    alliance, wave : str
        Where it belongs, or ''.
    file : str
        Its name, within the folder of the wave or the alliance.
    records : int
        Records of the person.
    mentions : int
        Other places that name the person.
    """

    alliance: str
    wave: str
    file: str
    records: int
    mentions: int


@dataclass(frozen=True)
class Looked:
    """One file, and what came of looking for a person in it.

    Parameters
    ----------
    path : Path
        The file.
    found : Found or None
        What was found.
    content : bytes or None
        The file without the person, where it is to be rewritten.
    readable : bool
        Whether it could be looked into.
    """

    path: Path
    found: Found | None = None
    content: bytes | None = field(default=None, repr=False)
    readable: bool = True


@dataclass(frozen=True)
class Search:
    """All files of a workspace, and what came of looking for a person in them."""

    looked: tuple[Looked, ...]

    @property
    def rewritten(self) -> tuple[Found, ...]:
        """Files that are rewritten when the person is erased."""
        return tuple(look.found for look in self.looked if look.found and look.content is not None)

    @property
    def told(self) -> tuple[Found, ...]:
        """Documents, settings and pages that name the person, and stay as they are."""
        return tuple(look.found for look in self.looked if look.found and look.content is None)

    @property
    def unread(self) -> tuple[str, ...]:
        """Names of files that could not be looked into, or not be rewritten."""
        return tuple(look.path.name for look in self.looked if not look.readable)


def search(workspace: Workspace, person: str) -> Search:
    """Return where a person is found; nothing is changed.

    Parameters
    ----------
    workspace : Workspace
        The opened folder.
    person : str
        Mail address, in any spelling, or the code of a survey tool.

    Raises
    ------
    WorkspaceError
        If ``person`` is blank.
    """
    if not person.strip():
        raise WorkspaceError(
            "Nobody was named.", allowed="a mail address, or the code that a survey tool gave the person"
        )
    known = mail_address(person) or person.strip()
    hashed = hashed_person(known, workspace.key.value) if workspace.key.lasting else ""
    sought = Sought(known, hashed)
    exports = _exports(workspace)
    looked = [_look(workspace, path, sought, exports) for path in _files(workspace.root)]
    return Search((*looked, *_noted(workspace, hashed)))


def _noted(workspace: Workspace, person: str) -> Iterator[Looked]:
    """Yield the ledger where the person stands in it."""
    ledger = open_ledger(workspace)
    lines, content = without_person(ledger, person)
    if lines:
        file = ledger.path.relative_to(workspace.root).as_posix()
        yield Looked(ledger.path, Found("", "", file, lines, 0), content)


def _files(root: Path) -> Iterator[Path]:
    """Yield the files of a workspace but the key, what is hidden, and the list of what was erased."""
    aside = {root / KEY_FILE, root / FORGOTTEN}
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and not hidden and path not in aside:
            yield path


def _exports(workspace: Workspace) -> dict[Path, Wave]:
    """Return the exports of all waves, late ones too, each with where it belongs."""
    return {
        path: (alliance, wave)
        for alliance, folder in workspace.folders.items()
        for wave, place in wave_folders(folder).items()
        for path in (*survey_files(place), *late_files(place))
    }


def _look(workspace: Workspace, path: Path, sought: Sought, exports: Mapping[Path, Wave]) -> Looked:
    try:
        erasure = _erasure(workspace, path, sought, exports.get(path))
        mentions = 0 if erasure else _mentions(path, sought)
    except (AllianceError, UnreadableDocumentError, OSError):
        return Looked(path, readable=False)
    place = _place(workspace, path)
    if erasure:
        return Looked(path, Found(*place, erasure.records, erasure.mentions), erasure.content)
    return Looked(path, Found(*place, 0, mentions) if mentions else None)


def _erasure(workspace: Workspace, path: Path, sought: Sought, wave: Wave | None) -> Erasure | None:
    """Return what a table comes to without the person; None when they are not in it, or it is no table."""
    if wave:
        return erased_from_export(path, sought, workspace.wave_settings(*wave).platform)
    if path.suffix.lower() in SURVEY_ENDINGS:
        return erased_from_table(path, sought, count=INVITED)
    return None


def _mentions(path: Path, sought: Sought) -> int:
    """Return how often a file that is no table names the person."""
    content = path.read_bytes()
    as_it_stands = sought.mentions(content.decode("utf-8", "ignore"))
    if path.suffix.lower() not in ENDINGS:
        return as_it_stands
    blocks = read_content(path.name, content).blocks
    return max(as_it_stands, sum(sought.mentions(block.text) for block in blocks))


def _place(workspace: Workspace, path: Path) -> tuple[str, str, str]:
    """Return the alliance, the wave, and the name of a file within them; '' where it belongs to none."""
    for alliance, folder in workspace.folders.items():
        for wave, place in wave_folders(folder).items():
            if path.is_relative_to(place):
                return alliance, wave, path.relative_to(place).as_posix()
        if path.is_relative_to(folder):
            return alliance, "", path.relative_to(folder).as_posix()
    return "", "", path.relative_to(workspace.root).as_posix()
