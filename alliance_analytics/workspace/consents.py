"""A person's recorded yes to showing what people wrote: without it no comment is ever shown.

``<alliance>/<wave>/comments-consent.yml`` says who said yes, when, and for which wave. The wave stands in it
as well as in the folder's name, so that a file copied along to the next wave allows nothing there.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from pydantic import Field

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.model.instrument import Name
from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Entry
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.layout import wave_folders

CONSENT = "comments-consent.yml"


class CommentsConsent(Entry):
    """Who said yes to showing the comments of a wave. The name is kept in the workspace and shown nowhere."""

    said_by: str = Field(min_length=2, description="Who decided, by name and role.")
    date: datetime.date = Field(description="The day on which they did.")
    wave: Name = Field(description="The one wave that it holds for.")
    questions: tuple[Name, ...] = Field(default=(), description="Ids of open questions; all when left out.")


def comments_consent(workspace: Workspace, alliance: str, wave: str) -> CommentsConsent | None:
    """Return the recorded yes for a wave, or None when nobody said it.

    Raises
    ------
    ModelError
        If the record is broken.
    WorkspaceError
        If it was given for another wave.
    """
    path = _record(workspace, alliance, wave)
    if not path.exists():
        return None
    consent = load(path, CommentsConsent)
    if consent.wave != wave:
        raise WorkspaceError(
            "The yes to showing comments was given for another wave.",
            where=f"{alliance}/{wave}/{CONSENT}",
            found=consent.wave,
            allowed=wave,
            remedy="Ask again for this wave, or take the file away.",
        )
    return consent


def _record(workspace: Workspace, alliance: str, wave: str) -> Path:
    folder: Path = wave_folders(workspace.folders[alliance])[wave]
    return folder / CONSENT
