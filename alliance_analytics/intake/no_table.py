"""Text that is no table whatever its file is called: web pages, PDF, rich text, JSON, mail.

Programs save a web page as ``.xls``, and people rename files. Read as a table, such a text would show what
people wrote as if it were headings, so it is known by how it begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from alliance_analytics.errors import ExportError

AS_WORKBOOK = "Open it in a spreadsheet program and save it as .xlsx; or export the survey again, as CSV."
AS_CSV = "Export the survey again, as CSV or as a workbook."


@dataclass(frozen=True)
class Beginning:
    """How a kind of text begins, white space aside, what it is called, and what to do about it."""

    pattern: re.Pattern[str]
    name: str
    remedy: str = AS_CSV


BEGINNINGS = (
    Beginning(
        re.compile(r"<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE), "a web page", AS_WORKBOOK
    ),
    Beginning(re.compile(r"mime-version:", re.IGNORECASE), "a web page or a mail", AS_WORKBOOK),
    Beginning(re.compile(r"<(?:\?xml|svg)\b", re.IGNORECASE), "XML", AS_WORKBOOK),
    Beginning(re.compile(r"%PDF-"), "a PDF"),
    Beginning(re.compile(r"\{\\rtf"), "rich text"),
    Beginning(re.compile(r"\{\s*(?:\}|\"[^\"\n]*\"\s*:)|\[\s*[{\[]\s*[\"{\[]"), "JSON"),
)


def refuse_no_table(beginning: str, file: str) -> None:
    """Raise when a text is of a kind that holds no table.

    Parameters
    ----------
    beginning : str
        Its first letters.
    file : str
        Its name, for messages.

    Raises
    ------
    ExportError
        With what it is, and what to do.
    """
    text = beginning.lstrip("\ufeff \t\r\n")
    kind = next((kind for kind in BEGINNINGS if kind.pattern.match(text)), None)
    if kind:
        raise ExportError(
            "The file is no table, whatever its name says.",
            where=file,
            found=kind.name,
            allowed="a CSV file, a workbook, an SPSS or a Stata file",
            remedy=kind.remedy,
        )
