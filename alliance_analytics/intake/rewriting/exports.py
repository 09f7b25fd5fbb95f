"""Any export again, in the format that it has."""

from __future__ import annotations

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.rewriting import delimited_text, labelled_file, workbook
from alliance_analytics.intake.rewriting.changes import Changes
from alliance_analytics.intake.table import Table

LABELLED = frozenset({"sav", "zsav", "dta"})


def rewritten(content: bytes, table: Table, changes: Changes, *, bare: bool = False) -> bytes:
    """Return the bytes of an export with changes.

    Parameters
    ----------
    content : bytes
        The file.
    table : Table
        What was read from it.
    changes : Changes
        What is to be different; nothing else is, as far as the format allows. In a workbook formulas become
        what they last showed.
    bare : bool, default False
        Whether what a workbook holds besides its answers, other sheets, authors, notes, is left out.

    Raises
    ------
    ExportError
        If the format cannot be written, or not without loss.
    """
    if _is_packed(table) or (not table.delimiter and table.encoding not in {*LABELLED, "xlsx"}):
        raise ExportError(
            "A file of this kind can be read, and not written again.",
            where=table.file,
            found="a table in an archive" if _is_packed(table) else f"a .{table.encoding} file",
            allowed="text with commas, semicolons or tabs, .xlsx, .sav, .zsav, .dta",
            remedy="Unpack it, or save it as one of these, first.",
        )
    if table.encoding in LABELLED:
        return labelled_file.rewritten(content, table.file, table.encoding, changes)
    if table.encoding == "xlsx":
        return (workbook.bare if bare else workbook.rewritten)(content, changes)
    return delimited_text.rewritten(content, table, changes)


def unread_records(content: bytes, table: Table) -> dict[int, str]:
    """Return the records of a text file that no reader trusted, number in the file to text; else none."""
    if _is_packed(table) or not table.delimiter:
        return {}
    return delimited_text.unread_records(delimited_text.raw_text(content, table), table)


def _is_packed(table: Table) -> bool:
    return any(note.reason == "unpacked" for note in table.notes)
