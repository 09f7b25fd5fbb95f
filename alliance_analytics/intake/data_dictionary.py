"""The file beside an export that says what its codes mean: found by its content, or named by the settings.

Only REDCap writes such a pair. Of several dictionaries in a folder that one is meant whose fields the export
has; where that still leaves two, somebody has to say which.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.platforms.redcap.dictionary import fields_of, is_dictionary
from alliance_analytics.intake.platforms.redcap.reader import Redcap
from alliance_analytics.intake.table import Table, read_table
from alliance_analytics.model.spelling import plain

ENDINGS = frozenset({".csv", ".tsv", ".txt"})
HEAD = 1_000
"""Bytes within which the headings of a dictionary begin."""
MARKS = (("variable / field name", "field type"), ("field_name", "field_type"))
ENOUGH = 0.5
"""Share of an export's fields that its own dictionary knows; forms that were deleted stay in exports."""


def is_dictionary_file(path: Path) -> bool:
    """Return whether a file is a data dictionary, by its first bytes."""
    if not path.is_file() or path.suffix.casefold() not in ENDINGS:
        return False
    with path.open("rb") as file:
        head = file.read(HEAD).replace(b"\x00", b"").decode("utf-8", "replace").casefold()
    return any(all(mark in head for mark in marks) for marks in MARKS)


def with_dictionary(table: Table, path: Path, named: Path | None = None) -> Table:
    """Return a table together with the data dictionary that explains it, if it needs one and there is one.

    Parameters
    ----------
    table : Table
        An export.
    path : Path
        Where it lies; its folder is looked through.
    named : Path, optional
        The dictionary, where somebody said which.

    Raises
    ------
    ExportError
        If the file named is no dictionary, or the folder holds several for this export.
    """
    if not Redcap().recognises(table):
        return table
    found = [_named(named)] if named else [own for own in _beside(path) if _explains(own, table)]
    if len(found) > 1:
        raise ExportError(
            "Several data dictionaries can be the one of this export.",
            where=table.file,
            found=", ".join(dictionary.file for dictionary in found),
            allowed="one",
            remedy="Name the right one: dictionary: in wave.yml, or --dictionary.",
        )
    return _attached(table, found[0]) if found else table


def _named(path: Path) -> Table:
    dictionary = read_table(path)
    if not is_dictionary(dictionary):
        raise ExportError(
            "This is no data dictionary.",
            where=path.name,
            allowed="a CSV with columns for the name, the type and the label of a field",
            remedy="Download the data dictionary of the project again.",
        )
    return dictionary


def _beside(path: Path) -> list[Table]:
    others = (other for other in sorted(path.parent.iterdir()) if other != path)
    tables = (read_table(other) for other in others if is_dictionary_file(other))
    return [dictionary for dictionary in tables if is_dictionary(dictionary)]


def _explains(dictionary: Table, table: Table) -> bool:
    """Return whether most of its fields stand in the export, or most of the export is among its fields."""
    fields = fields_of(dictionary)
    names = {heading.partition("___")[0] for heading in table.headings}
    texts = {plain(heading.partition("(choice=")[0]) for heading in table.headings}
    known = sum(field.name in names or plain(field.label) in texts for field in fields.values())
    return known >= ENOUGH * min(len(fields), len(names))


def _attached(table: Table, dictionary: Table) -> Table:
    note = LogEntry("data_dictionary", "Questions and codes were read from it.", found=dictionary.file)
    return replace(table, dictionary=dictionary, notes=(*table.notes, note))
