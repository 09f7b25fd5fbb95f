"""The portfolio as rows for a program or a spreadsheet: one an alliance and scale, the most in need first."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.interpret.portfolio.standing import OVERALL
from alliance_analytics.review.portfolio.portfolio import Portfolio

ROW_KEYS = (
    "alliance", "wave", "rank", "rank_low", "rank_high", "scale", "name", "mean", "ci_low", "ci_high",
    "shown", "stage", "resourcing", "service_level", "warnings",
)  # fmt: skip
Row = dict[str, Any]


def portfolio_rows(found: Portfolio) -> list[Row]:
    """Return one row an alliance and scale.

    Parameters
    ----------
    found : Portfolio
        All alliances.

    Returns
    -------
    list of dict
        Keys of ``ROW_KEYS``. Rank and its limits are those of the alliance, 1 being the most in need; means
        are pooled. Numbers that are hidden or unknown are None; ``warnings`` is a list of ids. The first row
        of an alliance is of scale ``overall``; an alliance that could not be read has that row alone.
    """
    stages = {each.alliance: each.stage for each in found.measured}
    rows = [
        _row(found, record, ranked, stages)
        for ranked in found.ranking.to_dict("records")
        for record in _overall_first(found.standing_of[ranked["alliance"]])
    ]
    return [*rows, *(_not_read(each.alliance) for each in found.measured if each.problem)]


def overall_rows(found: Portfolio) -> list[Row]:
    """Return the first row of each alliance, warnings as text: what fits on a screen."""
    rows = [row for row in portfolio_rows(found) if row["scale"] == OVERALL]
    return [{**row, "warnings": ", ".join(row["warnings"])} for row in rows]


def flat_rows(found: Portfolio) -> list[Row]:
    """Return all rows with warnings as text, for a spreadsheet."""
    return [{**row, "warnings": ", ".join(row["warnings"])} for row in portfolio_rows(found)]


def _overall_first(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    first = rows.assign(later=rows["scale"] != OVERALL).sort_values("later", kind="stable")
    return first.to_dict("records")


def _row(
    found: Portfolio, record: dict[Any, Any], ranked: dict[Any, Any], stages: dict[str, str | None]
) -> Row:
    alliance, place = record["alliance"], found.places.get(record["alliance"], {})
    return {
        "alliance": alliance,
        "wave": record["wave"],
        **{name: _whole(ranked[name]) for name in ("rank", "rank_low", "rank_high")},
        "scale": record["scale"],
        "name": record["name"],
        **{name: _number(record[name]) for name in ("mean", "ci_low", "ci_high")},
        "shown": bool(record["shown"]),
        "stage": stages[alliance],
        "resourcing": place.get("resourcing"),
        "service_level": place.get("service_level"),
        "warnings": list(found.warnings[alliance]),
    }


def _not_read(alliance: str) -> Row:
    row: Row = dict.fromkeys(ROW_KEYS)
    row |= {"alliance": alliance, "scale": OVERALL, "name": OVERALL, "shown": False}
    return row | {"warnings": ["not_read"]}


def _whole(value: float) -> int | None:
    return None if pd.isna(value) else int(value)


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
