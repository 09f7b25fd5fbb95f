"""Service agreements, decisions and governance meetings, as trends by the quarter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from alliance_analytics.interpret.governance import (
    decision_delays,
    delay_trend,
    meeting_kinds,
    meeting_trend,
    service_gaps,
    service_trend,
)
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.review.portfolio.practice import Practice

SECTION = "governance"
MOST_GAPS = 8
"""Gaps that a sentence can name before it becomes a list nobody reads (our convention)."""


def services_delivered(found: Practice) -> Exhibit | None:
    """Show agreed beside delivered services, a row a quarter; None where nothing was agreed."""
    agreements = found.registers.agreements
    trend, gaps = service_trend(agreements.rows), service_gaps(agreements.rows)
    if trend.empty:
        return None
    rows = [
        (row["quarter"], *_counts(found, row["agreed"], row["delivered"]), _share(found, row["share"]))
        for row in trend.to_dict("records")
    ]
    points = [
        found.say(
            "service_gap",
            alliance=found.title(row["alliance"]),
            service=found.service(row["service"]),
            share=found.cells.share(row["share"]),
        )
        for row in gaps.head(MOST_GAPS).to_dict("records")
    ]
    first, last = (trend["share"].dropna().iloc[place] for place in (0, -1))
    return Exhibit(
        "services-delivered",
        SECTION,
        found.say("services.headline", first=found.cells.share(first), last=found.cells.share(last)),
        points=tuple(points),
        table=_table(found, "services", ("quarter", "agreed", "delivered", "share"), rows),
        table_open=True,
        notes=(found.say("services.note"), *found.not_understood(agreements)),
        language=found.language,
    )


def decision_times(found: Practice) -> Exhibit | None:
    """Show decisions by the quarter they were due: in time, late, overdue, by how many days; or None."""
    delays = decision_delays(found.registers.decisions.rows, found.today)
    trend = delay_trend(delays)
    if trend.empty:
        return None
    rows = [
        (
            row["quarter"],
            *_counts(found, row["due"], row["in_time"], row["late"], row["overdue"]),
            *_days(found, row["median_days"], row["low"], row["high"]),
        )
        for row in trend.to_dict("records")
    ]
    overdue = delays[delays["state"] == "overdue"].sort_values("days", ascending=False, kind="stable")
    points = [
        found.say(
            "overdue_decision",
            decision=row["decision"],
            alliance=found.title(row["alliance"]),
            days=found.cells.count(row["days"]),
        )
        for row in overdue.head(MOST_GAPS).to_dict("records")
    ]
    told = {name: int(trend[name].sum()) for name in ("due", "in_time", "late", "overdue")}
    columns = ("quarter", "due", "in_time", "late", "overdue", "median_days", "quartiles")
    return Exhibit(
        "decision-times",
        SECTION,
        found.say("decisions.headline", **told),
        points=tuple(points),
        table=_table(found, "decisions", columns, rows),
        table_open=True,
        notes=(found.say("decisions.note"), *found.not_understood(found.registers.decisions)),
        language=found.language,
    )


def meetings_that_decide(found: Practice) -> Exhibit | None:
    """Show how many governance meetings decide and how many only update, by the quarter; or None."""
    trend = meeting_trend(meeting_kinds(found.registers.meetings.rows))
    if trend.empty:
        return None
    rows = [
        (
            row["quarter"],
            *_counts(found, row["meetings"], row["decides"], row["mixed"], row["updates"]),
            _share(found, row["share"]),
            found.say("unknown") if np.isnan(row["minutes"]) else found.cells.count(row["minutes"]),
        )
        for row in trend.to_dict("records")
    ]
    told = {name: int(trend[name].sum()) for name in ("meetings", "decides", "updates")}
    columns = ("quarter", "meetings", "decides", "mixed", "updates", "share_decides", "minutes")
    return Exhibit(
        "meetings",
        SECTION,
        found.say("meetings.headline", **told),
        table=_table(found, "meetings", columns, rows),
        table_open=True,
        notes=(found.say("meetings.note"), *found.not_understood(found.registers.meetings)),
        language=found.language,
    )


def _table(found: Practice, area: str, columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Table:
    header = tuple(found.say(f"column.{name}") for name in columns)
    return Table(found.say(f"{area}.caption"), header, tuple(rows), tuple(range(1, len(header))))


def _counts(found: Practice, *values: float) -> tuple[str, ...]:
    return tuple(found.say("nothing") if np.isnan(value) else found.cells.count(value) for value in values)


def _share(found: Practice, value: float) -> str:
    return found.say("nothing") if np.isnan(value) else found.cells.share(value)


def _days(found: Practice, median: float, low: float, high: float) -> tuple[str, str]:
    if np.isnan(median):
        return (found.say("nothing"),) * 2
    return found.cells.signed(median, 0), found.cells.interval(low, high, 0, sign=True)
