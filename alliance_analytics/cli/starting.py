"""``alliance init`` and ``alliance demo``: a workspace to start from."""

from __future__ import annotations

from typing import Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, NewFolder


@app.command(short_help="Write a commented start of a workspace.")
@told_plainly
def init(
    folder: NewFolder,
    debug: Debug = False,
) -> None:
    """Write a commented start of a workspace, with a .gitignore that keeps raw exports and keys out."""
    from alliance_analytics.workspace.starting import start_workspace

    for path in start_workspace(folder):
        typer.echo(f"  {path}")
    typer.echo(f"Fill in the YAML files, drop your exports in, then run: alliance check {folder}")


@app.command(short_help="Write a synthetic workspace.")
@told_plainly
def demo(
    folder: NewFolder,
    seed: Annotated[int, typer.Option(help="The same seed gives the same world.")] = 1,
    alliances: Annotated[int, typer.Option(min=1, help="How many alliances.")] = 2,
    debug: Debug = False,
) -> None:
    """Write a SYNTHETIC workspace of any size: no person, partner or answer in it is real."""
    from alliance_analytics.demo.world import write_world

    write_world(folder, seed=seed, alliances=alliances)
    typer.echo(f"Synthetic data. Now run: alliance check {folder}, then alliance review {folder}")
