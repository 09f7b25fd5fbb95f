"""The state of a workspace at one look: which waves there are, who answered, and what wants mending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.explore.studies import Studies
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.waiting import waiting
from alliance_analytics.workspace import Workspace, open_workspace
from alliance_analytics.workspace.checking import check_workspace

COLUMNS = ("alliance", "wave", "date", "answered", "invited", "mend", "notes")
COUNTS = (3, 4, 5, 6)


def overview(workspace: str | Path | Workspace, language: str = "") -> Exhibit:
    """Show the waves of all alliances: date, response as far as it may be told, and what is to be done.

    Parameters
    ----------
    workspace : str, Path or Workspace
        A folder of alliances, or one opened.
    language : str
        ``'en'`` or ``'nl'``; the workspace's when empty.

    Raises
    ------
    WorkspaceError
        If the folder holds no alliance.

    Examples
    --------
    >>> overview("data/example").headline
    '2 alliances, 9 waves'
    """
    opened = workspace if isinstance(workspace, Workspace) else open_workspace(workspace)
    spoken = language or opened.settings.language
    say, studies = words("explorer", spoken), Studies(opened)
    with waiting(len(opened.alliances)) as step:
        findings = check_workspace(opened, step=step)
    header = tuple(say(f"overview.column.{name}") for name in COLUMNS)
    rows = tuple(
        (*_row(studies, name, wave, say, spoken), *_counted(findings, name, wave)) for name, wave in studies
    )
    return Exhibit(
        "overview",
        "overview",
        f"{_so_many(say, 'alliances', len(opened.alliances))}, {_so_many(say, 'waves', len(studies))}",
        points=tuple(_to_mend(findings, say)) or (say("overview.all_read"),),
        table=Table(say("overview.caption"), header, rows, COUNTS),
        table_open=True,
        notes=(say("overview.note"),),
        language=spoken,
    )


def _so_many(say: Words, what: str, count: int) -> str:
    return say(f"overview.{what}_one") if count == 1 else say(f"overview.{what}", count=count)


def _row(studies: Studies, alliance: str, wave: str, say: Words, language: str) -> tuple[str, ...]:
    try:
        workspace = studies.workspace
        title, date = workspace.title(alliance, language), workspace.date(alliance, wave)
        response = _response(studies, alliance, wave, say, language)
    except AllianceError:  # which one it is, the points above the table tell
        return alliance, wave, *[say("overview.not_read")] * 3
    return title, wave, str(date or say("trusted.unknown")), *response


def _counted(findings: pd.DataFrame, alliance: str, wave: str) -> tuple[str, ...]:
    own = findings[(findings["alliance"] == alliance) & (findings["wave"] == wave)]
    return tuple(str(int((own["state"] == state).sum())) for state in ("mend", "note"))


def _response(studies: Studies, alliance: str, wave: str, say: Words, language: str) -> tuple[str, str]:
    """Return how many answered of how many invited, where the release plan lets it be told."""
    newest = studies[alliance, studies.workspace.newest(alliance), language]
    found = {each.wave: each for each in newest.history.waves}.get(wave)
    if found is None or not found.may_be_counted:
        return say("overview.not_told"), say("overview.not_told")
    cells, answered = Cells(newest.say, language), found.answered
    if answered is None or pd.isna(answered["invited"]):
        return cells.count(len(found.people)), say("trusted.unknown")
    return cells.count(answered["answered"]), cells.count(answered["invited"])


def _to_mend(findings: pd.DataFrame, say: Words) -> Iterator[str]:
    for row in findings[findings["state"] == "mend"].itertuples():
        place = "/".join(part for part in (str(row.alliance), str(row.wave)) if part)
        yield say("overview.mend", place=place, finding=row.finding, remedy=row.remedy).strip()
