"""Read an instrument from a CSV file, one row a question, as any spreadsheet can write it.

Needed are the columns ``id``, ``kind`` and at least one ``wording_<language>``; the rest may be left out.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from alliance_analytics.errors import ModelError, did_you_mean
from alliance_analytics.model.problem import Problem, refuse

NEEDED = ("id", "kind")
OPTIONAL = ("pillar", "dimension", "theme", "direction", "module", "mark", "points", "was", "wording_changed")
WORDING = re.compile(r"wording_([a-z]{2,3})")
ENCODINGS = ("utf-8-sig", "cp1252")
DELIMITERS = (",", ";", "\t")

Row = dict[str, str]


def read_table(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the content of an instrument, and the place of each item, from a CSV file.

    Parameters
    ----------
    path : Path
        UTF-8 (with or without a byte order mark) or Windows-1252; cells parted by comma, semicolon or tab.
        Column ``theme`` may hold several themes joined by ``;``. Column ``points`` is the number of answer
        options, the same in all rows; without it there are five.

    Raises
    ------
    ModelError
        If the file is not text, or its columns or cells are not those of an instrument.
    """
    header, *body = _records(path)
    columns = tuple(name.strip().lower() for name in header)
    numbered = [(f"row {number}", cells) for number, cells in enumerate(body, start=2) if any(cells)]
    refuse((*_broken_header(columns), *_long_rows(numbered, len(columns))), path.name)
    rows = [dict(zip_longest(columns, cells[: len(columns)], fillvalue="")) for _, cells in numbered]
    items = [_item(row) for row in rows]
    return {**_heading(path.stem), **_scale(rows, path.name), "items": items}, tuple(
        place for place, _ in numbered
    )


def _records(path: Path) -> list[list[str]]:
    text = _text(path)
    first_line = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return [[cell.strip() for cell in row] for row in rows] or [[]]
    except csv.Error as error:
        raise ModelError(
            "A file is not readable CSV.",
            where=path.name,
            found=str(error),
            remedy="Save it again as CSV from a spreadsheet.",
        ) from error


def _text(path: Path) -> str:
    raw = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ModelError(
        "A file is not text.",
        where=path.name,
        allowed="UTF-8 or Windows-1252",
        remedy="Save it again as CSV UTF-8.",
    )


def _broken_header(columns: tuple[str, ...]) -> Iterator[Problem]:
    allowed = ", ".join((*NEEDED, "wording_en (or another language)", *OPTIONAL))
    for name, count in Counter(columns).items():
        if count > 1:
            yield Problem("row 1", "A column stands twice.", name or "no name", allowed, "Keep one of them.")
        elif name not in (*NEEDED, *OPTIONAL) and not WORDING.fullmatch(name):
            remedy = did_you_mean(name, (*NEEDED, "wording_en", "wording_nl", *OPTIONAL))
            yield Problem("row 1", "A column is unknown.", name or "no name", allowed, remedy)
    missing = [name for name in NEEDED if name not in columns]
    missing += [] if any(WORDING.fullmatch(name) for name in columns) else ["wording_en"]
    for name in missing:
        found = ", ".join(columns) or "nothing"
        yield Problem("row 1", f"The column {name} is missing.", found, allowed, "Add the column.")


def _long_rows(numbered: list[tuple[str, list[str]]], width: int) -> Iterator[Problem]:
    for place, cells in numbered:
        if any(cells[width:]):
            what, remedy = "A row has more cells than there are columns.", "Put quotes around its text."
            yield Problem(place, what, f"{len(cells)} cells", f"{width} cells", remedy)


def _item(row: Row) -> dict[str, Any]:
    wording = {column[len("wording_") :]: row[column] for column in row if column.startswith("wording_")}
    given = {
        "direction": row.get("direction", "").lower(),
        "pillar": _whole(row.get("pillar", "")),
        "dimension": row.get("dimension", ""),
        "themes": [theme.strip() for theme in row.get("theme", "").split(";") if theme.strip()],
        "mark": row.get("mark", ""),
        "module": row.get("module", ""),
        "was": [earlier.strip() for earlier in row.get("was", "").split(";") if earlier.strip()],
        "wording_changed": row.get("wording_changed", "").lower(),
    }
    asked = {
        "id": row["id"],
        "kind": row["kind"].lower(),
        "wording": {code: text for code, text in wording.items() if text},
    }
    return asked | {key: value for key, value in given.items() if value}


def _whole(number: str) -> str:
    # A column of numbers with gaps comes out of many programs as 1.0, 2.0.
    return re.sub(r"^(\d+)\.0$", r"\1", number)


def _heading(name: str) -> dict[str, Any]:
    return {"id": name, "title": {"en": name, "nl": name}, "version": "1"}


def _scale(rows: list[Row], file: str) -> dict[str, str]:
    found = sorted({_whole(row["points"]) for row in rows if row.get("points")})
    if len(found) > 1:
        what, remedy = "An instrument has one answer scale.", "Write the same number in every row."
        refuse([Problem("points", what, ", ".join(found), "one number", remedy)], file)
    return {"points": found[0], "answer_scale": f"agreement_{found[0]}"} if found else {}
