"""``alliance audit``: what must not leave the room with a folder that is to be shared."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format
from alliance_analytics.cli.printing import print_rows

if TYPE_CHECKING:
    from alliance_analytics.review.auditing.auditing import Audit


class Told(StrEnum):
    """How findings are told."""

    table = "table"
    json = "json"


@app.command(short_help="Look through what is to be shared for what must not leave.")
@told_plainly
def audit(
    out: Annotated[Path, typer.Argument(help="The folder, or the file, that is to be shared.")],
    workspace: Annotated[
        Path | None, typer.Option(help="What it was made from; without it comments and people are unknown.")
    ] = None,
    contact: Annotated[str, typer.Option(help="A published address that may stand in it.")] = "",
    format: Annotated[Told, typer.Option(help="How to tell it.")] = Told.table,  # noqa: A002 - the option's name
    debug: Debug = False,
) -> None:
    """Open every file to the innermost layer, put its tables together, and say what must not leave the room.

    What was found is never repeated: only where it stands, its kind, and how it looks. Exit status: 0 clean,
    1 something was found, 2 nothing to look through.
    """
    from alliance_analytics.batch.warming import ONE_THREAD

    for name, value in ONE_THREAD.items():  # before numpy is there: its matrices here are many and small
        os.environ.setdefault(name, value)
    from alliance_analytics.review.auditing.auditing import audit as look_through
    from alliance_analytics.workspace import open_workspace

    found = look_through(out, open_workspace(workspace) if workspace else None, contact=contact)
    if format is Told.json:
        typer.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        _tell(found)
    raise typer.Exit(found.exit_status)


def _tell(found: Audit) -> None:
    print_rows([asdict(finding) for finding in found.findings], Format.table)
    for doubt in found.unchecked:
        typer.echo(f"Not checked: {doubt}")
    typer.echo(f"{len(found.files)} files looked through, {len(found.findings)} findings.")
