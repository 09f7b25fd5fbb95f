"""The stage as partners and levels see it, and the phase of the ecosystem beside it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from alliance_analytics.interpret.stages import most_likely_stage, stage_shares, stage_shares_by
from alliance_analytics.model.stages import StageModel, ecosystem_model
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, Record, in_sentence
from alliance_analytics.review.counting import all_but_one_partner
from alliance_analytics.review.development.development import SECTION
from alliance_analytics.review.groups import group_names
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

HIDDEN = "too_few_answers"


def stage_views(study: Study, by: str = "partner") -> Exhibit | None:
    """Show the stage as the people of each partner, or of each level, see it; None without groups.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    by : str
        partner or level.
    """
    names, shares = group_names(study, by), views_of(study, by)
    if not names or shares.empty or (shares["reason"] == "not_asked").all():
        return None
    say = words("development", study.language)
    return Exhibit(
        f"stage-by-{by}",
        SECTION,
        _finding(study, by, shares),
        table=_table(study, by, names, shares),
        table_open=True,
        notes=(*_not_placed(study, by, names, shares), say("views.note")),
        language=study.language,
    )


def views_of(study: Study, by: str) -> pd.DataFrame:
    """Return the share of draws in each stage by group, from released answers of this wave alone."""
    table = study.released
    return stage_shares_by(
        table[(table["wave"] == study.wave) & ~all_but_one_partner(table)], study.stages, by
    )


def ecosystem(study: Study) -> Exhibit | None:
    """Show the phase of the ecosystem over the waves; None where nothing is asked about it."""
    model = ecosystem_model(study.workspace.own_file(study.alliance, "ecosystem.yml")).fitted_to(
        study.instrument
    )
    shares = stage_shares(study.stage_basis, model)
    if (shares["reason"] == "not_asked").all():
        return None
    say = words("development", study.language)
    names = {phase.id: phase.name[study.language] for phase in model.stages}
    return Exhibit(
        "ecosystem-phase",
        SECTION,
        _phase(study, shares, names),
        table=_phase_table(study, shares, names),
        table_open=True,
        notes=(say("ecosystem.note", marks=_marks(study, model)),),
        language=study.language,
    )


def _finding(study: Study, by: str, shares: pd.DataFrame) -> str:
    say = words("development", study.language)
    placed = shares[shares["placed"].astype(bool)]
    if placed.empty:
        return say(f"views.{by}_none")
    likely = placed.loc[placed.groupby(by)["share"].idxmax()]
    if likely[by].nunique() < 2:
        return say(f"views.{by}_one")
    if likely["stage"].nunique() < 2:
        return say(f"views.{by}_alike")
    sure = likely[likely["share"].astype(float) >= study.stages.conventions.clear]
    return say(f"views.{by}_differ" if sure["stage"].nunique() > 1 else f"views.{by}_doubt")


def _table(study: Study, by: str, names: Mapping[str, str], shares: pd.DataFrame) -> Table:
    say = words("development", study.language)
    found = {(row[by], row["stage"]): row for row in shares.to_dict("records")}
    rows = [
        (text, *(_cell(study, found.get((group, stage))) for stage in study.labels.stages))
        for group, text in names.items()
    ]
    header = (say(f"column.{by}"), *study.labels.stages.values())
    caption = say("views.caption", wave=study.wave)
    return shown_table(study.say, caption, header, rows, tuple(range(1, len(header))))


def _not_placed(study: Study, by: str, names: Mapping[str, str], shares: pd.DataFrame) -> tuple[str, ...]:
    """Return why groups are not placed, a sentence a reason."""
    apart = shares[~shares["placed"].astype(bool) & (shares["reason"] != HIDDEN)]
    say = words("development", study.language)
    return tuple(
        say(
            "views.why_not_placed",
            groups=", ".join(names[group] for group in of_reason[by].unique() if group in names),
            reason=study.say(f"stage.reason.{reason}"),
        )
        for reason, of_reason in apart.groupby("reason", sort=True)
    )


def _cell(study: Study, row: Record | None) -> str:
    cells = Cells(study.say, study.language)
    if row is None or row["reason"] == HIDDEN:
        return cells.say("hidden")
    if not row["placed"]:
        return words("development", study.language)("views.not_placed")
    return f"{cells.share(row['share'])} ({cells.share_span(row['low'], row['high'])})"


def _phase(study: Study, shares: pd.DataFrame, names: Mapping[str, str]) -> str:
    say, cells = words("development", study.language), Cells(study.say, study.language)
    now = most_likely_stage(shares[shares["wave"] == study.wave]).iloc[0]
    if not now["placed"]:
        return say("ecosystem.not_placed", reason=study.say(f"stage.reason.{now['reason']}"))
    phase = in_sentence(names[now["stage"]])
    return say("ecosystem.placed", phase=phase, share=cells.share(now["share"]))


def _phase_table(study: Study, shares: pd.DataFrame, names: Mapping[str, str]) -> Table:
    say, waves = words("development", study.language), study.history.names
    found = {(row["stage"], row["wave"]): row for row in shares.to_dict("records")}
    rows = [
        (text, *(_cell(study, found.get((phase, wave))) for wave in waves)) for phase, text in names.items()
    ]
    header = (say("column.phase"), *waves)
    return shown_table(study.say, say("ecosystem.caption"), header, rows, tuple(range(1, len(header))))


def _marks(study: Study, model: StageModel) -> str:
    return "; ".join(in_sentence(mark.name[study.language]) for mark in model.marks)
