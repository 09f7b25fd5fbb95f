"""``alliance check``: what a workspace holds, read and understood."""

from __future__ import annotations

from typing import Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format, WorkspaceFolder
from alliance_analytics.cli.printing import print_rows


@app.command(short_help="Say what was found, understood and left out.")
@told_plainly
def check(
    workspace: WorkspaceFolder,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.table,  # noqa: A002 - the option's name
    debug: Debug = False,
) -> None:
    """Read everything, write nothing, and say what was found, understood and left out, and why.

    Exit status: 0 when all is well or handled by the rules, 1 when something must be mended.
    """
    from alliance_analytics.review.waiting import waiting
    from alliance_analytics.workspace import open_workspace
    from alliance_analytics.workspace.checking import check_workspace, must_be_mended

    opened = open_workspace(workspace)
    with waiting(len(opened.alliances)) as step:
        findings = check_workspace(opened, step=step)
    print_rows(findings.to_dict("records"), format)
    raise typer.Exit(int(must_be_mended(findings)))
