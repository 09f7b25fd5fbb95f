"""Is there a direction over all waves? Everybody who ever answered counts, also who answered once."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.measure.mixed_model import MixedModel, lmm_trend
from alliance_analytics.measure.multiplicity import p_adjust
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.ranges import Measure, ranges, ranges_alt
from alliance_analytics.publish.release_statistics import release_slopes
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.history import History
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.standing import SECTION
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.review.waves import once

DOUBT = 0.05
SLOPE_COLUMNS = ["scale", "name", "value", "low", "high", "df", "p", "n", "people", "singular", "why"]


def slopes(study: Study, scale: str = "dimension") -> Exhibit | None:
    """Show the straight line through all waves, first to last; None without two waves, or such a scale."""
    names = study.labels.of(scale)
    if not names or scale == "item" or len(study.history.waves) == 1:
        return None
    table = released_slopes(study.history, scale)
    first = study.history.names[0]
    measure = Measure(
        study.say("slopes.axis", first=first, last=study.wave),
        study.say("slopes.value"), 0.0, (-0.5, 0.5), decimals=1, sign=True,
    )  # fmt: skip
    settings: dict[str, Any] = {"labels": names, "measure": measure, "language": study.language}
    common = (f"slopes-{scale}", SECTION, _headline(study, table))
    subtitle = study.say("slopes.subtitle", waves=len(study.history.waves), first=first, last=study.wave)
    if not table["shown"].any():
        return Exhibit(*common, subtitle, language=study.language)
    return Exhibit(
        *common,
        subtitle,
        **picture(ranges, ranges_alt(table, **settings), table, **settings),
        table=_table(study, table, scale, subtitle),
        notes=(study.say("slopes.note"), *_singular(study, table, names)),
        language=study.language,
    )


def released_slopes(history: History, scale: str) -> pd.DataFrame:
    """Return the trend of each scale over all waves by the mixed model, shown where every wave's mean is.

    Parameters
    ----------
    history : History
        Two waves or more.
    scale : str
        dimension, pillar or theme.

    Returns
    -------
    frame
        ``value``, ``low`` and ``high`` in points from the first wave to the last, to one decimal; df
        (Satterthwaite's), p, n (scores), people, singular, moved (beyond doubt by Holm over the scales),
        shown and reason, among them ``items_changed`` where the waves did not ask the same.
    """
    labelled, changed = _persons(history), _changed_scales(history, scale)
    together = np.concatenate(labelled)
    linked = "" if len(set(together)) < len(together) else "not_linked"
    rows = [
        {
            "scale": scale,
            "name": name,
            **_numbers(*_fit(history, scale, name, labelled)),
            "why": "items_changed" if name in changed else linked,
        }
        for name in history.now.scores[scale].columns
    ]
    table = pd.DataFrame(rows, columns=SLOPE_COLUMNS)
    released = release_slopes(table, [wave.plan for wave in history.waves])
    return released.assign(moved=p_adjust(released["p"].to_numpy(float)) < DOUBT)


def _persons(history: History) -> list[np.ndarray[Any, np.dtype[np.object_]]]:
    """Return the person of each row of each wave; who cannot be linked is a person of their own."""
    return [
        once(wave.people["person"])
        .astype(object)
        .where(lambda person: person.notna(), [f"{wave.wave}/{row}" for row in range(len(wave.people))])
        .to_numpy(object)
        for wave in history.waves
    ]


def _changed_scales(history: History, scale: str) -> set[str]:
    """Return the scales of which some wave asked other statements, or the same in other words."""
    asked = [wave.instrument.scales(scale) for wave in history.waves]  # type: ignore[arg-type]
    moved = set(history.items["item"])
    return {
        name
        for name, items in asked[-1].items()
        if moved & set(items) or any(set(wave.get(name, ())) != set(items) for wave in asked)
    }


def _fit(
    history: History, scale: str, name: str, persons: list[np.ndarray[Any, np.dtype[np.object_]]]
) -> tuple[MixedModel | None, int]:
    steps = len(history.waves) - 1
    if any(name not in wave.scores[scale].columns for wave in history.waves):
        return None, steps
    scores = [wave.scores[scale][name].to_numpy(float) for wave in history.waves]
    time = np.repeat(np.arange(len(scores), dtype=float), [len(each) for each in scores])
    return lmm_trend(np.concatenate(scores), time, np.concatenate(persons)), steps


def _numbers(model: MixedModel | None, steps: int) -> dict[str, object]:
    if model is None or model.reason:
        none = dict.fromkeys(("value", "low", "high", "df", "p", "n", "people"), np.nan)
        return {**none, "singular": False}
    slope = model.effects[1]
    ends = {"value": slope.estimate * steps, "low": slope.low * steps, "high": slope.high * steps}
    counts = {"n": model.n, "people": model.people, "singular": model.singular}
    return {**ends, "df": slope.df, "p": slope.p, **counts}


def _headline(study: Study, table: pd.DataFrame) -> str:
    shown = table[table["shown"]]
    if shown.empty:
        return study.say("slopes.not_linked" if set(table["reason"]) == {"not_linked"} else "slopes.hidden")
    moved = shown[shown["moved"]]
    if moved.empty:
        return study.say("slopes.none", all=len(shown))
    up, down = int((moved["value"] > 0).sum()), int((moved["value"] < 0).sum())
    return study.say("slopes.some", up=up, down=down, all=len(shown))


def _singular(study: Study, table: pd.DataFrame, names: dict[str, str]) -> tuple[str, ...]:
    found = table[table["shown"] & table["singular"].astype(bool)]["name"]
    called = Cells(study.say, study.language).listed(names[name] for name in found)
    return (study.say("slopes.singular", names=called),) if called else ()


def _table(study: Study, table: pd.DataFrame, scale: str, caption: str) -> Table:
    found = {record["name"]: record for record in table.to_dict("records")}
    absent = {"shown": False, "reason": "no_answers"}
    rows = [(text, *_row(study, found.get(name, absent))) for name, text in study.labels.of(scale).items()]
    keys = (scale, "over_waves", "interval", "df", "scores", "people", "beyond_doubt")
    header = tuple(study.say(f"column.{key}") for key in keys)
    return shown_table(study.say, caption, header, rows, (1, 2, 3, 4, 5))


def _row(study: Study, record: Record) -> tuple[str, ...]:
    cells = Cells(study.say, study.language)
    if not record["shown"]:
        return (cells.absent(record),) * 6
    counts = (cells.count(record[name]) for name in ("df", "n", "people"))
    interval = cells.interval(record["low"], record["high"], sign=True)
    verdict = study.say("moved" if record["moved"] else "in_doubt")
    return cells.signed(record["value"]), interval, *counts, verdict
