"""``alliance review`` and ``alliance scores``: what an alliance is told about itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import By, Debug, Format, Language, Scale, WorkspaceFolder
from alliance_analytics.cli.printing import print_rows

if TYPE_CHECKING:
    from alliance_analytics.batch.jobs import Job, Outcome


@app.command(short_help="Make the annual review of each alliance.")
@told_plainly
def review(
    workspace: WorkspaceFolder,
    alliance: Annotated[
        list[str] | None, typer.Option(help="Only this one; may be given several times.")
    ] = None,
    wave: Annotated[str | None, typer.Option(help="The newest of each alliance when left out.")] = None,
    out: Annotated[Path, typer.Option(help="Where the pages go.")] = Path("out"),
    jobs: Annotated[int, typer.Option(min=1, help="How many reviews are made at once.")] = os.cpu_count()
    or 1,
    language: Annotated[Language | None, typer.Option(help="The alliance's own when left out.")] = None,
    debug: Debug = False,
) -> None:
    """Make the annual review of each alliance: one HTML page, an index and a run summary.

    Exit status: 0 all made, 1 some failed, 2 nothing to make.
    """
    from alliance_analytics.batch.jobs import plan_jobs
    from alliance_analytics.batch.notebooks import notebook_named, refuse_undeclared
    from alliance_analytics.batch.summary import exit_status, write_summary
    from alliance_analytics.workspace import open_workspace
    from alliance_analytics.workspace.settings import title_in

    opened, notebook = open_workspace(workspace), notebook_named("annual-review")
    planned, skipped = plan_jobs(
        opened, notebook, out, alliances=alliance or (), wave=wave, language=language and str(language)
    )
    if planned:
        refuse_undeclared(notebook, planned[0].parameters)
    outcomes = [*_run(planned, jobs), *skipped]
    tongue = str(language or opened.settings.language)
    index = write_summary(
        outcomes, out, title=title_in(opened.settings.title, tongue, opened.name), language=tongue
    )
    _print_outcomes(outcomes)
    typer.echo(f"Open {index}")
    raise typer.Exit(exit_status(outcomes))


@app.command(short_help="Print the scores that may be shown.")
@told_plainly
def scores(
    workspace: WorkspaceFolder,
    alliance: Annotated[
        list[str] | None, typer.Option(help="Only this one; may be given several times.")
    ] = None,
    wave: Annotated[str | None, typer.Option(help="All waves when left out.")] = None,
    by: Annotated[list[By] | None, typer.Option(help="Groups; may be given several times.")] = None,
    scale: Annotated[list[Scale] | None, typer.Option(help="All but item when left out.")] = None,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.table,  # noqa: A002 - the option's name
    debug: Debug = False,
) -> None:
    """Print the scores that the release plan allows, with interval, n and population."""
    from alliance_analytics.review.scores import DEFAULT_SCALES, released_scores
    from alliance_analytics.workspace import open_workspace

    opened = open_workspace(workspace)
    groups, scales = [str(each) for each in by or ()], [str(each) for each in scale or ()] or DEFAULT_SCALES
    rows = [
        row
        for name in alliance or opened.alliances
        for row in released_scores(opened, name, wave=wave, by=groups, scales=scales)
    ]
    print_rows(rows if format is Format.json else [_flat(row, groups) for row in rows], format)


def _run(planned: Sequence[Job], jobs: int) -> tuple[Outcome, ...]:
    """Run the jobs with a bar in a terminal, and a line a review elsewhere."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from alliance_analytics.batch.runner import run_jobs

    columns = (TextColumn("Reviews"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Reviews", total=len(planned))

        def tell(outcome: Outcome) -> None:
            bar.advance(task)
            if not sys.stderr.isatty():
                typer.echo(
                    f"{outcome.alliance} {outcome.wave}: {outcome.status} ({outcome.seconds} s)", err=True
                )

        return run_jobs(planned, jobs, tell) if planned else ()


def _print_outcomes(outcomes: Sequence[Outcome]) -> None:
    rows = [
        {
            "alliance": each.alliance,
            "wave": each.wave,
            "status": each.status,
            "cell": each.cell,
            "reason": each.reason,
            "remedy": each.remedy,
            "page": each.page,
        }
        for each in outcomes
    ]
    print_rows(rows, Format.table)


def _flat(row: dict[str, Any], groups: Sequence[str]) -> dict[str, Any]:
    """Return a row of scores with its group spread over columns."""
    group = {name: row["group"][name] for name in groups if name in row["group"]}
    start = {"alliance": row["alliance"], "wave": row["wave"], **group}
    return start | {name: value for name, value in row.items() if name not in (*start, "group")}
