"""Entries as Markdown tables: a column is a heading, and what it shows of an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """One column of a table; the same column serves every kind of entry that has what it shows."""

    heading: str
    cell: Callable[[Any], object]


def table(entries: Iterable[object], *columns: Column) -> str:
    """Return a table with one row an entry, in their order.

    Examples
    --------
    >>> print(table([1, 2], Column("n", str), Column("square", lambda n: n * n)))
    | n | square |
    | --- | --- |
    | 1 | 1 |
    | 2 | 4 |
    """
    rows: list[list[object]] = [
        [column.heading for column in columns],
        ["---"] * len(columns),
        *([column.cell(entry) for column in columns] for entry in entries),
    ]
    return "\n".join(f"| {' | '.join(map(_inline, row))} |" for row in rows)


def section(title: str, *parts: str) -> str:
    """Return a section: its heading and its parts, a blank line between them."""
    return "\n\n".join([f"## {title}", *parts])


def code(name: str) -> str:
    """Return ``name`` set as code."""
    return f"`{name}`"


def _inline(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")
