"""How far the statements of a scale measure one thing, and whether so many people can tell."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.measure.omega import mcdonald_omega_total
from alliance_analytics.measure.reliability import cronbach_alpha
from alliance_analytics.measure.verdicts import ENOUGH, FEWEST_FOR_RELIABILITY, reliability_verdict
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.ranges import Measure, ranges, ranges_alt
from alliance_analytics.publish.release_statistics import release_spreads
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "method"
NUMBERS = ("value", "low", "high", "omega")
WORDS = ("enough", "probably_enough", "probably_not_enough", "not_enough")
"""Verdicts that say something, the best first."""


def reliability(study: Study, scale: str = "dimension") -> Exhibit | None:
    """Show alpha with its interval and omega of each scale; None when the instrument has no such scale.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    scale : str
        dimension, pillar or theme.
    """
    names = study.labels.of(scale)
    if not names or scale == "item":
        return None
    table = released_reliability(study, scale)
    measure = Measure(
        study.say("reliability.axis"),
        study.say("reliability.value"),
        line=ENOUGH,
        ends=(0.4, 1.0),
    )
    settings: dict[str, Any] = {"labels": names, "measure": measure, "language": study.language}
    return Exhibit(
        f"reliability-{scale}",
        SECTION,
        _headline(study, table, names),
        study.say("reliability.subtitle", wave=study.wave),
        **picture(ranges, ranges_alt(table, **settings), table, **settings),
        table=_table(study, table, names, scale),
        notes=(
            study.say("reliability.note", enough=_score(study, ENOUGH), fewest=FEWEST_FOR_RELIABILITY),
            study.say("reliability.omega_note"),
        ),
        language=study.language,
    )


def released_reliability(study: Study, scale: str) -> pd.DataFrame:
    """Return alpha (value, low, high), omega, n and verdict of each scale, shown where statements may be."""
    now = study.history.now
    items = now.instrument.scales(scale)  # type: ignore[arg-type]
    rows = []
    for name, ids in items.items():
        answers = now.scores["item"][list(ids)].to_numpy(float)
        alpha, omega = cronbach_alpha(answers), mcdonald_omega_total(answers)
        numbers = {"value": alpha.estimate, "low": alpha.low, "high": alpha.high, "omega": omega.estimate}
        rows.append({"name": name, "n": alpha.n, **numbers, "verdict": reliability_verdict(alpha).key})
    table = pd.DataFrame(rows).assign(partner=None, level=None, link=None, scale=scale)
    released = release_spreads(table, now.plan, items, NUMBERS)
    return released.assign(verdict=released["verdict"].where(released["shown"], "hidden"))


def _headline(study: Study, table: pd.DataFrame, names: dict[str, str]) -> str:
    verdicts = table.set_index("name")["verdict"]
    if not table["shown"].any():
        return study.say("reliability.hidden")
    told = verdicts[verdicts.isin(WORDS)]
    if told.empty:
        return study.say("reliability.too_few")
    doubtful = told[told.isin(WORDS[2:])]
    if doubtful.empty:
        surely = (told == WORDS[0]).all()
        return study.say("reliability.all_enough" if surely else "reliability.all_probably", all=len(told))
    called = Cells(study.say, study.language).listed(names[name] for name in doubtful.index)
    return study.say("reliability.some_not", names=called)


def _table(study: Study, table: pd.DataFrame, names: dict[str, str], scale: str) -> Table:
    records = {record["name"]: record for record in table.to_dict("records")}
    rows = [(text, *_row(study, records[name])) for name, text in names.items()]
    keys = (scale, "alpha", "interval", "omega", "n_complete", "meaning")
    header = tuple(study.say(f"column.{key}") for key in keys)
    caption = study.say("reliability.subtitle", wave=study.wave)
    return shown_table(study.say, caption, header, rows, (1, 2, 3, 4))


def _row(study: Study, record: Record) -> tuple[str, ...]:
    cells = Cells(study.say, study.language)
    if not record["shown"]:
        return (cells.absent(record),) * 5
    alpha, omega = (_number(study, cells, record[name]) for name in ("value", "omega"))
    interval = cells.interval(record["low"], record["high"], 2)
    return (
        alpha,
        study.say("no_number") if pd.isna(record["low"]) else interval,
        omega,
        cells.count(record["n"]),
        study.say(f"reliability.{record['verdict']}_word"),
    )


def _number(study: Study, cells: Cells, value: float) -> str:
    return study.say("no_number") if pd.isna(value) else cells.score(value, 2)


def _score(study: Study, value: float) -> str:
    return Cells(study.say, study.language).score(value, 2)
