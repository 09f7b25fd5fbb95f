"""Rows as a person, a spreadsheet or a program reads them."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from io import StringIO
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from alliance_analytics.cli.options import Format


def print_rows(rows: Sequence[dict[Any, Any]], format: Format) -> None:  # noqa: A002 - the option's name
    """Print rows in the format asked for."""
    if format is Format.json:
        typer.echo(json.dumps(list(rows), indent=2, ensure_ascii=False, default=str))
    elif format is Format.csv:
        import pandas as pd

        typer.echo(pd.DataFrame(rows).to_csv(index=False), nl=False)
    else:
        _print_table(rows)


def rows_as_text(rows: Sequence[dict[Any, Any]], format: Format) -> str:  # noqa: A002 - the option's name
    """Return rows in the format asked for, as a file holds them."""
    if format is Format.json:
        return json.dumps(list(rows), indent=2, ensure_ascii=False, default=str) + "\n"
    if format is Format.csv:
        import pandas as pd

        return str(pd.DataFrame(rows).to_csv(index=False))
    page = Console(width=200, markup=False, highlight=False, file=StringIO())
    with page.capture() as captured:
        page.print(_table(rows))
    return captured.get()


def _print_table(rows: Sequence[dict[Any, Any]]) -> None:
    """Print rows as a table as wide as the terminal."""
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, highlight=False).print(_table(rows))


def _table(rows: Sequence[dict[Any, Any]]) -> Table:
    """Return rows as a table; empty columns are left out."""
    names = [name for name in (rows[0] if rows else ()) if any(_text(row[name]) for row in rows)]
    table = Table(*names, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(_text(row[name]) for name in names))
    return table


def _text(value: object) -> str:
    if value is None or value == "":
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)
