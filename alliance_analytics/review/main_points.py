"""The findings that open a review: each a sentence with its number, its comparison and its doubt."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from alliance_analytics.measure.response import difference_needed
from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.review.cells import Cells, in_sentence
from alliance_analytics.review.change.changing import moved_beyond_doubt
from alliance_analytics.review.groups import gap_in_words, widest
from alliance_analytics.review.study import Study
from alliance_analytics.review.themes.theming import of_source

SHIFT = 0.1
"""Points by which the what-if of those who stayed silent moves a mean (our convention)."""


def main_points(study: Study) -> Exhibit:
    """Show the findings that open the review."""
    few = study.say("main.few", minimum=study.history.now.plan.rule.score_minimum)
    standing = list(_standing(study)) or [few]
    points = [*standing, *_change(study), *_gap(study), *_stage(study), *_themes(study), *_response(study)]
    return Exhibit("findings", MAIN_POINTS, _headline(study), points=tuple(points), language=study.language)


def _headline(study: Study) -> str:
    if study.answered is None:
        return study.say("main.headline_plain", alliance=study.title)
    cells = Cells(study.say, study.language)
    answered, invited = (cells.count(study.answered[name]) for name in ("answered", "invited"))
    return study.say("main.headline", alliance=study.title, answered=answered, invited=invited)


def _standing(study: Study) -> Iterator[str]:
    shown = study.estimates(study.main_scale).query("shown").sort_values(["mean", "name"])
    if shown.empty:
        return
    cells, names = Cells(study.say, study.language), study.labels.of(study.main_scale)
    low, *_, high = shown.iloc[[0, -1]].to_dict("records")
    people, told = low["population"], study.answered is not None and pd.notna(low["population"])
    known = study.say("main.of_population", population=cells.count(people)) if told else ""
    sure = study.weakest["clearly_lowest"].head(1).any()
    yield study.say(
        "main.standing" if sure else "main.standing_unclear",
        points=study.instrument.points,
        lowest=names[low["name"]],
        low_mean=cells.score(low["mean"]),
        low_interval=cells.interval_of(low),
        highest=names[high["name"]],
        high_mean=cells.score(high["mean"]),
        high_interval=cells.interval_of(high),
        n=cells.count(low["n"]),
        of_population=known,
    )


def _change(study: Study) -> Iterator[str]:
    changes = study.changes(study.main_scale)
    shown = changes[changes["shown"]] if len(changes) else changes
    if shown.empty:
        return
    moved, cells = moved_beyond_doubt(shown), Cells(study.say, study.language)
    largest = (moved if len(moved) else shown.sort_values("change", key=abs, ascending=False)).iloc[0]
    change, interval = cells.change_of(largest.to_dict())
    direction = "up" if largest["change"] > 0 else "down"
    yield study.say(
        "main.change_none" if moved.empty else f"main.change_{direction}",
        pillar=study.labels.of(study.main_scale)[largest["name"]],
        change=change if moved.empty else change.lstrip("+\u2212"),  # the sentence says up or down
        previous=largest["previous_wave"],
        interval=interval,
        moved=len(moved),
        all=len(shown),
    )


def _gap(study: Study) -> Iterator[str]:
    differences = study.gaps("partner")
    if differences.empty:
        return
    largest = widest(differences)
    key = "main.gap" if largest["ci_low"] > 0 else "main.no_gap"
    yield study.say(key, **gap_in_words(study, "partner", largest))


def _stage(study: Study) -> Iterator[str]:
    found, cells = study.stage, Cells(study.say, study.language)
    if found["placed"]:
        yield study.say(
            "main.stage",
            stage=in_sentence(study.labels.stages[found["stage"]]),
            share=cells.share(found["share"]),
            interval=cells.share_range(found["low"], found["high"]),
            before=_stage_before(study),
        )


def _stage_before(study: Study) -> str:
    previous, shares = study.history.before, study.stage_shares
    earlier = shares[(shares["wave"] == previous.wave) & shares["placed"]] if previous else shares.iloc[:0]
    if previous is None or earlier.empty:
        return ""
    largest, cells = earlier.sort_values("share").iloc[-1], Cells(study.say, study.language)
    return study.say(
        "main.stage_before",
        previous=previous.wave,
        stage=in_sentence(study.labels.stages[largest["stage"]]),
        share=cells.share(largest["share"]),
    )


def _themes(study: Study) -> Iterator[str]:
    scores = of_source(study, "statements").sort_values(["value", "theme"])
    if scores.empty:
        return
    weakest, cells = scores.iloc[0], Cells(study.say, study.language)
    yield study.say(
        "main.themes",
        theme=study.labels.themes[weakest["theme"]],
        mean=cells.score(weakest["value"]),
        interval=cells.interval(weakest["low"], weakest["high"]),
        reports=_in_reports(study, weakest["theme"]),
    )


def _in_reports(study: Study, theme: str) -> str:
    """Say what the reports of this wave say on a theme; nothing where no report could."""
    if theme not in THEME_IDS or study.wave not in set(study.coded["wave"]):
        return ""
    table, cells = of_source(study, "reports"), Cells(study.say, study.language)
    found = table[table["theme"] == theme][["enabler", "constraint"]].sum()
    enabler, constraint = cells.count(found["enabler"]), cells.count(found["constraint"])
    return study.say("main.themes_reports", enabler=enabler, constraint=constraint)


def _response(study: Study) -> Iterator[str]:
    if study.answered is None:
        return
    row, cells = study.answered, Cells(study.say, study.language)
    needed = difference_needed(row["answered"], row["invited"], SHIFT)
    yield study.say(
        "main.response" if pd.notna(needed) else "main.response_all",
        answered=cells.count(row["answered"]),
        invited=cells.count(row["invited"]),
        rate=cells.share(row["rate"]),
        needed="" if pd.isna(needed) else cells.score(needed),
        shift=cells.score(SHIFT),
    )
