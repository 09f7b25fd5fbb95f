"""``alliance lab``: JupyterLab on a workspace, with notebooks of its own."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, WorkspaceFolder
from alliance_analytics.errors import ParameterError

START = "start-here"
WITHOUT_NETWORK = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)
"""JupyterLab would look for its own news and versions elsewhere."""
SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program."""


@app.command(short_help="Open JupyterLab on a workspace.")
@told_plainly
def lab(
    workspace: WorkspaceFolder,
    browser: Annotated[bool, typer.Option(help="Open a browser as well.")] = True,
    debug: Debug = False,
) -> None:
    """Copy the notebooks into the workspace where they are not there yet, and open the first in JupyterLab.

    Exit status: that of JupyterLab.
    """
    from alliance_analytics.batch.notebooks import notebook_named
    from alliance_analytics.explore.own_notebooks import own_notebooks
    from alliance_analytics.workspace import open_workspace

    opened, start = open_workspace(workspace), notebook_named(START)
    folder = own_notebooks(opened, sorted(start.parent.glob("*.ipynb")))
    typer.echo(f"Notebooks in {opened.name}/{folder.name}. To stop: Ctrl+C.")
    raise typer.Exit(run_module("jupyterlab", lab_command(folder / start.name, browser=browser)))


def lab_command(notebook: Path, *, browser: bool) -> list[str]:
    """Return what JupyterLab is told: on this computer only, asking nothing elsewhere, the notebook open."""
    quiet = [] if browser else ["--no-browser"]
    return [*quiet, "--ServerApp.ip=127.0.0.1", *WITHOUT_NETWORK, str(notebook)]


def run_module(module: str, arguments: list[str], extra: str = "") -> int:
    """Run a module of this Python until it ends, and return its exit status.

    Parameters
    ----------
    module : str
        What ``python -m`` runs.
    arguments : list of str
        What it is told.
    extra : str
        The extra of this package that brings the module, if it is an optional one.

    Raises
    ------
    ParameterError
        If the module is not installed, with what to install.
    """
    if importlib.util.find_spec(module) is None:
        wanted = f"alliance-analytics[{extra}]" if extra else module
        raise ParameterError(
            "A program that this command runs is not installed.",
            found=module,
            remedy=f'Install it: python -m pip install "{wanted}".',
        )
    before = signal.signal(signal.SIGTERM, _end)
    try:
        return subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode  # noqa: S603
    except KeyboardInterrupt:  # it was asked to stop, and has said so itself
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: object) -> NoReturn:
    """End this program when it is told to; what it runs is then killed, and does not go on alone."""
    raise SystemExit(SIGNALLED + number)
