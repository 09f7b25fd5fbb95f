"""What goes with the outcomes: relative weights of the dimensions or pillars, for the whole alliance only."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.measure.chance import r_squared_p
from alliance_analytics.measure.relative_weights import FEWEST_A_PREDICTOR, RelativeWeights, relative_weights
from alliance_analytics.measure.scores import scale_score
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.ranges import Measure, ranges, ranges_alt
from alliance_analytics.publish.release_statistics import release_spreads
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.standing import SECTION
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SAMPLES = 2000
DOUBT = 0.05
OUTCOME = "outcome"
FEWEST_PREDICTORS = 2


def drivers(study: Study, scale: str = "dimension") -> Exhibit | None:
    """Show which dimensions (or pillars) go with the outcome; None with fewer than two.

    Where it cannot be said, the exhibit says why: no outcome was asked, fewer than five people a predictor,
    hidden to protect respondents, or no more explained than chance would.
    """
    names = study.labels.of(scale)
    if len(names) < FEWEST_PREDICTORS or scale == "item":
        return None
    outcome = outcome_items(study)
    found = _weights(study, scale, outcome) if outcome else None
    anchor = f"drivers-{scale}"
    if found is None or found.reason or not _may_be_told(study, scale, outcome, found.n):
        return Exhibit(anchor, SECTION, _refusal(study, found, len(names)), language=study.language)
    if not r_squared_p(found.r_squared, found.n, len(names)) < DOUBT:
        return Exhibit(anchor, SECTION, study.say("drivers.chance"), language=study.language)
    table = _shares(found, names)
    measure = Measure(study.say("drivers.axis"), study.say("drivers.value"), 0.0, (0.0, 50.0), decimals=0)
    settings: dict[str, Any] = {"labels": names, "measure": measure, "language": study.language}
    return Exhibit(
        anchor,
        SECTION,
        _headline(study, table, names),
        study.say("drivers.subtitle", n=found.n, wave=study.wave),
        **picture(ranges, ranges_alt(table, **settings), table, **settings),
        table=_table(study, table, names, scale),
        notes=(
            study.say("drivers.outcome", items="; ".join(study.labels.items[o].rstrip(".") for o in outcome)),
            study.say(
                "drivers.note",
                explained=Cells(study.say, study.language).share(found.r_squared),
                samples=SAMPLES,
            ),
        ),
        language=study.language,
    )


def outcome_items(study: Study) -> list[str]:
    """Return the outcomes that were asked and that belong to no scale which would explain them."""
    asked = study.history.now.instrument.scored
    outcomes = [item for item in asked if item.kind == OUTCOME and not (item.pillar or item.dimension)]
    answered = study.history.now.scores["item"].notna().any()
    return [item.id for item in outcomes if answered[item.id]]


def _weights(study: Study, scale: str, outcome: list[str]) -> RelativeWeights:
    scores = study.history.now.scores
    result = scale_score(scores["item"][outcome].to_numpy(float))
    predictors = scores[scale][list(study.labels.of(scale))].to_numpy(float)
    return relative_weights(result, predictors, samples=SAMPLES)


def _may_be_told(study: Study, scale: str, outcome: list[str], n: int) -> bool:
    """Return whether everybody's scores and every outcome may be, and as many people as a statement needs."""
    now = study.history.now
    rows = pd.DataFrame({"name": list(study.labels.of(scale)), "scale": scale, "n": n})
    rows = rows.assign(partner=None, level=None, link=None)
    released = release_spreads(rows, now.plan, dict.fromkeys(rows["name"], outcome), ())
    return bool(released["shown"].all())


def _refusal(study: Study, found: RelativeWeights | None, predictors: int) -> str:
    if found is None:
        return study.say("drivers.no_outcome")
    if found.reason == "too_few":
        return study.say("drivers.too_few", needed=FEWEST_A_PREDICTOR * predictors, each=FEWEST_A_PREDICTOR)
    return study.say("drivers.no_variance" if found.reason else "drivers.hidden")


def _shares(found: RelativeWeights, names: dict[str, str]) -> pd.DataFrame:
    """Return what part of the outcome's variance goes with each predictor, with its limits, 0 to 100."""
    numbers = {"value": 100 * found.raw, "low": 100 * found.low, "high": 100 * found.high}
    return pd.DataFrame({"name": list(names), **numbers}).assign(shown=True, reason="")


def _headline(study: Study, table: pd.DataFrame, names: dict[str, str]) -> str:
    ranked = table.sort_values("value", ascending=False)
    first, second = ranked.iloc[0], ranked.iloc[1]
    key = "drivers.clear" if first["low"] > second["high"] else "drivers.unclear"
    return study.say(key, first=names[first["name"]], second=names[second["name"]])


def _table(study: Study, table: pd.DataFrame, names: dict[str, str], scale: str) -> Table:
    cells = Cells(study.say, study.language)
    rows = [
        (
            names[row["name"]],
            cells.share(row["value"] / 100),
            cells.share_range(row["low"] / 100, row["high"] / 100),
        )
        for row in table.to_dict("records")
    ]
    header = tuple(study.say(f"column.{key}") for key in (scale, "explains", "interval"))
    return shown_table(study.say, study.say("drivers.axis"), header, rows, (1, 2))
