"""Read everything, write nothing, and say in one table what was found, understood and left out, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.layout import late_files, wave_folders

State = Literal["ok", "note", "mend"]
COLUMNS = ("alliance", "wave", "about", "state", "finding", "remedy")
SUSPECTS = ("mapping", "scale", "unknown_partner", "unknown_level")


@dataclass(frozen=True)
class Finding:
    """One line of the check; ``mend`` means that somebody must do something first."""

    alliance: str
    wave: str
    about: str
    state: State
    finding: str
    remedy: str = ""


def check_workspace(workspace: Workspace) -> pd.DataFrame:
    """Return one row a finding.

    Returns
    -------
    frame
        Columns alliance, wave, about, state (``ok``, ``note`` for dirt that a rule handled, ``mend``),
        finding and remedy. Holds counts and file names, never an answer.
    """
    findings = [*_about_key(workspace)]
    for alliance in workspace.alliances:
        findings += _about_alliance(workspace, alliance)
    return pd.DataFrame([asdict(finding) for finding in findings], columns=list(COLUMNS))


def must_be_mended(findings: pd.DataFrame) -> bool:
    """Return whether any finding of a check asks for a change before a review can be made."""
    return bool((findings["state"] == "mend").any())


def _about_key(workspace: Workspace) -> Iterator[Finding]:
    if not workspace.key.lasting:
        text = "There is no key: people are linked over the waves within one run only."
        yield Finding(
            "", "", "key", "note", text, "Keep keys/link.key in the workspace (alliance init writes it)."
        )


def _about_alliance(workspace: Workspace, alliance: str) -> Iterator[Finding]:
    try:
        instrument = workspace.instrument(alliance)
        waves = workspace.waves(alliance)
    except AllianceError as error:
        yield _trouble(alliance, "", "alliance", error)
        return
    yield Finding(
        alliance, "", "instrument", "ok", f"{instrument.id}, {len(instrument.scored)} statements and outcomes"
    )
    if not waves:
        yield Finding(alliance, "", "waves", "mend", "No wave was found.", "Make a folder for the wave.")
    for wave in waves:
        yield from _about_wave(workspace, alliance, wave)


def _about_wave(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    for look, about in ((_about_survey, "survey"), (_about_invited, "invited"), (_about_reports, "reports")):
        yield from _guarded(look, about, workspace, alliance, wave)


Look = Callable[[Workspace, str, str], Iterator[Finding]]


def _guarded(look: Look, about: str, workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    try:
        yield from look(workspace, alliance, wave)
    except AllianceError as error:
        yield _trouble(alliance, wave, about, error)


def _trouble(alliance: str, wave: str, about: str, error: AllianceError) -> Finding:
    parts = [
        error.what,
        error.where,
        error.found and f"found: {error.found}",
        error.allowed and f"allowed: {error.allowed}",
    ]
    return Finding(
        alliance, wave, about, "mend", " · ".join(part for part in parts if part), error.remedy or ""
    )


def _about_survey(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    survey = workspace.survey(alliance, wave)
    left_out = ", ".join(f"{count} {reason}" for reason, count in sorted(survey.excluded.items()) if count)
    text = f"{survey.platform}: {survey.records} records, {survey.kept} kept" + (
        f"; left out: {left_out}" if left_out else ""
    )
    yield Finding(alliance, wave, "survey", "ok", text)
    yield from _about_log(alliance, wave, survey.log, set(survey.excluded))
    for path in late_files(wave_folders(workspace.folders[alliance])[wave]):
        text = f"{path.name}: a later drawing of the export was left alone"
        yield Finding(
            alliance, wave, "late", "note", text, "To use it, move it in the place of the earlier one."
        )


def _about_log(alliance: str, wave: str, log: pd.DataFrame, counted: set[str]) -> Iterator[Finding]:
    other = log[~log["reason"].isin(counted)]
    for (reason, action), rows in other.groupby(["reason", "action"], sort=True):
        text = f"{len(rows)} × {reason}: {action}"
        yield Finding(alliance, wave, "survey", "note", text)


def _about_invited(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    invited, kept = workspace.invited(alliance, wave), workspace.survey(alliance, wave).kept
    people = int(invited["invited"].sum())
    if invited.empty:
        text = (
            "Nobody said how many were invited: no response rate, and intervals as if of a very large group."
        )
        yield Finding(alliance, wave, "invited", "note", text, "Add invited: to wave.yml, or an invited.csv.")
    elif people < kept:
        text = f"{people} invited, but {kept} answered."
        yield Finding(alliance, wave, "invited", "mend", text, "Correct the numbers of invited people.")
    else:
        yield Finding(
            alliance, wave, "invited", "ok", f"{people} people in {invited['partner'].nunique()} partners"
        )


def _about_reports(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    documents = workspace.documents(alliance, wave)
    count = documents.passages["document"].nunique()
    yield Finding(alliance, wave, "reports", "ok", f"{count} documents, {len(documents.passages)} passages")
    for row in documents.log.itertuples():
        yield Finding(alliance, wave, "reports", "note", f"{row.file}: {row.reason}", str(row.action))
