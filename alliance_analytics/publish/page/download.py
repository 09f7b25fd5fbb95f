"""The table of an exhibit as a file to download, which a spreadsheet opens and never executes."""

from __future__ import annotations

import csv
import re
from base64 import b64encode
from io import StringIO

from alliance_analytics.publish.exhibit import Table

NUMBER = re.compile(r"[+\-\u2212]?\d+(?:[.,]\d+)*\s?%?")
FORMULA = re.compile(
    r"[\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]"
)
BYTE_ORDER_MARK = "\ufeff"


def csv_uri(table: Table, language: str) -> str:
    """Return a table as a ``data:`` address of a CSV file (UTF-8 with byte order mark, every cell quoted).

    Dutch spreadsheets read a comma as the decimal mark, so their columns are parted by a semicolon.
    """
    content = BYTE_ORDER_MARK + csv_text(table, language)
    return f"data:text/csv;charset=utf-8;base64,{b64encode(content.encode()).decode()}"


def csv_text(table: Table, language: str) -> str:
    """Return a table as CSV: header and rows, without the caption."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";" if language == "nl" else ",", quoting=csv.QUOTE_ALL)
    writer.writerows([inert(cell) for cell in row] for row in (table.header, *table.rows))
    return target.getvalue()


def inert(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a number stays one.

    Examples
    --------
    >>> inert("=1+1"), inert("\u22120.3"), inert("+0.3"), inert("-cmd")
    ("'=1+1", '-0.3', '0.3', "'-cmd")
    """
    if NUMBER.fullmatch(cell):
        return cell.lstrip("+").replace("\u2212", "-")
    return f"'{cell}" if FORMULA.match(cell) else cell
