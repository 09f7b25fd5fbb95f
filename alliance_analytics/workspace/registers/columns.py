"""What each column of a register may hold, and how a cell becomes a value or a problem that is named."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from alliance_analytics.errors import WorkspaceError, did_you_mean
from alliance_analytics.workspace.registers.rows import Row, heading

Problems = tuple[WorkspaceError, ...]
NUMBER = re.compile(r"[-\u2212]?\d+(?:[.,]\d+)?")
SPACED = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
AMBIGUOUS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?!\d)")
"""Thousands to one reader, and decimals to another."""


@dataclass(frozen=True)
class Register:
    """The entries of a register that could be understood, one row each, and what could not."""

    rows: pd.DataFrame
    problems: Problems = ()


@dataclass(frozen=True)
class Column:
    """One column of a register.

    Parameters
    ----------
    name : str
        Its heading.
    read : callable
        Makes a value of a text, or raises ValueError.
    others : tuple of str
        Other headings for the same.
    allowed : str
        What may stand in it.
    wanted : str
        What to do where it is empty; '' where it may be.
    """

    name: str
    read: Callable[[str], object] = str
    others: tuple[str, ...] = ()
    allowed: str = ""
    wanted: str = ""

    def of(self, row: Row) -> str:
        """Return the text of this column in a row, '' where there is none."""
        return next((row.cells[name] for name in (self.name, *self.others) if row.cells.get(name)), "")


def parsed(rows: Iterable[Row], columns: Sequence[Column]) -> Register:
    """Return rows as a typed table; a row without its first column is left out.

    Parameters
    ----------
    rows : iterable of Row
        As read.
    columns : sequence of Column
        The first says what the entry is about.

    Returns
    -------
    Register
        ``rows`` has the columns and ``place``; None where a cell is empty or not understood.
    """
    values: list[dict[str, object]] = []
    problems: list[WorkspaceError] = []
    for row in rows:
        found, wrong = _parsed_row(row, columns)
        problems += [*wrong, *_unknown(row, columns)]
        if found[columns[0].name] is not None:
            values.append({**found, "place": row.place})
    names = [*(column.name for column in columns), "place"]
    return Register(pd.DataFrame(values, columns=names, dtype=object), tuple(problems))


def a_date(text: str) -> datetime.date:
    """Return a day written with the year first."""
    return datetime.date.fromisoformat(text[:10])


def a_number(text: str) -> float:
    """Return the first number of a text; a comma or a point marks decimals, a space thousands.

    What could be thousands or decimals, such as 2.140, is refused.

    Examples
    --------
    >>> a_number("4,5 uur"), a_number("2 000"), a_number("90 %")
    (4.5, 2000.0, 90.0)
    """
    plain = SPACED.sub("", text)
    found = NUMBER.search(plain)
    if found is None or AMBIGUOUS.search(plain):
        raise ValueError(text)
    return float(found.group().replace(",", ".").replace("\u2212", "-"))


def without_number(text: str) -> str:
    """Return what stands beside the number of a text: its unit.

    Examples
    --------
    >>> without_number("4,5 uur")
    'uur'
    """
    return NUMBER.sub("", SPACED.sub("", text), count=1).strip()


def one_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return a reader that knows some words, each with what it means."""

    def read(text: str) -> str:
        try:
            return words[heading(text)]
        except KeyError as error:
            raise ValueError(did_you_mean(heading(text), words)) from error

    return read


def in_order(register: Register, earlier: str, later: str) -> Register:
    """Return a register in which the later date never lies before the earlier; where it did, it is taken out.

    Parameters
    ----------
    register : Register
        With two columns of dates.
    earlier, later : str
        Their names.
    """
    table = register.rows
    known = table[earlier].notna() & table[later].notna()
    wrong = known & pd.Series(
        [k and a > b for k, a, b in zip(known, table[earlier], table[later], strict=True)],
        index=table.index,
        dtype=bool,
    )
    told = tuple(
        WorkspaceError(
            "Two dates stand in the wrong order.",
            where=str(row["place"]),
            found=f"{earlier} {row[earlier]}, {later} {row[later]}",
            allowed=f"{earlier} on or before {later}",
            remedy="Correct one of the two dates.",
        )
        for _, row in table[wrong].iterrows()
    )
    return Register(
        table.assign(**{later: table[later].mask(wrong, None).astype(object)}), (*register.problems, *told)
    )


def _parsed_row(row: Row, columns: Sequence[Column]) -> tuple[dict[str, object], list[WorkspaceError]]:
    values: dict[str, object] = {}
    problems = []
    for column in columns:
        text = column.of(row)
        values[column.name] = None
        if not text and column.wanted:
            what = f"An entry has no {column.name.replace('_', ' ')}."
            problems.append(WorkspaceError(what, where=row.place, remedy=column.wanted))
        elif text:
            try:
                values[column.name] = column.read(text)
            except ValueError as error:
                problems.append(_not_understood(row, column, text, error))
    return values, problems


def _not_understood(row: Row, column: Column, text: str, error: ValueError) -> WorkspaceError:
    near = str(error) if str(error).startswith(("Did you mean", "Use one of")) else ""
    return WorkspaceError(
        f"{column.name.replace('_', ' ').capitalize()} cannot be understood.",
        where=row.place,
        found=text if len(text) <= 40 else f"{len(text)} characters",
        allowed=column.allowed or None,
        remedy=near or "Correct the cell.",
    )


def _unknown(row: Row, columns: Sequence[Column]) -> list[WorkspaceError]:
    known = {name for column in columns for name in (column.name, *column.others)}
    strange = [name for name, text in row.cells.items() if name and text and name not in known]
    if not strange:
        return []
    names = [column.name for column in columns]
    return [
        WorkspaceError(
            "A column of a register is unknown, and was left alone.",
            where=row.place,
            found=", ".join(strange),
            allowed=", ".join(names),
            remedy=did_you_mean(strange[0], names),
        )
    ]
