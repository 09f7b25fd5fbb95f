"""Qualtrics as CSV: names, texts and import ids above the answers.

Three header records is the rule, but the one of import ids has two dialects (JSON, and Python's own quotes
in files of 2016), the legacy layout has none, and people delete what they do not understand. The import id
tells administration from questions in every language; the names are the fallback. A question with several
answers has a column for each option, *Q4_1*, *Q4_2*, as has a grid for each statement: only what stands in
them tells the two apart.
"""

from __future__ import annotations

import re
from dataclasses import replace

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.qualtrics.administration import (
    ROLES,
    SURE,
    UNSHARED,
    exclusion,
    key,
    role_by_name,
    unknown_status,
)
from alliance_analytics.intake.table import Table
from alliance_analytics.model.answer_scales import MissingKind

IMPORT_ID = re.compile(r"""["']ImportId["']\s*:\s*["']([^"']+)["']""")
QUESTION_ID = re.compile(r"^QID\d")
OTHER_TEXT = re.compile(r"^(?P<column>.+?)(?:_\d+)?_TEXT$")
ONE_OF_SEVERAL = re.compile(r"^(?P<question>.+?)_-?\d+$")
LEGACY_START = ["V1", "V2", "V3"]
MOST_HEADERS = 3
NEARLY_ALL = 0.8
ENOUGH_NAMES = 3
GIVEN = ("responseid", "recordid", "startdate")
"""What every response has, the surest first."""
SEEN_NOT_ANSWERED: dict[str, MissingKind] = {"-99": "blank"}


class Qualtrics:
    """Exports of Qualtrics, of today and of the legacy kind."""

    name = "qualtrics"
    aliases: tuple[str, ...] = ()

    def recognises(self, table: Table) -> bool:
        """Return whether there are import ids, legacy headings, or names that only Qualtrics uses."""
        if table.variables:
            return False
        names = {key(name) for name in table.record(0)}
        named = len(names & SURE) >= ENOUGH_NAMES and bool(names & UNSHARED)
        return named or _import_record(table) is not None or _is_legacy(table)

    def read(self, table: Table) -> Export:
        """Return the export, with previews, tests, spam and unfinished responses marked."""
        headers = _header_count(table)
        columns, keys = _columns(table, headers)
        cells = responses_below(table, headers)
        places = {name: place for place, name in reversed(list(enumerate(keys))) if name in ROLES}
        read = replace(
            export(self.name, table, columns, cells),
            exclusion=exclusion(cells, places),
            notes=(*table.notes, *unknown_status(cells, places)),
            missing_labels=SEEN_NOT_ANSWERED,
            header_records=headers,
        )
        given = next((places[name] for name in GIVEN if name in places), None)
        return without_consent(folded(without_note_rows(read, given), question_of))


def question_of(column: Column) -> str:
    """Return the tag that the columns of one question share, or ''."""
    found = ONE_OF_SEVERAL.match(column.name)
    return found["question"] if found else ""


def _import_record(table: Table) -> int | None:
    """Return the place of the record of import ids, or None when it was deleted or never there."""
    for place in range(min(MOST_HEADERS, len(table.cells))):
        filled = [cell for cell in table.record(place) if cell]
        if filled and sum("ImportId" in cell for cell in filled) >= NEARLY_ALL * len(filled):
            return place
    return None


def _is_legacy(table: Table) -> bool:
    return table.record(0)[:3] == LEGACY_START and "responseid" in map(key, table.record(1)[:1])


def _header_count(table: Table) -> int:
    place = _import_record(table)
    if place is not None:
        return place + 1
    return 2 if _is_legacy(table) or _second_is_header(table) else 1


def _second_is_header(table: Table) -> bool:
    """Below *StartDate* a response has a date, and below *Progress* a number; a header has neither."""
    below = [
        cell
        for name, cell in zip(table.record(0), table.record(1), strict=False)
        if key(name) in SURE and cell
    ]
    return bool(below) and not any(letter.isdigit() for cell in below for letter in cell)


def _columns(table: Table, headers: int) -> tuple[list[Column], list[str]]:
    """Return the columns, and for each the key by which its role is known."""
    place = _import_record(table)
    names = table.record(0)
    imports = [_import_id(cell) for cell in table.record(place)] if place is not None else [""] * len(names)
    if place == 0:
        names = imports
    texts = table.record(1) if headers > 1 and place != 1 else names
    keys = [_key(*cells) for cells in zip(names, texts, imports, strict=True)]
    columns = [
        Column(name, text, role=ROLES.get(known) or _role(name, text))
        for name, text, known in zip(names, texts, keys, strict=True)
    ]
    return [_beside(column, names) for column in columns], keys


def _import_id(cell: str) -> str:
    found = IMPORT_ID.search(cell)
    return found.group(1) if found else ""


def _key(name: str, text: str, import_id: str) -> str:
    """Return the key of an administrative column, or '' for a question, even one called *Status*."""
    if QUESTION_ID.match(import_id):
        return ""
    if key(import_id) in ROLES:
        return key(import_id)
    return key(text) if re.fullmatch(r"V\d+", name) else key(name)


def _role(name: str, text: str) -> Role:
    """Return what a column is for; a legacy export has a last one without a heading, of nothing."""
    return role_by_name(name) if name or text else "administration"


def _beside(column: Column, names: list[str]) -> Column:
    """Return the column, as the text beside *Other* when there is a choice that it belongs to."""
    found = OTHER_TEXT.match(column.name) if column.role == "answer" else None
    owners = (column.name.removesuffix("_TEXT"), found.group("column")) if found else ()
    place = next((names.index(owner) for owner in owners if owner in names and owner != column.name), None)
    if place is None:
        return column
    role: Role = "other_text"
    return replace(column, role=role, beside=place)
