"""Which columns of an export tell who somebody is.

The platform's own word goes first, then the name of the column, then what it holds. A column with points,
ticks, dates, departments or partners is none, whatever stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from alliance_analytics.intake.identifiers.contents import (
    are_answers,
    are_personal,
    are_places,
    are_postcodes,
    filled_texts,
    kind_held,
)
from alliance_analytics.intake.identifiers.headings import kind_named
from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.platforms.base import Column, Role
from alliance_analytics.model.spelling import plain

OF_ROLE: Mapping[Role, Kind] = {
    "mail": "mail",
    "token": "token",
    "response_id": "response_id",
    "record_id": "response_id",
    "device": "device",
    "identifier": "other",
}
NUMBERED: frozenset[Kind] = frozenset({"response_id", "token", "panel_id"})
"""Kinds that may be small numbers, as points are."""
POSTCODE = re.compile(r"\b(?:zip|zip ?code|post(?:al)? ?code|plz|postleitzahl|code postal|codigo postal)\b")


def identifying_columns(
    columns: Sequence[Column], cells: pd.DataFrame, *, besides: Collection[int] = ()
) -> dict[int, Kind]:
    """Return the places of the columns that tell who somebody is, each with the kind of identifier.

    Parameters
    ----------
    columns : sequence of Column
        The columns of an export.
    cells : DataFrame of str, (records, columns)
        Their cells; columns numbered from 0.
    besides : collection of int, optional
        Places of columns that are known to be questions: that for the partner may be called *Name* too.
    """
    filled = {place: filled_texts(cells[place]) for place in range(len(columns)) if place not in besides}
    found = {place: kind for place, texts in filled.items() if (kind := _kind(columns[place], texts))}
    return dict(sorted((_places(filled) | found).items()))


def _kind(column: Column, filled: Sequence[str]) -> Kind | None:
    said = OF_ROLE.get(column.role)
    if said is not None and said != "other":
        return said
    if column.role == "timing":
        return None
    return _named(column, filled) or _held(column, filled) or said


def _named(column: Column, filled: Sequence[str]) -> Kind | None:
    kind = kind_named(column.name) or kind_named(column.heading)
    if kind is None:
        return _named_part(column, filled)
    if kind in NUMBERED or column.role == "identifier":
        return kind
    return None if are_answers(filled, column.heading) or are_answers(filled, column.part) else kind


def _named_part(column: Column, filled: Sequence[str]) -> Kind | None:
    """Return the kind that a row of a question names: one asks for *[Name]*, another rates the *[Phone]*."""
    kind = kind_named(column.part) if column.role != "choice" else None
    return kind if kind and (not filled or are_personal(filled, kind)) else None


def _held(column: Column, filled: Sequence[str]) -> Kind | None:
    """Return the kind that the cells show; cells that are codes with labels show none."""
    if column.labels:
        return None
    return (
        "address" if POSTCODE.search(plain(column.heading)) and are_postcodes(filled) else kind_held(filled)
    )


def _places(filled: Mapping[int, Sequence[str]]) -> dict[int, Kind]:
    """Return the columns side by side that together say where somebody was."""
    lefts = (place for place in filled if are_places(filled[place], filled.get(place + 1, ())))
    return {place: "coordinates" for left in lefts for place in (left, left + 1)}
