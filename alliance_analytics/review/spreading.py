"""People spread over ordered classes, those of few people joined, as a figure and a table take them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.measure.results import Floats
from alliance_analytics.publish.exhibit import Table
from alliance_analytics.publish.few_people import joined_classes
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

Naming = Callable[[range], str]
HIDDEN = "hidden"
"""The only class where people are too few to be spread over any."""


def spread(study: Study, values: Floats, edges: Sequence[float]) -> pd.DataFrame:
    """Return the people in each class, joined until each holds enough of them.

    Parameters
    ----------
    study : Study
        Whose release rule holds.
    values : array, shape (n,)
        One value a person; NaN for none.
    edges : sequence of float
        Where classes begin, from the lowest up; each holds its own beginning.

    Returns
    -------
    frame
        Columns wave, name, first and last (places of the classes joined), people, share (0 to 1), shown and
        reason. Numbers of people are NaN where it may not be told how many answered.
    """
    now = study.history.now
    known = values[np.isfinite(values)]
    counts = np.bincount(np.searchsorted(edges, known, side="right") - 1, minlength=len(edges))
    classes = joined_classes([int(count) for count in counts], now.plan.rule.subtraction_minimum)
    rows: list[dict[str, Any]] = [
        {
            "name": f"{each.start}-{each.stop - 1}",
            "first": each.start,
            "last": each.stop - 1,
            "people": people,
        }
        for each in classes
        for people in [int(counts[each.start : each.stop].sum())]
    ]
    if not rows:
        hidden = {"wave": now.wave, "name": HIDDEN, "first": 0, "last": len(edges) - 1, "shown": False}
        return pd.DataFrame([hidden | {"people": np.nan, "share": np.nan, "reason": "too_few"}])
    table = pd.DataFrame(rows).assign(wave=now.wave, shown=True, reason="")
    share = table["people"] / len(known)
    return table.assign(share=share, people=table["people"] if now.may_be_counted else np.nan)


def class_names(table: pd.DataFrame, naming: Naming) -> dict[str, str]:
    """Return the text of each class of a table from :func:`spread`."""
    return {
        record["name"]: naming(range(record["first"], record["last"] + 1))
        for record in table.to_dict("records")
    }


def spread_table(
    study: Study, table: pd.DataFrame, names: dict[str, str], heading: str, caption: str
) -> Table:
    """Return a table of people and shares, one row a class."""
    cells = Cells(study.say, study.language)
    rows = [
        (
            names[record["name"]],
            _people(study, cells, record["people"]),
            cells.or_absent(record, cells.share(record["share"])),
        )
        for record in table.to_dict("records")
    ]
    header = (heading, study.say("column.people"), study.say("column.share_of_people"))
    return shown_table(study.say, caption, header, rows, (1, 2))


def _people(study: Study, cells: Cells, people: float) -> str:
    return study.say("hidden") if pd.isna(people) else cells.count(people)
