"""What the portfolio needs of one alliance, and no more: its newest wave and the one before, released.

Only what the release plan of a wave shows leaves this module, so that nothing that is kept or drawn later can
tell more. The plan is that of the review: the same groups, scales and statements protect each other.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.interpret.portfolio.standing import MAIN
from alliance_analytics.interpret.stages import most_likely_stage, stage_shares
from alliance_analytics.model.crosswalk import ItemChanges
from alliance_analytics.model.stages import StageModel, stage_model
from alliance_analytics.publish.release_plan import GROUP
from alliance_analytics.review.change.comparing import released_changes
from alliance_analytics.review.development.basis import stage_basis
from alliance_analytics.review.history import History
from alliance_analytics.review.themes.reports import TREND_COLUMNS, coded_reports, themes_from_both
from alliance_analytics.review.waves import MeasuredWave, measure_wave, once
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.questionnaires import ids_now
from alliance_analytics.workspace.registers.blocks import blocks_in_place

KEPT = ["alliance", "wave", "scale", "name", "n", "population", "mean", "ci_low", "ci_high", "method",
        "points", "shown", "reason"]  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """What is known of one alliance, all of it released and fit to be kept.

    Attributes
    ----------
    alliance, wave : str
        Which; the wave is '' where none could be read.
    previous : str
        The wave before, or ''.
    date : str
        Of the newest wave, YYYY-MM-DD, or ''.
    estimates : list of dict
        Released estimates of everybody: dimensions, pillars and themes.
    change : dict or None
        Change of the overall mean: change, ci_low, ci_high, shown.
    response : dict or None
        Response of everybody: invited, answered, rate, shown.
    stage : str or None
        The most likely stage, None where not placed; ``share`` (0 to 1) is that of its draws.
    problem : str
        Why the alliance could not be read, or ''.
    """

    alliance: str
    wave: str
    previous: str
    date: str
    estimates: list[dict[str, Any]]
    change: dict[str, Any] | None
    response: dict[str, Any] | None
    stage: str | None
    share: float | None
    problem: str = ""


def measured_alliance(workspace: Workspace, alliance: str) -> Measured:
    """Return what the portfolio needs of one alliance; one that cannot be read says why."""
    try:
        return _measured(workspace, alliance)
    except AllianceError as error:
        return Measured(alliance, "", "", "", [], None, None, None, None, error.what)


def _measured(workspace: Workspace, alliance: str) -> Measured:
    wave, previous = workspace.newest(alliance), _previous(workspace, alliance)
    before, changes = _wave_before(workspace, alliance, previous, wave)
    instrument = workspace.instrument(alliance, wave)
    own = workspace.own_file(alliance, "stages.yml")
    stages = stage_model(own).fitted_to(instrument)
    persons = frozenset(once(before.people["person"]).dropna()) if before else frozenset[str]()
    now = _lean_wave(workspace, alliance, wave, {}, persons, _asked_items(stages))
    stage = _stage(workspace, now, stages)
    date: datetime.date | None = workspace.date(alliance, wave)
    return Measured(
        alliance,
        wave,
        previous if before else "",
        date.isoformat() if date else "",
        _everybody(now),
        _overall_change(before, now, changes) if before and changes else None,
        _response_of(now),
        stage["stage"] if stage["placed"] else None,
        float(stage["share"]) if stage["placed"] else None,
    )


def _previous(workspace: Workspace, alliance: str) -> str:
    waves = workspace.waves(alliance)
    return waves[-2] if len(waves) > 1 else ""


def _wave_before(
    workspace: Workspace, alliance: str, previous: str, wave: str
) -> tuple[MeasuredWave | None, ItemChanges | None]:
    """Return the wave before with what became of its statements; None where it cannot be compared."""
    if not previous:
        return None, None
    try:
        asked = [workspace.instrument(alliance, each) for each in (previous, wave)]
        if asked[0].points != asked[1].points:
            return None, None
        changes = workspace.item_changes(alliance, previous, wave)
        called = ids_now(previous, changes)
        return _lean_wave(workspace, alliance, previous, called, frozenset(), ()), changes
    except AllianceError:  # told by alliance check; the portfolio goes on without a change
        return None, None


def _asked_items(stages: StageModel) -> tuple[str, ...]:
    """Return the statements on which marks of stages rest."""
    found = [
        entry.name for mark in stages.marks for entry in mark.evidence if entry.scale == "item" and entry.name
    ]
    return tuple(dict.fromkeys(found))


def _lean_wave(  # noqa: PLR0917 - as measure_wave, and the statements asked for
    workspace: Workspace,
    alliance: str,
    wave: str,
    names: Mapping[str, str],
    earlier: frozenset[str],
    items: Collection[str],
) -> MeasuredWave:
    """Return a measured wave with everybody's estimates, and those of partners on dimensions."""
    measured = measure_wave(workspace, alliance, wave, earlier, names)
    asked = tuple(item for item in items if item in measured.scores["item"])
    return replace(measured, counting=replace(measured.counting, items=asked))


def _everybody(now: MeasuredWave) -> list[dict[str, Any]]:
    """Return released estimates of everybody on all scales but single statements."""
    table = now.released.assign(points=now.instrument.points)
    chosen = table[GROUP].isna().all(axis=1) & (table["scale"] != "item")
    records = table.loc[chosen, KEPT].to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in records]


def _response_of(now: MeasuredWave) -> dict[str, Any] | None:
    table = now.counting.answered
    if table.empty:
        return None
    row = table.iloc[0]
    return {
        "invited": int(row["invited"]),
        "answered": float(row["answered"]),
        "rate": float(row["rate"]),
        "shown": bool(row["shown"]),
    }


def _overall_change(before: MeasuredWave, now: MeasuredWave, changes: ItemChanges) -> dict[str, Any] | None:
    """Return the change of the overall mean: that of all main scales together, where each may be told.

    The limits are the means of theirs, as wide as if all errors went together. A changed scale needs its
    statements.
    """
    kind = next((each for each in MAIN if len(now.scores[each].columns)), None)
    if kind is None:
        return None
    changed = bool(changes.reworded or changes.added or changes.removed)
    table = released_changes(before, now, changes.comparable, (kind, "item") if changed else (kind,))
    table = table[table["scale"] == kind]
    if table.empty:
        return None
    shown = bool(table["shown"].all())
    numbers = {name: float(table[name].mean()) if shown else None for name in ("change", "ci_low", "ci_high")}
    return {**numbers, "shown": shown}


def _stage(workspace: Workspace, now: MeasuredWave, stages: StageModel) -> pd.Series:
    everybody = now.released[now.released[GROUP].isna().all(axis=1)]
    history = History((now,))
    coded = coded_reports(workspace, now.alliance, (now.wave,))
    blocks = blocks_in_place(workspace, now.alliance, (now.wave,)).waves
    none = pd.DataFrame(columns=TREND_COLUMNS)  # of the themes, only what reports say counts here
    themes = themes_from_both(now.released, coded) if len(coded) else none
    basis = stage_basis(everybody, history, themes, blocks, now.instrument.points)
    return most_likely_stage(stage_shares(basis, stages)).iloc[0]
