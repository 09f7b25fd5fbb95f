"""``alliance forget``: one person out of a whole workspace."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format, WorkspaceFolder
from alliance_analytics.cli.printing import print_rows

if TYPE_CHECKING:
    from alliance_analytics.workspace.searching import Found

AFTERWARDS = """\
Pages and reviews that were made before still count this person: make them again.
Backups, the survey tool's own copy and what was sent to others are out of reach: look there yourself.
A name in running text is not found by an address: look for it yourself."""


@app.command(short_help="Erase one person everywhere.")
@told_plainly
def forget(
    workspace: WorkspaceFolder,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before erasing.")] = False,
    debug: Debug = False,
) -> None:
    """Erase one person from every export and table of a workspace.

    Asks for the mail address, or the code that the survey tool gave, and does not show it; it may also be
    piped in. Exit status: 0 when nothing is left to do by hand, 1 when something is.
    """
    import datetime

    from alliance_analytics.workspace import open_workspace
    from alliance_analytics.workspace.forgetting import erase
    from alliance_analytics.workspace.searching import search

    opened = open_workspace(workspace)
    person = _asked()
    found = search(opened, person)
    _tell("Found in", found.rewritten)
    _tell("Also named in, and left as it is", found.told)
    for name in found.unread:
        typer.echo(f"Could not be looked into: {name}")
    if not found.rewritten:
        typer.echo("Nobody was found under this address or code in any export or table.")
        raise typer.Exit(int(bool(found.told or found.unread)))
    if not yes:
        typer.confirm("Erase this? It cannot be undone.", abort=True)
    erase(opened, found, datetime.date.today())
    left = search(opened, person).rewritten
    _tell("Still found in", left)
    typer.echo(f"Erased, looked for again, and noted in forgotten.csv without saying who.\n{AFTERWARDS}")
    raise typer.Exit(int(bool(left or found.told or found.unread)))


def _asked() -> str:
    """Return what was typed, unseen, or piped in; never an argument, which a shell would remember."""
    if sys.stdin.isatty():
        return str(typer.prompt("Mail address or code", hide_input=True))
    return sys.stdin.readline()


def _tell(what: str, found: Sequence[Found]) -> None:
    from dataclasses import asdict

    if found:
        typer.echo(f"{what}:")
        print_rows([asdict(each) for each in found], Format.table)
