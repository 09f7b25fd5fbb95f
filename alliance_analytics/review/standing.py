"""Where we stand, how sure we are, and how it went over the waves."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.estimates import estimates as draw_estimates
from alliance_analytics.publish.figures.estimates import estimates_alt
from alliance_analytics.publish.figures.spider import spider as draw_spider
from alliance_analytics.publish.figures.spider import spider_alt
from alliance_analytics.publish.figures.trends import trends as draw_trends
from alliance_analytics.publish.figures.trends import trends_alt
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.pictures import Picture, picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "standing"
FEWEST_SPOKES = 3


def spider(study: Study, scale: str = "") -> Exhibit | None:
    """Show the spider web of the pillars, last wave beside it.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    scale : str
        pillar, dimension or theme; when empty pillars, or dimensions where the instrument has no pillars.

    Returns
    -------
    Exhibit or None
        None when the instrument has no such scale.

    Examples
    --------
    >>> from alliance_analytics.review.study import study
    >>> print(spider(study("data/example", "second-desk")).headline)
    Objective scores highest, Trust lowest
    """
    scale = scale or study.main_scale
    if not study.labels.of(scale):
        return None
    now, settings = study.estimates(scale), _settings(study, scale)
    return Exhibit(
        f"spider-{scale}",
        SECTION,
        _extremes(study, now, scale, "standing.extremes"),
        mean_subtitle(study, now),
        **_web(study, scale, now, settings),
        table=estimates_table(study, scale),
        notes=(study.say("standing.spider_note"),),
        language=study.language,
    )


def _web(study: Study, scale: str, now: pd.DataFrame, settings: dict[str, Any]) -> Picture:
    """Return the picture of a spider web, or of the means where a web would have no inside."""
    before = study.before(scale)
    if len(study.labels.of(scale)) < FEWEST_SPOKES:
        return picture(draw_estimates, estimates_alt(now, **settings), now, before, **settings)
    sectors = study.labels.sectors if scale == "pillar" else None
    return picture(draw_spider, spider_alt(now, **settings), now, before, sectors=sectors, **settings)


def estimates(study: Study, scale: str = "") -> Exhibit | None:
    """Show each mean with its interval, and how far non-response could move it; parameters as of spider."""
    scale = scale or study.main_scale
    if not study.labels.of(scale):
        return None
    now, settings = study.estimates(scale), _settings(study, scale)
    return Exhibit(
        f"estimates-{scale}",
        SECTION,
        _how_clear(study) if scale == study.main_scale else _extremes(study, now, scale, "standing.extremes"),
        mean_subtitle(study, now),
        **picture(draw_estimates, estimates_alt(now, **settings), now, study.before(scale), **settings),
        table=estimates_table(study, scale),
        notes=(study.say("standing.pillars_note"),) if now["bound_low"].notna().any() else (),
        language=study.language,
    )


def trend(study: Study, scale: str = "dimension") -> Exhibit | None:
    """Show the means of all waves; None when the instrument has no such scale."""
    if not study.labels.of(scale):
        return None
    table = study.history.unbroken(study.everybody[study.everybody["scale"] == scale])
    settings: dict[str, Any] = {
        "labels": study.labels.of(scale),
        "waves": study.history.names,
        "language": study.language,
    }
    one = len(study.history.waves) == 1
    return Exhibit(
        f"trend-{scale}",
        SECTION,
        study.say("standing.trend_one")
        if one
        else _extremes(study, study.estimates(scale), scale, "standing.trend"),
        study.say("subtitle.trend", points=study.instrument.points),
        **picture(
            draw_trends,
            trends_alt(table, **settings),
            table,
            points=study.instrument.points,
            breaks=_breaks(study, scale),
            **settings,
        ),
        table=_trend_table(study, table, scale),
        notes=asked_otherwise(study, study.history.names),
        language=study.language,
    )


def _breaks(study: Study, scale: str) -> dict[str, str]:
    """Return the waves in which some scale is made of too many other statements, with the reason."""
    tables = [study.history.changed_in(wave)[0] for wave in study.history.asking_otherwise]
    broken = [table[(table["scale"] == scale) & (table["reason"] == "items_changed")] for table in tables]
    return {wave: study.say("absent.items_changed") for table in broken for wave in table["wave"]}


def asked_otherwise(study: Study, waves: Collection[str]) -> tuple[str, ...]:
    """Return a sentence on each of some waves that did not ask what the one before asked."""
    items = study.history.items
    sentences = []
    for wave, changed in items[items["wave"].isin(waves)].groupby("wave", sort=True):
        counts = changed["what"].value_counts()
        number = {what: int(counts.get(what, 0)) for what in ("reworded", "added", "removed")}
        sentences.append(study.say("standing.items_changed", wave=wave, **number))
    return tuple(sentences)


def mean_subtitle(study: Study, now: pd.DataFrame) -> str:
    """Return what a mean is of: scale, population, n and wave."""
    shown = now[now["shown"]]
    if shown.empty:
        return study.say("subtitle.mean_hidden", points=study.instrument.points, wave=study.wave)
    cells = Cells(study.say, study.language)
    fewest, most = shown["n"].min(), shown["n"].max()
    n = cells.count(most) if fewest == most else cells.interval(fewest, most, 0)
    population = shown["population"].iloc[0]
    if pd.isna(population):
        key = "subtitle.mean_unknown"
    else:
        key = "subtitle.mean_of_all" if study.answered is None else "subtitle.mean"
    people = "" if pd.isna(population) else cells.count(population)
    return study.say(key, points=study.instrument.points, population=people, n=n, wave=study.wave)


def estimates_table(study: Study, scale: str) -> Table:
    """Return mean, interval and n of each scale, with the mean of the wave before."""
    cells, now, before = Cells(study.say, study.language), study.estimates(scale), study.before(scale)
    names, records = study.labels.of(scale), _by_name(now)
    earlier = {} if before is None else _by_name(before)
    header = [study.say(f"column.{key}") for key in ("mean", "interval", "n")]
    if before is not None:
        header.append(study.say("column.before", previous=study.history.names[-2]))
    rows = [
        (text, *_cells_now(cells, records.get(name)), *_cell_before(cells, earlier, name, before is not None))
        for name, text in names.items()
    ]
    return shown_table(
        study.say,
        mean_subtitle(study, now),
        (study.say(f"column.{scale}"), *header),
        tuple(rows),
        tuple(range(1, len(header) + 1)),
    )


def _settings(study: Study, scale: str) -> dict[str, Any]:
    return {"labels": study.labels.of(scale), "points": study.instrument.points, "language": study.language}


def _by_name(table: pd.DataFrame) -> dict[str, Record]:
    return {record["name"]: record for record in table.to_dict("records")}


def _cells_now(cells: Cells, record: Record | None) -> tuple[str, ...]:
    return (cells.say("no_answers"),) * 3 if record is None else cells.estimate(record)


def _cell_before(cells: Cells, earlier: dict[str, Record], name: str, wanted: bool) -> tuple[str, ...]:
    if not wanted:
        return ()
    record = earlier.get(name)
    return (cells.say("no_answers") if record is None else cells.estimate(record)[0],)


def _extremes(study: Study, now: pd.DataFrame, scale: str, key: str) -> str:
    shown = now[now["shown"]].sort_values(["mean", "name"])
    if shown.empty:
        return study.say("standing.hidden")
    names = study.labels.of(scale)
    highest, lowest = names[shown["name"].iloc[-1]], names[shown["name"].iloc[0]]
    return study.say(key, highest=highest, lowest=lowest, waves=len(study.history.waves))


def _how_clear(study: Study) -> str:
    if study.weakest.empty:
        return study.say("standing.hidden")
    lowest, names = study.weakest.iloc[0], study.labels.of(study.main_scale)
    if lowest["clearly_lowest"]:
        return study.say("standing.pillars_clear", lowest=names[lowest["pillar"]])
    others = Cells(study.say, study.language).listed(names[name] for name in lowest["overlaps"][:3])
    return study.say("standing.pillars_unclear", lowest=names[lowest["pillar"]], others=others)


def _trend_table(study: Study, table: pd.DataFrame, scale: str) -> Table:
    cells, waves = Cells(study.say, study.language), study.history.names
    found = {(record["name"], record["wave"]): record for record in table.to_dict("records")}
    rows = [
        (text, *(_mean_or_absent(cells, found.get((name, wave))) for wave in waves))
        for name, text in study.labels.of(scale).items()
    ]
    header = (study.say(f"column.{scale}"), *(study.say("column.before", previous=wave) for wave in waves))
    return shown_table(
        study.say,
        study.say("subtitle.trend", points=study.instrument.points),
        header,
        tuple(rows),
        tuple(range(1, len(header))),
    )


def _mean_or_absent(cells: Cells, record: Record | None) -> str:
    if record is None:
        return cells.say("no_answers")
    mean, interval, n = cells.estimate(record)
    return f"{mean} ({interval}; n = {n})" if record["shown"] else mean
