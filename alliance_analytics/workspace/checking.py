"""Read everything, write nothing, and say in one table what was found, understood and left out, and why."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Literal

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.intake.survey import SurveyIntake
from alliance_analytics.model.stages import stage_model
from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.keys import KEY_FILE, VARIABLE, others_can_read
from alliance_analytics.workspace.layout import late_files, other_folders, wave_folders
from alliance_analytics.workspace.registers.checking import (
    problems_of_alliance,
    problems_of_wave,
    problems_of_workspace,
)
from alliance_analytics.workspace.retention import kept_too_long

State = Literal["ok", "note", "mend"]
COLUMNS = ("alliance", "wave", "about", "state", "finding", "remedy")


@dataclass(frozen=True)
class Finding:
    """One line of the check; ``mend`` means that somebody must do something first."""

    alliance: str
    wave: str
    about: str
    state: State
    finding: str
    remedy: str = ""


def check_workspace(
    workspace: Workspace, today: datetime.date | None = None, step: Callable[[], None] | None = None
) -> pd.DataFrame:
    """Return one row a finding.

    Parameters
    ----------
    workspace : Workspace
        The opened folder.
    today : date, optional
        The present day, for dates until which answers may be kept.
    step : callable, optional
        Called when an alliance has been looked at.

    Returns
    -------
    frame
        Columns alliance, wave, about, state (``ok``, ``note`` for dirt that a rule handled, ``mend``),
        finding and remedy. Holds counts and file names, never an answer.
    """
    findings = [*_about_key(workspace), *_guarded(_about_portfolio(workspace), "", "", "registers")]
    for alliance in workspace.alliances:
        findings += _about_alliance(workspace, alliance)
        findings += _about_retention(workspace, alliance, today or datetime.date.today())
        if step:
            step()
    return pd.DataFrame([asdict(finding) for finding in findings], columns=list(COLUMNS))


def must_be_mended(findings: pd.DataFrame) -> bool:
    """Return whether any finding of a check asks for a change before a review can be made."""
    return bool((findings["state"] == "mend").any())


def _about_key(workspace: Workspace) -> Iterator[Finding]:
    if not workspace.key.lasting:
        text = "There is no key: nobody is linked over the waves, so who stayed and who joined is not known."
        remedy = f"Write a long secret text into {KEY_FILE.as_posix()}, or into the variable {VARIABLE}."
        yield Finding("", "", "key", "note", text, remedy)
    if others_can_read(workspace.root):
        text = "Others on this computer can read the key that links people."
        remedy = f"Take their right to read {KEY_FILE.as_posix()} away."
        yield Finding("", "", "key file", "note", text, remedy)


def _about_portfolio(workspace: Workspace) -> Iterator[Finding]:
    """Look at the registers of all alliances together; what is told is not in the way of a review."""
    for problem in problems_of_workspace(workspace):
        yield replace(_trouble("", "", "registers", problem), state="note")


def _about_alliance(workspace: Workspace, alliance: str) -> Iterator[Finding]:
    looks = {
        "alliance": _about_settings(workspace, alliance),
        "instrument": _about_instrument(workspace, alliance),
    }
    for about, findings in looks.items():
        yield from _guarded(findings, alliance, "", about)
    waves = workspace.waves(alliance)
    if not waves:
        yield Finding(alliance, "", "waves", "mend", "No wave was found.", "Make a folder for the wave.")
    for name in other_folders(workspace.folders[alliance]):
        text = f"{name}: neither an export, nor reports, nor a wave.yml; the folder was left alone."
        yield Finding(alliance, "", "waves", "note", text, "Drop the export in, if it is a wave.")
    for wave in waves:
        yield from _about_wave(workspace, alliance, wave)


def _about_retention(workspace: Workspace, alliance: str, today: datetime.date) -> Iterator[Finding]:
    """Say of which waves the raw answers should be gone; a broken setting is told where it is read."""
    for wave, folder in wave_folders(workspace.folders[alliance]).items():
        with suppress(AllianceError):
            until = workspace.wave_settings(alliance, wave).retain_until
            files = kept_too_long(folder, until, today)
            if files:
                text = f"The raw answers were to be kept until {until}, and are still there."
                remedy = f"Delete {', '.join(files)} and its backups; keep the pages that were made."
                yield Finding(alliance, wave, "retention", "mend", text, remedy)


def _about_wave(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    looks = {
        "wave": _about_conventions(workspace, alliance, wave),
        "instrument": _about_items(workspace, alliance, wave),
        "invited": _about_invited(workspace, alliance, wave),
        "survey": _about_survey(workspace, alliance, wave),
        "reports": _about_reports(workspace, alliance, wave),
    }
    told = set()
    for about, findings in looks.items():
        for finding in _guarded(findings, alliance, wave, about):
            if finding.finding not in told:  # one broken file can stop several looks
                yield finding
            told.add(finding.finding)


def _guarded(findings: Iterator[Finding], alliance: str, wave: str, about: str) -> Iterator[Finding]:
    """Yield findings, and in the place of an error what it asks for."""
    try:
        yield from findings
    except AllianceError as error:
        yield _trouble(alliance, wave, about, error)


def _trouble(alliance: str, wave: str, about: str, error: AllianceError) -> Finding:
    parts = [
        error.what,
        error.where,
        error.found and f"found: {error.found}",
        error.allowed and f"allowed: {error.allowed}",
    ]
    text = " · ".join(part for part in parts if part)
    return Finding(alliance, wave, about, "mend", text, error.remedy or "")


def _about_settings(workspace: Workspace, alliance: str) -> Iterator[Finding]:
    """Look at what is told only when it is broken."""
    workspace.alliance_settings(alliance)
    stage_model(workspace.own_file(alliance, "stages.yml"))
    for problem in problems_of_alliance(workspace, alliance):
        yield replace(_trouble(alliance, "", "registers", problem), state="note")


def _about_instrument(workspace: Workspace, alliance: str) -> Iterator[Finding]:
    instrument = workspace.instrument(alliance)
    text = f"{instrument.id}, {len(instrument.scored)} statements and outcomes"
    yield Finding(alliance, "", "instrument", "ok", text)


def _about_conventions(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    """Look at what is told only when it is broken."""
    workspace.rule(alliance, wave)
    for problem in problems_of_wave(workspace, alliance, wave):
        yield replace(_trouble(alliance, wave, "registers", problem), state="note")


def _about_items(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    """Say what became of the statements since the wave before, where anything did."""
    waves = workspace.waves(alliance)
    before = waves[: waves.index(wave)][-1:]
    changes = workspace.item_changes(alliance, before[0] if before else wave, wave)
    if before and not changes.nothing:
        text = (
            f"Asks otherwise than {before[0]}: {len(changes.reworded)} statements reworded, "
            f"{len(changes.added)} added, {len(changes.removed)} left out, {len(changes.comparable)} alike."
        )
        remedy = "If a statement only changed its id, say so in a crosswalk.csv (old,new)."
        yield Finding(alliance, wave, "instrument", "note", text, remedy)


def _about_invited(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    invited = workspace.invited(alliance, wave)
    if invited.empty:
        text = "Nobody said how many were invited: no response rate, and intervals as if of a large group."
        yield Finding(alliance, wave, "invited", "note", text, "Add invited: to wave.yml, or an invited.csv.")
    else:
        text = f"{invited['invited'].sum()} people in {invited['partner'].nunique()} partners"
        yield Finding(alliance, wave, "invited", "ok", text)


def _about_survey(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    survey = workspace.survey(alliance, wave)
    left_out = ", ".join(f"{count} {reason}" for reason, count in sorted(survey.excluded.items()) if count)
    text = f"{survey.platform}: {survey.records} records, {survey.kept} kept"
    yield Finding(alliance, wave, "survey", "ok", f"{text}; left out: {left_out}" if left_out else text)
    yield from _about_log(alliance, wave, survey)
    for path in late_files(wave_folders(workspace.folders[alliance])[wave]):
        text = f"{path.name}: a later drawing of the export was left alone"
        remedy = "To use it, move it in the place of the earlier one."
        yield Finding(alliance, wave, "late", "note", text, remedy)
    yield from _more_than_invited(workspace, alliance, wave, survey.kept)


def _about_log(alliance: str, wave: str, survey: SurveyIntake) -> Iterator[Finding]:
    other = survey.log[~survey.log["reason"].isin(survey.excluded)]
    for (reason, action), rows in other.groupby(["reason", "action"], sort=True):
        yield Finding(alliance, wave, "survey", "note", f"{len(rows)} × {reason}: {action}")


def _more_than_invited(workspace: Workspace, alliance: str, wave: str, kept: int) -> Iterator[Finding]:
    invited = workspace.invited(alliance, wave)
    people = int(invited["invited"].sum())
    if len(invited) and people < kept:
        text = f"{people} invited, but {kept} answered."
        yield Finding(alliance, wave, "invited", "mend", text, "Correct the numbers of invited people.")


def _about_reports(workspace: Workspace, alliance: str, wave: str) -> Iterator[Finding]:
    documents = workspace.documents(alliance, wave)
    count = documents.passages["document"].nunique()
    yield Finding(alliance, wave, "reports", "ok", f"{count} documents, {len(documents.passages)} passages")
    for row in documents.log.itertuples():
        yield Finding(alliance, wave, "reports", "note", f"{row.file}: {row.found}", str(row.action))
