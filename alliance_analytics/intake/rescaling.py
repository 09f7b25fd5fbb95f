"""Which scale each column is read on: the instrument's, unless the settings name another.

A form with seven answers is read on seven points first. Only then are the points laid on the instrument's
scale, end on end and evenly in between. Without a word in the settings nothing is re-expressed: a column
that was answered on another scale is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.columns import place_of
from alliance_analytics.intake.labels import Scale
from alliance_analytics.intake.log import LogEntry, heading_shown
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.model.answer_scales import AnswerScales
from alliance_analytics.model.spelling import plain

EVERYWHERE = "*"
"""Stands in the settings for every column."""

Wish = int | str
"""A number of points, or the id of a scale."""


@dataclass(frozen=True)
class ReadOn:
    """The scale on which a column is read, and whether the settings said so."""

    scale: Scale
    by_settings: bool


@dataclass(frozen=True)
class EndsInWords:
    """A scale of which only the ends, and the middle if it has one, are known in words."""

    id: str
    points: int
    meanings: Mapping[str, int]


def on_points(point: float, of: int, to: int) -> float:
    """Return a point of a scale of ``of`` points at the same place on a scale of ``to`` points.

    Examples
    --------
    >>> [on_points(point, 7, 5) for point in (1, 4, 7)]
    [1.0, 3.0, 5.0]
    """
    return 1 + (to - 1) * (point - 1) / (of - 1)


def reading_scales(
    rescale: Mapping[str, Wish],
    export: Export,
    places: Mapping[str, int],
    items: Collection[str],
    *,
    scales: AnswerScales,
    scale_id: str,
) -> dict[str, ReadOn]:
    """Return the scale on which the column of each item is read.

    Parameters
    ----------
    rescale : mapping of str to int or str
        Item, name or heading of a column, or ``'*'``, to the number of points or the id of its scale. What
        names a column goes before what names all.
    export : Export
        Where the columns are.
    places : mapping of str to int
        Item id to the place of its column.
    items : collection of str
        Ids of the scored items.
    scales : AnswerScales
        The scales that are known.
    scale_id : str
        The scale that the instrument uses.

    Raises
    ------
    ExportError
        If a column is not there or answers no item, or several scales of so many points fit its labels.
    """
    usual = scales.scale(scale_id)
    found = {item: place for item, place in places.items() if item in items}
    wishes = _wishes(rescale, export, found, items)
    chosen: dict[Wish, Scale] = {}
    for wish in set(wishes.values()):
        labels = _labels(export, (found[item] for item, other in wishes.items() if other == wish))
        chosen[wish] = _scale(wish, usual, scales, labels, export.file)
    return {
        item: ReadOn(chosen[wishes[item]], True) if item in wishes else ReadOn(usual, False) for item in found
    }


def rescaled_notes(rescaled: Mapping[str, int], points: int) -> list[LogEntry]:
    """Return one note a number of points that was laid on the instrument's scale of ``points`` points."""
    action = f"Re-expressed evenly on 1 to {points}, as the settings say."
    items: dict[int, list[str]] = {}
    for item, of in rescaled.items():
        items.setdefault(of, []).append(item)
    return [
        LogEntry("rescaled", action, found=f"{of} points: {', '.join(names)}") for of, names in items.items()
    ]


def _wishes(
    rescale: Mapping[str, Wish], export: Export, found: Mapping[str, int], items: Collection[str]
) -> dict[str, Wish]:
    everywhere = rescale.get(EVERYWHERE)
    wishes: dict[str, Wish] = {} if everywhere is None else dict.fromkeys(found, everywhere)
    for name, wish in rescale.items():
        if name != EVERYWHERE and (name in found or name not in items):
            wishes[name if name in found else _item_in(name, export, found)] = wish
    return wishes


def _item_in(name: str, export: Export, found: Mapping[str, int]) -> str:
    place = place_of(name, export.columns, export.file)
    item = next((item for item, known in found.items() if known == place), None)
    if item is None:
        raise ExportError(
            "The settings rescale a column that answers no statement.",
            where=export.file,
            found=heading_shown(name),
            allowed=", ".join(found),
            remedy="Name the statement, or map the column to one.",
        )
    return item


def _labels(export: Export, places: Iterable[int]) -> frozenset[str]:
    """Return the texts and declared labels of some columns, in plain spelling."""
    texts = (
        text
        for place in places
        for text in (*export.cells[place].unique(), *export.columns[place].labels.values())
    )
    return frozenset(map(plain, texts))


def _scale(wish: Wish, usual: Scale, scales: AnswerScales, labels: frozenset[str], file: str) -> Scale:
    text = str(wish).strip()
    if not text.isdecimal():
        return scales.scale(text)
    points = int(text)
    if points == usual.points:
        return usual
    return _best([scale for scale in scales.scales if scale.points == points], labels, file) or _in_words(
        usual, points
    )


def _best(candidates: Sequence[Scale], labels: frozenset[str], file: str) -> Scale | None:
    """Return the scale that knows, and tells apart, most of the labels; None when there are no candidates."""
    met = {scale.id: {label: scale.meanings.get(label) for label in labels} for scale in candidates}
    known = [
        (sum(point is not None for point in found.values()), len(set(found.values())))
        for found in met.values()
    ]
    best = [scale for scale, counts in zip(candidates, known, strict=True) if counts == max(known)]
    if any(met[scale.id] != met[best[0].id] for scale in best):
        raise ExportError(
            "Several scales with so many points fit the labels, and read them differently.",
            where=file,
            found=f"{best[0].points} points",
            allowed=", ".join(scale.id for scale in best),
            remedy="Name one of these in the settings instead of the number of points.",
        )
    return best[0] if best else None


def _in_words(usual: Scale, points: int) -> EndsInWords:
    """Return a scale of so many points with the words for the ends, and the middle, of the usual one."""
    places = {1: 1, usual.points: points}
    if points % 2 and usual.points % 2:
        places[(usual.points + 1) // 2] = (points + 1) // 2
    words = {label: places[point] for label, point in usual.meanings.items() if point in places}
    return EndsInWords(f"{points} points", points, words)
