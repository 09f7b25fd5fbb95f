"""The portfolio as exhibits: who needs attention first, how all stand, and where each lies among ours."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.interpret.portfolio.benchmark import FEWEST
from alliance_analytics.interpret.portfolio.standing import OVERALL
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.ranges import Measure, ranges, ranges_alt
from alliance_analytics.review.cells import Record, decimals_for
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.portfolio.cells import portfolio_label, rank_range
from alliance_analytics.review.portfolio.measuring import Measured
from alliance_analytics.review.portfolio.portfolio import Portfolio
from alliance_analytics.review.tables import shown_table

DRAWN = 25
"""Alliances in a picture: the most in need; the table holds all."""


def need(found: Portfolio) -> Exhibit:
    """Show the rank of each alliance by need, with its range."""
    say, ranked = found.say, found.ranking.dropna(subset=["rank"])
    common: dict[str, Any] = {
        "table": _need_table(found),
        "notes": _need_notes(found),
        "language": found.language,
    }
    if ranked.empty:
        return Exhibit("portfolio-need", "need", say("need.nothing"), **common)
    drawn = ranked.head(DRAWN).rename(
        columns={"alliance": "name", "rank": "value", "rank_low": "low", "rank_high": "high"}
    )
    measure = Measure(
        say("need.axis"),
        say("need.value"),
        (1 + len(ranked)) / 2,
        (1.0, float(max(len(ranked), 2))),
        decimals=0,
    )
    sure = int(ranked["sure"].sum())
    return Exhibit(
        "portfolio-need",
        "need",
        say("need.headline" if sure else "need.headline_none", sure=sure, all=len(ranked)),
        say("need.subtitle", shown=len(drawn), all=len(ranked)),
        **_ranges(found, drawn, measure),
        table_open=len(ranked) <= DRAWN,
        **common,
    )


def standing(found: Portfolio) -> Exhibit:
    """Show the pooled overall mean of each alliance, beside its mean before pooling."""
    say, rows = found.say, found.standing
    overall = rows[(rows["scale"] == OVERALL) & rows["rank"].notna()].sort_values("rank")
    pooled = bool(overall["pooled"].all())
    notes = (say("standing.pooled_note" if pooled else "standing.unpooled_note"),)
    if overall.empty:
        return Exhibit("portfolio-standing", "standing", say("standing.nothing"), language=found.language)
    points = int(overall["points"].iloc[0])
    drawn = overall.head(DRAWN).rename(
        columns={"mean": "value", "ci_low": "low", "ci_high": "high", "plain": "beside"}
    )
    drawn = drawn.assign(name=drawn["alliance"])
    measure = Measure(
        say("standing.axis"), say("standing.value"), (1 + points) / 2, (2.0, 4.0), say("standing.beside"), 1
    )
    names = found.titles
    return Exhibit(
        "portfolio-standing",
        "standing",
        say(
            "standing.headline",
            lowest=names[overall["alliance"].iloc[0]],
            highest=names[overall["alliance"].iloc[-1]],
        ),
        say("standing.subtitle", points=points, shown=len(drawn)),
        **_ranges(found, drawn, measure),
        table=_standing_table(found, overall),
        notes=notes,
        language=found.language,
    )


def scales(found: Portfolio, kind: str) -> Exhibit | None:
    """Show every alliance on every scale of a kind; None where no alliance has one."""
    say, rows = found.say, found.standing[found.standing["scale"] == kind]
    if rows.empty:
        return None
    names = sorted(rows["name"].unique())
    records = {(row["alliance"], row["name"]): row for row in rows.to_dict("records")}
    header = (say("column.alliance"), *(portfolio_label(found, kind, name) for name in names))
    body = [
        (found.titles[alliance], *(_mean_cell(found, records.get((alliance, name))) for name in names))
        for alliance in found.ranking["alliance"]
    ]
    numeric = tuple(range(1, len(header)))
    return Exhibit(
        f"portfolio-{kind}",
        "standing",
        say(f"scales.headline_{kind}"),
        table=shown_table(found.cells.say, say(f"scales.caption_{kind}"), header, body, numeric),
        language=found.language,
    )


def among(found: Portfolio) -> Exhibit:
    """Show in which part of the portfolio each overall mean lies."""
    say, cells = found.say, found.cells
    rows = found.benchmark[found.benchmark["scale"] == OVERALL]
    if rows.empty:
        headline = say("among.too_few", fewest=FEWEST)
        return Exhibit("portfolio-among", "among", headline, language=found.language)
    counts = rows["part"].value_counts()
    header = tuple(say(f"column.{name}") for name in ("alliance", "below", "interval", "part"))
    body = [
        (
            found.titles[row["alliance"]],
            cells.share(row["below"]),
            cells.share_range(row["below_low"], row["below_high"]),
            say(f"part.{row['part']}"),
        )
        for row in rows.sort_values("below").to_dict("records")
    ]
    return Exhibit(
        "portfolio-among",
        "among",
        say("among.headline", lowest=counts.get("lowest", 0), highest=counts.get("highest", 0)),
        table=shown_table(cells.say, say("among.caption"), header, body, (1, 2)),
        notes=(say("among.note", fewest=FEWEST),),
        language=found.language,
    )


def beside_norms(found: Portfolio) -> Exhibit | None:
    """Show means beside norms from elsewhere; None where nobody gave any."""
    say, cells, rows = found.say, found.cells, found.beside_norms
    if rows.empty:
        return None
    asked = rows.drop_duplicates(["scale", "name"])[["scale", "name", "norm"]].to_dict("records")
    records = {(row["alliance"], row["scale"], row["name"]): row for row in rows.to_dict("records")}
    header = (
        say("column.alliance"),
        *(
            say(
                "norms.column",
                scale=portfolio_label(found, norm["scale"], norm["name"]),
                norm=cells.score(norm["norm"]),
            )
            for norm in asked
        ),
    )
    body = [
        (
            found.titles[alliance],
            *(_norm_cell(found, records.get((alliance, norm["scale"], norm["name"]))) for norm in asked),
        )
        for alliance in found.ranking["alliance"]
        if alliance in set(rows["alliance"])
    ]
    counts = rows["beside"].value_counts()
    return Exhibit(
        "portfolio-norms",
        "among",
        say("norms.headline", below=counts.get("below", 0), above=counts.get("above", 0), all=len(rows)),
        table=shown_table(cells.say, say("norms.caption"), header, body, tuple(range(1, len(header)))),
        notes=(say("norms.note"), say("norms.sources", sources="; ".join(dict.fromkeys(rows["source"])))),
        language=found.language,
    )


def _ranges(found: Portfolio, drawn: pd.DataFrame, measure: Measure) -> dict[str, Any]:
    shown = drawn.assign(shown=True, reason="")
    labels = {name: found.titles[name] for name in shown["name"]}
    settings: dict[str, Any] = {"labels": labels, "measure": measure, "language": found.language}
    return dict(picture(ranges, ranges_alt(shown, **settings), shown, **settings))


def _need_notes(found: Portfolio) -> tuple[str, ...]:
    return found.say("need.note"), found.say("need.stake_note")


def _need_table(found: Portfolio) -> Table:
    say = found.say
    measured = {each.alliance: each for each in found.measured}
    overall = {row["alliance"]: row for row in _overall(found)}
    keys = (
        "alliance",
        "wave",
        "rank",
        "mean",
        "response",
        "change",
        "stage",
        "weakest",
    )
    body = [
        (
            found.titles[row["alliance"]],
            row["wave"],
            rank_range(found, row),
            _mean_cell(found, overall[row["alliance"]]),
            *_own_cells(found, measured[row["alliance"]]),
        )
        for row in found.ranking.to_dict("records")
    ]
    header = tuple(say(f"column.{key}") for key in keys)
    return shown_table(found.cells.say, say("need.caption"), header, body, tuple(range(2, 6)))


def _overall(found: Portfolio) -> list[dict[Any, Any]]:
    return found.standing[found.standing["scale"] == OVERALL].to_dict("records")


def _standing_table(found: Portfolio, rows: pd.DataFrame) -> Table:
    say, cells = found.say, found.cells
    body = [
        (
            found.titles[row["alliance"]],
            _mean_cell(found, row),
            cells.score(row["plain"]),
            cells.share(row["weight"]) if np.isfinite(row["weight"]) else say("not_told"),
            cells.count(row["n"]),
        )
        for row in rows.to_dict("records")
    ]
    header = tuple(say(f"column.{key}") for key in ("alliance", "mean", "plain", "weight", "n"))
    return shown_table(cells.say, say("standing.caption"), header, body, (1, 2, 3, 4))


def _own_cells(found: Portfolio, each: Measured) -> tuple[str, ...]:
    cells, say = found.cells, found.say
    response = (
        cells.share(each.response["rate"]) if each.response and each.response["shown"] else say("not_told")
    )
    change = (
        f"{cells.signed(each.change['change'])} "
        f"({cells.interval(each.change['ci_low'], each.change['ci_high'], sign=True)})"
        if each.change and each.change["shown"]
        else say("not_told")
    )
    stage = portfolio_label(found, "stage", each.stage) if each.stage else say("not_placed")
    return response, change, stage, _weakest(found, each.alliance)


def _weakest(found: Portfolio, alliance: str) -> str:
    rows = found.standing_of.get(alliance, found.standing[:0])
    own = rows[(rows["scale"] == "pillar") & rows["shown"].astype(bool)]
    if own.empty:
        return found.say("not_told")
    lowest = own.iloc[int(own["mean"].to_numpy().argmin())]
    return f"{portfolio_label(found, 'pillar', lowest['name'])} ({found.cells.score(lowest['mean'])})"


def _mean_cell(found: Portfolio, row: Record | None) -> str:
    cells = found.cells
    if row is None:
        return found.say("not_told")
    if not row["shown"]:
        return cells.absent(row) if row["reason"] != "other_points" else found.say("not_ranked")
    mean = cells.score(row["mean"], decimals_for(row["n"]))
    return f"{mean} ({cells.interval(row['ci_low'], row['ci_high'])})" if np.isfinite(row["ci_low"]) else mean


def _norm_cell(found: Portfolio, row: Record | None) -> str:
    if row is None:
        return found.say("not_told")
    cells, beside = found.cells, found.say(f"beside.{row['beside']}")
    mean = f"{cells.score(row['mean'])} ({cells.interval(row['ci_low'], row['ci_high'])})"
    return found.say("norms.cell", mean=mean, beside=beside)
