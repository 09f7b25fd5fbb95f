"""What the portfolio needs of one alliance, and no more: its newest wave and the one before, released.

Only what the release plan of a wave shows leaves this module, so that nothing that is kept or drawn later can tell
more. The plan is that of the review: the same groups, scales and statements protect each other.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.interpret.portfolio.standing import OVERALL
from alliance_analytics.interpret.stages import most_likely_stage, stage_shares
from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.response import response_rates
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.crosswalk import ItemChanges, renamed
from alliance_analytics.model.instrument import SCALE_KINDS, Instrument
from alliance_analytics.model.stages import StageModel, stage_model
from alliance_analytics.publish.release import release_estimates, release_response
from alliance_analytics.publish.release_plan import release_plan
from alliance_analytics.review.comparing import released_changes
from alliance_analytics.review.history import CHANGE_COLUMNS, ITEM_COLUMNS, PART_COLUMNS, History
from alliance_analytics.review.stage_basis import stage_basis
from alliance_analytics.review.texts import coded_reports, themes_from_both
from alliance_analytics.review.waves import MeasuredWave, once, population_of
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.questionnaires import ids_now
from alliance_analytics.workspace.registers.blocks import blocks_in_place

KEPT = ["alliance", "wave", "scale", "name", "n", "population", "mean", "ci_low", "ci_high", "method",
        "points", "shown", "reason"]  # fmt: skip
MAIN = ("pillar", "dimension")


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
    now = _lean_wave(workspace, alliance, wave, instrument, persons, _asked_items(stages))
    stage = _stage(workspace, now, stages)
    date: datetime.date | None = workspace.date(alliance, wave)
    return Measured(
        alliance,
        wave,
        previous if before else "",
        date.isoformat() if date else "",
        _everybody(now.released).assign(points=instrument.points)[KEPT].to_dict("records"),
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
        instrument = renamed(asked[0], ids_now(previous, changes))
        return _lean_wave(workspace, alliance, previous, instrument, frozenset(), ()), changes
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
    instrument: Instrument,
    earlier: frozenset[str],
    items: Collection[str],
) -> MeasuredWave:
    """Return a measured wave with everybody's estimates, and those of partners on dimensions."""
    own = workspace.instrument(alliance, wave)
    ids = {old.id: new.id for old, new in zip(own.scored, instrument.scored, strict=True)}
    responses = workspace.survey(alliance, wave).responses.rename(columns=ids)
    invited, people = workspace.invited(alliance, wave), _people(responses, earlier)
    scores = {
        kind: score_scales(responses, instrument.scales(kind), instrument.turned, instrument.points)
        for kind in SCALE_KINDS
    }
    asked = [item for item in items if item in scores["item"]]
    statements = {kind: instrument.scales(kind) for kind in SCALE_KINDS}
    rule = workspace.rule(alliance, wave)
    plan = release_plan(people, scores, invited, rule, statements=statements, items=asked)
    wanted = {**scores, "item": scores["item"][asked]}
    everybody = estimate_groups(people, wanted, (), population_of(invited, people, ()), points=instrument.points)
    partners = estimate_groups(
        people,
        {"dimension": scores["dimension"]},
        ("partner",),
        population_of(invited, people, ("partner",)),
        points=instrument.points,
    )
    parts = [part.astype(dict.fromkeys(["partner", "level", "link"], object)) for part in (everybody, partners)]
    estimates = pd.concat([part for part in parts if len(part)] or [everybody], ignore_index=True)
    nothing = pd.DataFrame()
    released = release_estimates(estimates, plan)
    response = release_response(_rates(people, invited), plan)
    return MeasuredWave(
        alliance, wave, instrument, people, scores, plan, estimates, released, nothing, response
    )


def _people(responses: pd.DataFrame, earlier: frozenset[str]) -> pd.DataFrame:
    people = responses[["alliance", "wave", "person", "partner", "level"]].astype(object)
    person = once(people["person"])
    link = person.isin(earlier).map({True: "stayed", False: "joined"}).astype(object)
    return people.assign(link=link.where(person.notna() & bool(earlier), None))


def _rates(people: pd.DataFrame, invited: pd.DataFrame) -> pd.DataFrame:
    columns = ["alliance", "wave", "partner", "level", "invited", "answered", "rate"]
    if invited.empty:
        return pd.DataFrame(columns=columns, dtype=object)
    return response_rates(people, invited, ()).reindex(columns=columns).astype(object)


def _everybody(released: pd.DataFrame) -> pd.DataFrame:
    chosen = released[["partner", "level", "link"]].isna().all(axis=1) & (released["scale"] != "item")
    return released[chosen]


def _response_of(now: MeasuredWave) -> dict[str, Any] | None:
    if now.response.empty:
        return None
    row = now.response.iloc[0]
    return {
        "invited": int(row["invited"]),
        "answered": float(row["answered"]),
        "rate": float(row["rate"]),
        "shown": bool(row["shown"]),
    }


def _overall_change(before: MeasuredWave, now: MeasuredWave, changes: ItemChanges) -> dict[str, Any] | None:
    """Return the change of the overall mean: that of all main scales together, where each may be told.

    The limits are the means of theirs, as wide as if all errors went together.
    """
    kept = before.instrument.scored
    comparable = [item.id for item in kept if item.id in changes.comparable]
    kind = next((each for each in MAIN if len(now.scores[each].columns)), "")
    if not kind:
        return None
    table = released_changes(_only(before, kind), _only(now, kind), comparable)
    if table.empty:
        return None
    shown = bool(table["shown"].all())
    numbers = {
        name: float(table[name].mean()) if shown else None for name in ("change", "ci_low", "ci_high")
    }
    return {"scale": OVERALL, **numbers, "shown": shown}


def _only(wave: MeasuredWave, kind: str) -> MeasuredWave:
    """Return a wave with the scores of one kind of scale, and of statements where these changed."""
    from dataclasses import replace

    scores = {each: wave.scores[each] if each == kind else wave.scores[each].iloc[:, :0] for each in SCALE_KINDS}
    return replace(wave, scores=scores)


def _stage(workspace: Workspace, now: MeasuredWave, stages: StageModel) -> pd.Series:
    everybody = now.released[now.released[["partner", "level", "link"]].isna().all(axis=1)]
    empty = (pd.DataFrame(columns=names) for names in (CHANGE_COLUMNS, PART_COLUMNS, ITEM_COLUMNS))
    history = History((now,), (), *empty)
    coded = coded_reports(workspace, now.alliance, (now.wave,))
    blocks = blocks_in_place(workspace, now.alliance, (now.wave,)).waves
    basis = stage_basis(everybody, history, themes_from_both(now.released, coded), blocks, now.instrument.points)
    return most_likely_stage(stage_shares(basis, stages)).iloc[0]
