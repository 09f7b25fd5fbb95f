"""What people did not answer, and what it could do to the scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from alliance_analytics.measure.answer_quality import KINDS
from alliance_analytics.measure.answer_quality import unanswered as share_unanswered
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.few_people import TOGETHER, released_kinds
from alliance_analytics.publish.figures.stacked import stacked, stacked_alt
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.quality.consequences import SECTION, consequence
from alliance_analytics.review.quality.variants import everybody_shown
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table


def unanswered(study: Study) -> Exhibit | None:
    """Show which share of the answers asked for is missing, and why; None when no dimension is measured."""
    names = study.labels.dimensions
    if not names:
        return None
    table = _released(study, study.instrument.scales("dimension"))
    kinds = {kind: study.say(f"kind.{kind}") for kind in (*KINDS, TOGETHER)}
    settings: dict[str, Any] = {
        "kinds": kinds,
        "labels": names,
        "unit": "small share",
        "language": study.language,
    }
    about = study.say("quality.unanswered_about", wave=study.wave)
    statements = _statements(study)
    return Exhibit(
        "unanswered",
        SECTION,
        _headline(study, table),
        study.say("subtitle.unanswered", wave=study.wave),
        **picture(stacked, stacked_alt(table, about=about, **settings), table, **settings),
        table=_table(study, pd.concat([table, statements]), {**names, **_named(study, statements)}, kinds),
        notes=(*_rest(study, statements), consequence(study, "gaps")),
        language=study.language,
    )


def _released(study: Study, scales: Mapping[str, Any]) -> pd.DataFrame:
    """Return the shares of some scales, or single statements, by kind."""
    missing = study.workspace.survey(study.alliance, study.wave).missing_kinds
    few = study.history.now.plan.rule.subtraction_minimum
    parts = [
        released_kinds(share_unanswered(missing, items), few).assign(name=name)
        for name, items in scales.items()
    ]
    return pd.concat(parts, ignore_index=True)


def _statements(study: Study) -> pd.DataFrame:
    """Return the statements of which enough people gave no answer, and enough gave one."""
    plan = study.history.now.plan
    asked = [item for item in study.labels.items if everybody_shown(plan, "item", item)]
    if not asked:
        return pd.DataFrame({"name": [], "kind": [], "value": [], "shown": [], "reason": []})
    table = _released(study, {item: [item] for item in asked})
    total = table.groupby("name")["value"].transform("sum")
    return table[table["shown"] & (total > 0)].reset_index(drop=True)


def _named(study: Study, statements: pd.DataFrame) -> dict[str, str]:
    totals = statements.groupby("name")["value"].sum().sort_values(ascending=False, kind="stable")
    return {str(item): study.labels.items[str(item)] for item in totals.index}


def _headline(study: Study, table: pd.DataFrame) -> str:
    totals = table[table["shown"]].groupby("name")["value"].sum()
    if totals.empty:
        return study.say("quality.unanswered_hidden")
    if not totals.any():
        return study.say("quality.unanswered_none")
    share = f"{Cells(study.say, study.language).score(100 * totals.max())}%"
    return study.say("quality.unanswered", name=study.labels.dimensions[str(totals.idxmax())], share=share)


def _rest(study: Study, statements: pd.DataFrame) -> tuple[str, ...]:
    others = len(study.labels.items) - statements["name"].nunique()
    few = study.history.now.plan.rule.subtraction_minimum
    return (study.say("quality.unanswered_rest", count=others, few=few),) if others else ()


def _table(study: Study, table: pd.DataFrame, names: Mapping[str, str], kinds: Mapping[str, str]) -> Table:
    """Return the shares of scales and statements; a reason that occurs nowhere has no column."""
    occurs = [kind for kind in kinds if table.loc[table["kind"] == kind, "value"].any()]
    found = table.set_index(["name", "kind"])["value"].to_dict()
    totals = table.groupby("name")["value"].sum(min_count=1)
    rows = [
        (text, _cell(study, totals[name]), *(_cell(study, found.get((name, kind)), kind) for kind in occurs))
        for name, text in names.items()
    ]
    header = (
        study.say("column.scale_or_statement"),
        study.say("column.all"),
        *(kinds[kind] for kind in occurs),
    )
    caption = study.say("subtitle.unanswered", wave=study.wave)
    return shown_table(study.say, caption, header, rows, tuple(range(1, len(header))))


def _cell(study: Study, value: float | None, kind: str = "") -> str:
    if value is None and kind != TOGETHER:
        return study.say("with_others")
    if value is not None and pd.isna(value):
        return study.say("hidden")
    return f"{Cells(study.say, study.language).score(100 * (value or 0.0))}%"
