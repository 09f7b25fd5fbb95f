"""Whether the picture would change if every partner and level counted as invited.

The weights are numbers over people like any other: whether a weighted mean may be shown beside all that is
shown already is decided by the algebra of the release plan, with weights in the place of ones and zeros.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.measure.weighted_means import weighted_mean_ci
from alliance_analytics.measure.weights import Weights, rake_weights
from alliance_analytics.publish.additions import safe_beside
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.release_statistics import release_weighted
from alliance_analytics.review.cells import Cells, Record, decimals_for
from alliance_analytics.review.groups import group_names
from alliance_analytics.review.standing import SECTION
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

MARGINS = (("partner", "level"), ("partner",), ("level",))
"""What people are weighted by: both, or else the one for which it can be done."""
NOTICEABLE = 0.1
"""Points by which a mean must move for the picture to change (our convention)."""


def weighted(study: Study, scale: str = "") -> Exhibit | None:
    """Show each mean as if every partner and level counted by its people invited, beside the plain mean.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    scale : str
        dimension, pillar or theme; when empty pillars, or dimensions where the instrument has no pillars.

    Returns
    -------
    Exhibit or None
        None when the instrument has no such scale, or nobody said how many were invited.
    """
    scale = scale or study.main_scale
    invited = study.workspace.invited(study.alliance, study.wave)
    if not study.labels.of(scale) or invited.empty:
        return None
    by, weights = weights_of(study.history.now.people, invited)
    common = (f"weighted-{scale}", SECTION)
    if weights.reason:
        headline = study.say("weighted.none", reason=study.say(f"weighted.reason.{weights.reason}"))
        return Exhibit(*common, headline, language=study.language)
    table = released_weighted(study, scale, weights)
    return Exhibit(
        *common,
        _headline(study, table, scale),
        study.say("weighted.subtitle", by=_margins(study, by), wave=study.wave),
        table=_table(study, table, scale, by),
        table_open=True,
        notes=(study.say("weighted.note"), *_cost(study, weights), *_collapsed(study, weights)),
        language=study.language,
    )


def weights_of(people: pd.DataFrame, invited: pd.DataFrame) -> tuple[tuple[str, ...], Weights]:
    """Return the margins that people could be weighted by, and their weights; or why there are none."""
    tried = []
    for by in MARGINS:
        groups = {column: people[column].to_numpy(object) for column in by}
        sizes = {column: _sizes(invited, column) for column in by}
        tried.append((by, rake_weights(groups, sizes)))
        if not tried[-1][1].reason:
            return tried[-1]
    return tried[0]


def _sizes(invited: pd.DataFrame, column: str) -> dict[str, float]:
    people = invited.groupby(column)["invited"].sum()
    return {str(group): float(count) for group, count in people.items()}


def released_weighted(study: Study, scale: str, weights: Weights) -> pd.DataFrame:
    """Return weighted means with intervals and how far each is from the plain one, as may be shown."""
    now, rows = study.history.now, []
    for name in study.labels.of(scale):
        scores = now.scores[scale][name]
        plain, found = float(scores.mean()), weighted_mean_ci(scores.to_numpy(float), weights)
        safe = safe_beside(now.plan, now.people, scores, scale, [weights.values / weights.values.mean()])
        numbers = {
            "mean": found.mean,
            "ci_low": found.low,
            "ci_high": found.high,
            "difference": found.mean - plain,
        }
        rows.append({"scale": scale, "name": name, "n": found.n, "plain": plain, **numbers, "safe": safe[0]})
    return release_weighted(pd.DataFrame(rows), now.plan)


def _headline(study: Study, table: pd.DataFrame, scale: str) -> str:
    shown = table[table["shown"]]
    if shown.empty:
        return study.say("weighted.hidden")
    largest, cells = shown.sort_values("difference", key=abs).iloc[-1], Cells(study.say, study.language)
    moved = abs(largest["difference"])
    if moved < NOTICEABLE:
        return study.say("weighted.same", most=cells.score(NOTICEABLE))
    return study.say(
        "weighted.moves",
        name=study.labels.of(scale)[largest["name"]],
        difference=cells.signed(largest["difference"], 2),
    )


def _margins(study: Study, by: tuple[str, ...]) -> str:
    return Cells(study.say, study.language).listed(study.say(f"weighted.by_{column}") for column in by)


def _cost(study: Study, weights: Weights) -> Iterator[str]:
    """Say what weighting costs, where all responses may be told: weights are responses turned round."""
    response, cells = study.history.now.response, Cells(study.say, study.language)
    if response["shown"].all():
        yield study.say(
            "weighted.cost",
            n=cells.count(weights.kish.n),
            effective=cells.count(weights.kish.n_eff),
            lightest=cells.score(weights.lightest, 2),
            heaviest=cells.score(weights.heaviest, 2),
        )
    else:
        yield study.say("weighted.cost_hidden")


def _collapsed(study: Study, weights: Weights) -> Iterator[str]:
    """Say which groups without an answer were joined to which; without names where that may not be told."""
    response = study.history.now.response
    for column, empty, to in weights.collapsed:
        told = bool(response.loc[response[column] == empty, "shown"].any())
        names = group_names(study, column)
        key = "weighted.collapsed" if told else "weighted.collapsed_hidden"
        yield study.say(key, empty=names.get(empty, empty), to=names.get(to, to))


def _table(study: Study, table: pd.DataFrame, scale: str, by: tuple[str, ...]) -> Table:
    names = study.labels.of(scale)
    rows = [(names[record["name"]], *_row(study, record)) for record in table.to_dict("records")]
    keys = (scale, "mean", "weighted", "interval", "difference", "n")
    header = tuple(study.say(f"column.{key}") for key in keys)
    caption = study.say("weighted.subtitle", by=_margins(study, by), wave=study.wave)
    return shown_table(study.say, caption, header, rows, (1, 2, 3, 4, 5))


def _row(study: Study, record: Record) -> tuple[str, ...]:
    cells = Cells(study.say, study.language)
    if not record["shown"]:
        return (cells.absent(record),) * 5
    decimals = decimals_for(record["n"])
    plain, mean = (cells.score(record[name], decimals) for name in ("plain", "mean"))
    interval: Any = (
        study.say("not_estimable")
        if np.isnan(record["ci_low"])
        else cells.interval(record["ci_low"], record["ci_high"], decimals)
    )
    return plain, mean, interval, cells.signed(record["difference"], decimals), cells.count(record["n"])
