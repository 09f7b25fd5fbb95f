"""A change taken apart: whether people changed their mind, or other people answered other questions."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.ranges import Measure, ranges, ranges_alt
from alliance_analytics.review.cells import Cells, Record, decimals_for
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.standing import SECTION
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

PARTS = ("came", "went", "items")
MOSTLY = 0.5
"""Share of a change that its largest part must make to be named for it (our convention)."""


def change_parts(study: Study, scale: str = "") -> Exhibit | None:
    """Show what the change since the wave before is made of; None without a wave before, or such a scale.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    scale : str
        dimension, pillar or theme; when empty pillars, or dimensions where the instrument has no pillars.
    """
    scale = scale or study.main_scale
    table, names = study.parts(scale), study.labels.of(scale)
    if table.empty or not names:
        return None
    previous = table["previous_wave"].iloc[0]
    common = (f"change-parts-{scale}", SECTION, _headline(study, table, names))
    subtitle = study.say("parts.subtitle", previous=previous)
    if not table["shown"].any():
        return Exhibit(*common, subtitle, language=study.language)
    drawn = table.rename(
        columns={"within": "value", "within_low": "low", "within_high": "high", "change": "beside"}
    )
    measure = Measure(
        study.say("parts.axis"),
        study.say("parts.value"),
        line=0.0,
        ends=(-0.2, 0.2),
        beside=study.say("parts.beside"),
        decimals=decimals_for(*table[["n_now", "n_before", "n_stayed"]].min()),
        sign=True,
    )
    settings: dict[str, Any] = {"labels": names, "measure": measure, "language": study.language}
    return Exhibit(
        *common,
        subtitle,
        **picture(ranges, ranges_alt(drawn, **settings), drawn, **settings),
        table=_table(study, table, names, scale, previous),
        notes=(study.say("parts.note"), study.say("parts.smallest_note")),
        language=study.language,
    )


def _headline(study: Study, table: pd.DataFrame, names: dict[str, str]) -> str:
    shown = table[table["shown"]]
    if shown.empty:
        reasons = set(table["reason"])
        return study.say("parts.not_linked" if "not_linked" in reasons else "parts.hidden")
    largest = shown.sort_values("change", key=abs).iloc[-1]
    cells, change = Cells(study.say, study.language), largest["change"]
    decimals = decimals_for(largest["n_now"], largest["n_before"], largest["n_stayed"])
    share = largest[["within", *PARTS]].astype(float) / change if change else pd.Series({"within": 1.0})
    return study.say(
        f"parts.{share.idxmax() if share.max() >= MOSTLY else 'mixed'}",
        name=names[largest["name"]],
        change=cells.signed(change, decimals),
        within=cells.signed(largest["within"], decimals),
    )


def _table(study: Study, table: pd.DataFrame, names: dict[str, str], scale: str, previous: str) -> Table:
    found = {record["name"]: record for record in table.to_dict("records")}
    absent = {"shown": False, "reason": "no_answers"}
    rows = [(text, *_row(study, found.get(name, absent))) for name, text in names.items()]
    keys = (scale, "change", "within", "interval", *PARTS, "n_stayed", "smallest")
    header = tuple(study.say(f"column.{key}") for key in keys)
    caption = study.say("parts.subtitle", previous=previous)
    return shown_table(study.say, caption, header, rows, tuple(range(1, len(header))))


def _row(study: Study, record: Record) -> tuple[str, ...]:
    cells = Cells(study.say, study.language)
    if not record["shown"]:
        return (cells.absent(record),) * 8
    decimals = decimals_for(record["n_now"], record["n_before"], record["n_stayed"])
    interval = cells.interval(record["within_low"], record["within_high"], decimals, sign=True)
    return (
        cells.signed(record["change"], decimals),
        cells.signed(record["within"], decimals),
        interval,
        *(cells.signed(record[part], decimals) for part in PARTS),
        cells.count(record["n_stayed"]),
        study.say("not_told") if pd.isna(record["smallest"]) else cells.score(record["smallest"], decimals),
    )
