"""Columns that were turned before they came here, and would be turned again.

A statement that describes the bad end is turned when it is scored. Some files hold a turned copy beside the
answers, and some hold nothing but the copy. Neither is changed in silence: what is seen is said, and the
settings decide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import compress

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.errors import ExportError, did_you_mean
from alliance_analytics.intake.log import LogEntry, heading_shown
from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.spelling import plain

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ENOUGH = 30
"""People from which a correlation is looked at. Our convention."""
PLENTY = 10_000
"""People among whom anything worth a warning shows; of more, some are looked at. Our convention."""
PEERS = 3
"""Other statements that a scale needs before one of them can go against the rest. Our convention."""
CAUTIOUS = 3.29
"""Normal quantile of 99.9%: of a thousand statements that go with nothing, one is warned about in vain."""
FLAT = 1e-9
"""Product of two standard deviations below which one of them is rounding alone."""
COPIED = 10
"""Answers from which a mirrored column is taken for a copy. Our convention."""


def turned_back(points: pd.DataFrame, items: Collection[str], highest: int, file: str) -> pd.DataFrame:
    """Return the answers with some columns mirrored, which the settings say are turned in the file.

    Parameters
    ----------
    points : DataFrame of float, (records, scored items)
        As the file has them.
    items : collection of str
        Ids of the items.
    highest : int
        The highest point of the scale.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        If there is no such item.
    """
    for item in items:
        if item not in points.columns:
            raise ExportError(
                "The settings name an item that is not in the instrument.",
                where=f"{file}, already_turned",
                found=item,
                remedy=did_you_mean(item, points.columns),
            )
    return points.assign(**{item: highest + 1 - points[item] for item in items})


def turned_back_notes(items: Collection[str]) -> list[LogEntry]:
    """Return a note on what was turned back."""
    action = "Turned back to the answers as given, for the settings say that the file holds them turned."
    return [LogEntry("turned_back", action, found=", ".join(items))] if items else []


def turned_twice(points: pd.DataFrame, instrument: Instrument) -> list[LogEntry]:
    """Return a warning for each statement that, once turned as it should be, goes against its scale.

    Parameters
    ----------
    points : DataFrame of float, (respondents, scored items)
        Answers as given.
    instrument : Instrument
        Its directions say what is turned, and its dimensions which statements belong together.

    Notes
    -----
    The correlation of each statement with the mean of the others of its dimension; a warning when the upper
    limit of its interval (Fisher 1921, at 99.9% on one side) is below 0.
    """
    some = points.to_numpy()[:: len(points) // PLENTY + 1]
    oriented = np.where(points.columns.isin(instrument.turned), instrument.points + 1 - some, some)
    place = {str(item): number for number, item in enumerate(points)}
    scales = [members for members in instrument.scales("dimension").values() if len(members) > PEERS]
    against = (
        item
        for members in scales
        for item in compress(members, _against_the_rest(oriented[:, [place[item] for item in members]]))
    )
    action = (
        "Kept as it is, but once scored it goes against its scale. Look at the form: if the file holds it "
        "turned already, name it under already_turned in the wave's settings."
    )
    return [LogEntry("turned_twice", action, found=item) for item in against]


def recoded_copies(
    export: Export, places: Mapping[str, int], points: pd.DataFrame, highest: int
) -> list[LogEntry]:
    """Return a note on each unused column that mirrors the answers of a used one and is called like it.

    Parameters
    ----------
    export : Export
        Records of respondents.
    places : mapping of str to int
        Item id to the place of its column.
    points : DataFrame of float, (records, scored items)
        What was read from the used columns.
    highest : int
        The highest point of the scale.
    """
    used = {item: place for item, place in places.items() if item in points.columns}
    return [
        LogEntry(
            "recoded_copy",
            f"Left out: it holds the answers to {item} the other way round. If the column that was read is "
            "the turned one, name the item under already_turned in the wave's settings.",
            column=heading_shown(export.columns[place].heading),
        )
        for place, item in _called_alike(export.columns, used)
        if _mirrors(export.cells[place], points[item], highest)
    ]


def _against_the_rest(values: Floats) -> Flags:
    """Return the statements of a scale whose answers fall where the mean of the others rises, (items,)."""
    answered = ~np.isnan(values)
    filled = np.where(answered, values, 0)
    others = answered.sum(axis=1, keepdims=True) - answered
    rest = (filled.sum(axis=1, keepdims=True) - filled) / np.maximum(others, 1)
    both = answered & (others > 0)
    n = both.sum(axis=0)
    correlation = _correlations(filled, rest, both)
    highest = np.arctanh(np.clip(correlation, -0.999, 0.999)) + CAUTIOUS / np.sqrt(np.maximum(n - 3, 1))
    return np.asarray((n >= ENOUGH) & (highest < 0), dtype=bool)


def _correlations(left: Floats, right: Floats, both: npt.NDArray[np.bool_]) -> Floats:
    """Return the correlation of each column with its counterpart over the records in ``both``, 0 for none."""
    n = np.maximum(both.sum(axis=0), 1)
    x, y = (np.where(both, side - (side * both).sum(axis=0) / n, 0.0) for side in (left, right))
    spread = np.sqrt((x * x).sum(axis=0) * (y * y).sum(axis=0))
    flat = spread < FLAT * n
    return np.asarray(np.where(flat, 0.0, (x * y).sum(axis=0) / np.where(flat, 1.0, spread)), dtype=float)


def _called_alike(columns: tuple[Column, ...], used: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """Yield the place of each unused column whose name holds, or stands in, the name of a used one."""
    names = [plain(column.name or column.heading) for column in columns]
    for place, column in enumerate(columns):
        if column.role == "answer" and place not in used.values() and names[place]:
            for item, other in used.items():
                if names[other] and (names[other] in names[place] or names[place] in names[other]):
                    yield place, item


def _mirrors(cells: pd.Series[str], points: pd.Series[float], highest: int) -> bool:
    numbers = pd.to_numeric(cells, errors="coerce")
    both = numbers.notna() & points.notna()
    mirrored = bool((numbers[both] + points[both] == highest + 1).all())
    return mirrored and int(both.sum()) >= COPIED and numbers[both].nunique() > 1
