"""What the scores would be if doubtful data were treated otherwise."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.consequences import INTERVAL, consequences_alt
from alliance_analytics.publish.figures.consequences import consequences as draw_consequences
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.quality.variants import COLUMNS, SCALE, VARIANTS
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "method"
SILENT = "silent"
"""The variant in which everybody silent gave the lowest, or the highest, answer."""
WITH_OTHER_PEOPLE = ("weighted", "straight", "fast")
"""Variants that count people otherwise and invent no answer."""


def consequences(study: Study) -> Exhibit | None:
    """Show how far every other way of treating the data would move the dimension means.

    None when no dimension is measured.
    """
    if not study.labels.dimensions:
        return None
    table = _all_variants(study)
    found = [name for name in (SILENT, *VARIANTS) if (table["variant"] == name).any()]
    settings: dict[str, Any] = {
        "variants": {name: study.say(f"variant.{name}") for name in found},
        "labels": study.labels.dimensions,
        "language": study.language,
    }
    subtitle = study.say("subtitle.consequences", points=study.instrument.points, wave=study.wave)
    return Exhibit(
        "consequences",
        SECTION,
        _headline(study, table),
        subtitle,
        **picture(draw_consequences, consequences_alt(table, **settings), table, **settings),
        table=_table(study, table, found, subtitle),
        notes=(*_worst_case(study, table), study.say("quality.consequences_note")),
        language=study.language,
    )


def consequence(study: Study, variant: str) -> str:
    """Return a sentence on how far a variant moves the dimension means; '' when there is no such variant."""
    table = study.variants[study.variants["variant"] == variant]
    if table.empty:
        return ""
    shown = table[table["shown"]]
    if shown.empty:
        return study.say("consequence.hidden", few=study.history.now.plan.rule.subtraction_minimum)
    if not shown[["low", "high"]].any(axis=None):
        return study.say("consequence.nothing")
    cells = Cells(study.say, study.language)
    most = cells.score(shown[["low", "high"]].abs().max().max(), 2)
    down, up = cells.score(abs(shown["low"].min()), 2), cells.score(abs(shown["high"].max()), 2)
    return study.say(f"consequence.{variant}", most=most, down=down, up=up)


def _all_variants(study: Study) -> pd.DataFrame:
    """Return all variants, with the interval of each mean and the reach of the silent as changes of it."""
    means = study.estimates(SCALE)
    ranges = {INTERVAL: ("ci_low", "ci_high"), SILENT: ("bound_low", "bound_high")}
    parts = [
        means.assign(variant=name, low=means[low] - means["mean"], high=means[high] - means["mean"])[COLUMNS]
        for name, (low, high) in ranges.items()
        if name == INTERVAL or means[low].notna().any()
    ]
    return pd.concat([part for part in (*parts, study.variants) if len(part)], ignore_index=True)


def _headline(study: Study, table: pd.DataFrame) -> str:
    tried = _beyond(table, WITH_OTHER_PEOPLE)
    if tried.empty:
        return study.say("quality.consequences_hidden")
    key = "quality.consequences_beyond" if tried.any() else "quality.consequences_within"
    return study.say(key, count=int(tried.sum()), all=len(tried))


def _worst_case(study: Study, table: pd.DataFrame) -> tuple[str, ...]:
    gaps = _beyond(table, ("gaps",))
    if not gaps.any():
        return ()
    return (study.say("quality.consequences_gaps", count=int(gaps.sum()), all=len(gaps)),)


def _beyond(table: pd.DataFrame, variants: Collection[str]) -> pd.Series:
    """Return for each dimension, by name, whether some of the variants takes its mean out of its interval."""
    shown = table[table["shown"]]
    limits = shown[shown["variant"] == INTERVAL][["name", "low", "high"]].dropna()
    tried = shown[shown["variant"].isin(variants)].merge(limits, on="name", suffixes=("", "_limit"))
    outside = (tried["low"] < tried["low_limit"]) | (tried["high"] > tried["high_limit"])
    return outside.astype(bool).groupby(tried["name"]).any()


def _table(study: Study, table: pd.DataFrame, variants: list[str], caption: str) -> Table:
    records = {(record["variant"], record["name"]): record for record in table.to_dict("records")}
    rows = [
        (text, *(_cell(study, records.get((variant, name))) for variant in (INTERVAL, *variants)))
        for name, text in study.labels.dimensions.items()
    ]
    header = [
        study.say("column.dimension"),
        *(study.say(f"variant.{name}") for name in (INTERVAL, *variants)),
    ]
    return shown_table(study.say, caption, header, rows, tuple(range(1, len(header))))


def _cell(study: Study, record: Record | None) -> str:
    cells = Cells(study.say, study.language)
    if record is None:
        return study.say("no_answers")
    if not record["shown"]:
        return cells.absent(record)
    if pd.isna(record["low"]):
        return study.say("not_estimable")
    if record["low"] == record["high"]:
        return cells.signed(record["low"], 2)
    return cells.interval(record["low"], record["high"], 2, sign=True)
