"""The findings that open a review: each a sentence with its number, its comparison and its doubt."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from alliance_analytics.measure.response import difference_needed
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.groups import group_names
from alliance_analytics.review.standing import moved_beyond_doubt
from alliance_analytics.review.study import Study
from alliance_analytics.review.theming import of_source

SHIFT = 0.1
"""Points by which the what-if of those who stayed silent moves a mean (our convention)."""


def main_points(study: Study) -> Exhibit:
    """Show the findings that open the review."""
    few = study.say("main.few", minimum=study.history.now.plan.rule.score_minimum)
    standing = list(_standing(study)) or [few]
    points = [*standing, *_change(study), *_gap(study), *_stage(study), *_themes(study), *_response(study)]
    return Exhibit(
        "findings", MAIN_POINTS, study.say("main.headline"), points=tuple(points), language=study.language
    )


def _standing(study: Study) -> Iterator[str]:
    shown = study.estimates("pillar").query("shown").sort_values(["mean", "name"])
    if shown.empty:
        return
    cells, names = Cells(study.say, study.language), study.labels.pillars
    low, *_, high = shown.iloc[[0, -1]].to_dict("records")
    invited = (
        ""
        if pd.isna(low["population"])
        else study.say("main.of_population", population=cells.count(low["population"]))
    )
    yield study.say(
        "main.standing",
        points=study.instrument.points,
        lowest=names[low["name"]],
        low_mean=cells.score(low["mean"]),
        low_interval=cells.interval_of(low),
        highest=names[high["name"]],
        high_mean=cells.score(high["mean"]),
        high_interval=cells.interval_of(high),
        n=cells.count(low["n"]),
        of_population=invited,
    )


def _change(study: Study) -> Iterator[str]:
    changes = study.changes("pillar")
    shown = changes[changes["shown"]] if len(changes) else changes
    if shown.empty:
        return
    moved, cells = moved_beyond_doubt(shown), Cells(study.say, study.language)
    largest = (moved if len(moved) else shown.sort_values("change", key=abs, ascending=False)).iloc[0]
    key = (
        "main.change_none"
        if moved.empty
        else "main.change_up"
        if largest["change"] > 0
        else "main.change_down"
    )
    yield study.say(
        key,
        pillar=study.labels.pillars[largest["name"]],
        change=cells.change(largest["change"], 1) if moved.empty else cells.score(abs(largest["change"])),
        previous=largest["previous_wave"],
        interval=cells.interval(largest["ci_low"], largest["ci_high"], 1, sign=True),
        moved=len(moved),
        all=len(shown),
    )


def _gap(study: Study) -> Iterator[str]:
    differences = study.gaps("partner")
    if differences.empty:
        return
    largest, cells, names = (
        differences.iloc[0],
        Cells(study.say, study.language),
        group_names(study, "partner"),
    )
    yield study.say(
        "main.gap" if largest["ci_low"] > 0 else "main.no_gap",
        high=names[largest["high"]],
        low=names[largest["low"]],
        dimension=study.labels.dimensions[largest["name"]].lower(),
        gap=cells.score(largest["gap"]),
        interval=cells.interval(largest["ci_low"], largest["ci_high"]),
    )


def _stage(study: Study) -> Iterator[str]:
    found, cells = study.stage, Cells(study.say, study.language)
    if found["placed"]:
        name = study.labels.stages[found["stage"]].lower()
        yield study.say(
            "main.stage", stage=name, share=cells.share(found["share"]), before=_stage_before(study)
        )


def _stage_before(study: Study) -> str:
    previous = study.history.before
    shares = study.stage_shares
    earlier = shares[(shares["wave"] == previous.wave) & shares["placed"]] if previous else shares.iloc[:0]
    if previous is None or earlier.empty:
        return ""
    largest = earlier.sort_values("share").iloc[-1]
    name, share = (
        study.labels.stages[largest["stage"]].lower(),
        Cells(study.say, study.language).share(largest["share"]),
    )
    return study.say("main.stage_before", previous=previous.wave, stage=name, share=share)


def _themes(study: Study) -> Iterator[str]:
    scores = of_source(study, "statements").sort_values(["value", "theme"])
    if scores.empty:
        return
    weakest, cells = scores.iloc[0], Cells(study.say, study.language)
    reports = of_source(study, "reports").set_index("theme")
    found = reports.reindex([weakest["theme"]]).fillna({"enabler": 0, "constraint": 0}).iloc[0]
    yield study.say(
        "main.themes",
        theme=study.labels.themes[weakest["theme"]],
        mean=cells.score(weakest["value"]),
        interval=cells.interval(weakest["low"], weakest["high"]),
        enabler=cells.count(found["enabler"]),
        constraint=cells.count(found["constraint"]),
    )


def _response(study: Study) -> Iterator[str]:
    table = study.history.now.response
    everybody = table[table["partner"].isna() & table["level"].isna() & table["shown"]]
    if everybody.empty:
        return
    row, cells = everybody.iloc[0], Cells(study.say, study.language)
    needed = difference_needed(row["answered"], row["invited"], SHIFT)
    yield study.say(
        "main.response" if pd.notna(needed) else "main.response_all",
        answered=cells.count(row["answered"]),
        invited=cells.count(row["invited"]),
        rate=cells.share(row["rate"]),
        needed="" if pd.isna(needed) else cells.score(needed),
        shift=cells.score(SHIFT),
    )
