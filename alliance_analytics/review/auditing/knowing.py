"""What a workspace knows of those who must not be recognised: read from its exports, kept in memory only."""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.intake.identifiers.columns import identifying_columns
from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.platforms import platform_named, platform_of
from alliance_analytics.intake.table import Table, read_table
from alliance_analytics.publish.audit.phrases import Phrases, Words, comment_phrases, words_of
from alliance_analytics.publish.audit.scanning import Known
from alliance_analytics.review.commenting import released_comments
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.layout import late_files, survey_files, wave_folders

TELLING: frozenset[Kind] = frozenset(
    ("mail", "name", "phone", "address", "device", "token", "panel_id", "response_id", "national_id")
)
SHORTEST_ID = 6
"""Signs from which a code is one person's wherever it stands."""
LONG = 8
"""Words from which any cell of an export is somebody's own words, whatever its column is called."""
GENERIC = frozenset("root user admin administrator runner jovyan ubuntu vscode guest nobody home".split())
"""Accounts that name nobody."""
SHORTEST_ACCOUNT = 4


def known_in(workspace: Workspace) -> tuple[Known, tuple[str, ...]]:
    """Return what a workspace knows of its respondents, and what of it could not be read.

    Parameters
    ----------
    workspace : Workspace
        The opened folder.
    """
    identifiers, comments, unread = set[Words](), set[str](), []
    for alliance, wave, path in _exports(workspace):
        try:
            table = read_table(path)
            identifiers |= set(_identifiers(workspace, alliance, wave, table))
            comments |= set(_long_texts(table.cells))
        except AllianceError as error:
            unread.append(f"{alliance}/{wave}: {error.what}")
    for alliance, wave in _waves(workspace):
        try:
            survey = workspace.survey(alliance, wave)
        except AllianceError:  # told above, where its exports are read
            continue
        comments |= set(survey.comments["text"])
        identifiers |= {(str(person),) for person in survey.responses["person"].dropna()}
    return (
        Known(
            identifiers=Phrases(identifiers - set(_names_of_groups(workspace))),
            comments=comment_phrases(comments, _public(workspace)),
            accounts=accounts(),
            allowed=frozenset(_allowed(workspace)),
        ),
        tuple(unread),
    )


def accounts() -> frozenset[str]:
    """Return the names of the account that runs this, as far as they are no usual words."""
    try:
        names = {getpass.getuser(), Path.home().name}
    except (OSError, KeyError, RuntimeError):  # a system without accounts
        return frozenset()
    long = {name for name in names if len(name) >= SHORTEST_ACCOUNT}
    return frozenset(long - GENERIC)


def _waves(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for alliance in workspace.alliances:
        for wave in workspace.waves(alliance):
            yield alliance, wave


def _exports(workspace: Workspace) -> Iterator[tuple[str, str, Path]]:
    """Yield alliance, wave and path of every export, late ones too."""
    for alliance, folder in workspace.folders.items():
        for wave, place in wave_folders(folder).items():
            for path in (*survey_files(place), *late_files(place)):
                yield alliance, wave, path


def _identifiers(workspace: Workspace, alliance: str, wave: str, table: Table) -> Iterator[Words]:
    """Yield whatever an export holds that tells who somebody is, as words."""
    named = workspace.wave_settings(alliance, wave).platform
    platform = platform_of(table, named) or platform_named("table")
    export = platform.read(table)
    for place, kind in identifying_columns(export.columns, export.cells).items():
        if kind in TELLING:
            for cell in set(export.cells[place]):
                if _tells(kind, cell.strip()):
                    yield words_of(cell)


def _tells(kind: Kind, cell: str) -> bool:
    """Return whether a cell is one person's: no blank, no short number, and no single first name."""
    if kind == "name":
        return " " in cell
    return len(cell) >= SHORTEST_ID


def _long_texts(cells: pd.DataFrame) -> Iterator[str]:
    headings = set(cells.iloc[:4].to_numpy().ravel())
    for place in cells.columns:
        for cell in set(cells[place]) - headings:
            if cell.count(" ") >= LONG - 1:
                yield cell


def _names_of_groups(workspace: Workspace) -> Iterator[Words]:
    for alliance, wave in _waves(workspace):
        for column in ("partner", "level"):
            yield from map(words_of, map(str, workspace.invited(alliance, wave)[column]))


def _public(workspace: Workspace) -> Iterator[str]:
    """Yield what may be told: what was asked, and the comments that were released."""
    for alliance, wave in _waves(workspace):
        try:
            instrument = workspace.instrument(alliance, wave)
            released = released_comments(workspace, alliance, wave)
        except AllianceError:
            continue
        for item in instrument.items:
            yield from (item.asked(language) for language in ("en", "nl"))
        if released is not None:
            yield from released.comments["text"]


def _allowed(workspace: Workspace) -> Iterator[str]:
    if workspace.settings.contact:
        yield workspace.settings.contact
    for alliance, wave in _waves(workspace):
        for path in workspace.files(alliance, wave):
            yield hashlib.sha256(path.read_bytes()).hexdigest()
