"""``alliance serve``: explorer and portfolio for people who do not code, by Voilà, on this computer only."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, WorkspaceFolder

EXTRA = "serve"


@app.command(short_help="Serve explorer and portfolio to people who do not code.")
@told_plainly
def serve(
    workspace: WorkspaceFolder,
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Where it listens.")] = 8866,
    token: Annotated[
        bool, typer.Option("--token/--no-token", help="Ask for a secret that is part of the address.")
    ] = True,
    browser: Annotated[bool, typer.Option(help="Open a browser as well.")] = True,
    debug: Debug = False,
) -> None:
    """Serve the explorer, and where there are several alliances the portfolio, read-only, the code hidden.

    It listens on this computer alone, and only to whoever has the address with its token. Exit status: that
    of Voilà, which the extra serve brings.
    """
    from alliance_analytics.cli.lab import run_module
    from alliance_analytics.explore.own_notebooks import served_notebooks
    from alliance_analytics.workspace import open_workspace

    opened = open_workspace(workspace)
    with TemporaryDirectory() as folder:
        pages = served_notebooks(opened)
        for name, content in pages.items():
            (Path(folder) / name).write_bytes(content)
        served = Path(folder) / (next(iter(pages)) if len(pages) == 1 else "")
        ended = run_module("voila", voila_command(served, port=port, token=token, browser=browser), EXTRA)
    raise typer.Exit(ended)


def voila_command(served: Path, *, port: int, token: bool, browser: bool) -> list[str]:
    """Return what Voilà is told of a notebook, or a folder of them: here only, code hidden, a token."""
    return [
        str(served),
        f"--port={port}",
        "--Voila.ip=127.0.0.1",
        f"--Voila.auto_token={token}",  # made there, so that no list of processes shows it
        "--strip_sources=True",
        "--VoilaConfiguration.classic_tree=True",  # a plain list of pages
        *([] if browser else ["--no-browser"]),
    ]
