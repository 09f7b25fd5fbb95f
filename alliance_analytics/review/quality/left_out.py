"""Which records were left out, and what the scores would be with them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.stacked import stacked, stacked_alt
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.quality.consequences import SECTION
from alliance_analytics.review.quality.exclusions import exclusion_effects
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

FAMILIES = {
    "makers": ("preview", "test", "spam"),
    "nothing": ("unfinished", "opened_only", "empty", "note_row"),
    "again": ("duplicate", "other_row"),
    "refused": ("refused_consent",),
    "damaged": ("misplaced",),
}
"""What the reasons for leaving a record out have in common, in the order drawn."""


def left_out(study: Study) -> Exhibit:
    """Show the records left out in each wave, and what leaving them out did to the scores of this one."""
    table, effects = _counts(study), exclusion_effects(study.workspace, study.alliance, study.wave)
    settings: dict[str, Any] = {
        "kinds": {family: study.say(f"left_out_family.{family}") for family in FAMILIES},
        "labels": {wave: wave for wave in study.history.names},
        "unit": "count",
        "language": study.language,
    }
    alt = stacked_alt(table, about=study.say("quality.left_out_about"), **settings)
    return Exhibit(
        "left-out",
        SECTION,
        _headline(study, effects),
        study.say("subtitle.left_out"),
        **picture(stacked, alt, table, **settings),
        table=_table(study, effects),
        notes=(study.say("quality.left_out_note", few=study.history.now.plan.rule.score_minimum),),
        language=study.language,
    )


def _counts(study: Study) -> pd.DataFrame:
    """Return the records left out by wave and family; records, not people, which nothing hides."""
    rows = [
        (wave, family, sum(excluded.get(reason, 0) for reason in reasons))
        for wave in study.history.names
        for excluded in [study.workspace.survey(study.alliance, wave).excluded]
        for family, reasons in FAMILIES.items()
    ]
    return pd.DataFrame(rows, columns=["name", "kind", "value"]).assign(shown=True, reason="")


def _headline(study: Study, effects: pd.DataFrame) -> str:
    excluded = study.workspace.survey(study.alliance, study.wave).excluded
    shown = effects[effects["shown"]]
    if not sum(excluded.values()):
        return study.say("quality.left_out_none")
    if shown.empty:
        return study.say("quality.left_out_few", count=sum(excluded.values()))
    most = Cells(study.say, study.language).score(shown["difference"].abs().max(), 2)
    return study.say("quality.left_out", count=sum(excluded.values()), most=most)


def _table(study: Study, effects: pd.DataFrame) -> Table:
    excluded = study.workspace.survey(study.alliance, study.wave).excluded
    rows = [
        (study.say(f"left_out.{reason}"), str(count), _effect(study, effects[effects["reason"] == reason]))
        for reason, count in sorted(excluded.items())
        if count
    ] or [(study.say("left_out.none"), "0", study.say("nothing_moves"))]
    header = tuple(study.say(f"column.{key}") for key in ("reason", "records", "largest_change"))
    return shown_table(
        study.say, study.say("quality.left_out_caption", wave=study.wave), header, rows, (1, 2)
    )


def _effect(study: Study, effects: pd.DataFrame) -> str:
    shown = effects[effects["shown"]]
    if effects.empty:
        return study.say("nothing_to_keep")
    if shown.empty:
        return study.say("fewer_than", few=study.history.now.plan.rule.score_minimum)
    largest = max(shown["difference"].tolist(), key=abs)
    return Cells(study.say, study.language).signed(largest, 2)
