"""The command line. Each command imports what it needs when it runs, so that ``--help`` answers at once."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from alliance_analytics.errors import AllianceError

if TYPE_CHECKING:
    from alliance_analytics.batch.jobs import Job, Outcome

app = typer.Typer(
    help="Find out, honestly and early, whether organisations that work together work together.",
    epilog="Start: alliance demo world, then alliance check world, then alliance review world.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Given = ParamSpec("Given")
Answer = TypeVar("Answer")

WorkspaceFolder = Annotated[
    Path, typer.Argument(help="A folder of alliances, or the folder of one alliance.")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


class Format(StrEnum):
    """How a table is printed."""

    table = "table"
    csv = "csv"
    json = "json"


class By(StrEnum):
    """What makes the groups."""

    partner = "partner"
    level = "level"
    wave = "wave"


class Scale(StrEnum):
    """Kinds of scales."""

    dimension = "dimension"
    pillar = "pillar"
    theme = "theme"
    item = "item"


class Language(StrEnum):
    """Languages of a review."""

    en = "en"
    nl = "nl"


def main() -> None:
    """Run the command line."""
    app()


def told_plainly(command: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Make a command say what a user can mend, instead of a traceback; exit status 2."""

    @wraps(command)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        try:
            return command(*args, **kwargs)
        except AllianceError as error:
            if kwargs.get("debug"):
                raise
            Console(stderr=True, soft_wrap=True).print(
                str(error), style="bold red", markup=False, highlight=False
            )
            raise typer.Exit(2) from error

    return run


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


@app.command(short_help="Say what was found, understood and left out.")
@told_plainly
def check(
    workspace: WorkspaceFolder,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.table,  # noqa: A002 - the option's name
    debug: Debug = False,
) -> None:
    """Read everything, write nothing, and say what was found, understood and left out, and why.

    Exit status: 0 for dirt that the rules handle, 1 when something must be mended.
    """
    from alliance_analytics.workspace import open_workspace
    from alliance_analytics.workspace.checking import check_workspace, must_be_mended

    findings = check_workspace(open_workspace(workspace))
    _print_rows(findings.to_dict("records"), format)
    raise typer.Exit(int(must_be_mended(findings)))


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
    _print_rows(rows if format is Format.json else [_flat(row, groups) for row in rows], format)


@app.command(short_help="Write a commented start of a workspace.")
@told_plainly
def init(
    folder: Annotated[Path, typer.Argument(help="A new folder.")],
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
    folder: Annotated[Path, typer.Argument(help="A new folder.")],
    seed: Annotated[int, typer.Option(help="The same seed gives the same world.")] = 1,
    alliances: Annotated[int, typer.Option(min=1, help="How many alliances.")] = 2,
    debug: Debug = False,
) -> None:
    """Write a SYNTHETIC workspace of any size: no person, partner or answer in it is real."""
    from alliance_analytics.demo.world import write_world

    write_world(folder, seed=seed, alliances=alliances)
    typer.echo(f"Synthetic data. Now run: alliance check {folder}, then alliance review {folder}")


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
    _print_rows(rows, Format.table)


def _flat(row: dict[str, Any], groups: Sequence[str]) -> dict[str, Any]:
    """Return a row of scores with its group spread over columns."""
    group = {name: row["group"][name] for name in groups if name in row["group"]}
    start = {"alliance": row["alliance"], "wave": row["wave"], **group}
    return start | {name: value for name, value in row.items() if name not in (*start, "group")}


def _print_rows(rows: Sequence[dict[Any, Any]], format: Format) -> None:  # noqa: A002 - the option's name
    if format is Format.json:
        typer.echo(json.dumps(list(rows), indent=2, ensure_ascii=False, default=str))
    elif format is Format.csv:
        import pandas as pd

        typer.echo(pd.DataFrame(rows).to_csv(index=False), nl=False)
    else:
        _print_table(rows)


def _print_table(rows: Sequence[dict[Any, Any]]) -> None:
    """Print rows as a table as wide as the terminal; empty columns are left out."""
    names = [name for name in (rows[0] if rows else ()) if any(_text(row[name]) for row in rows)]
    table = Table(*names, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(_text(row[name]) for name in names))
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, highlight=False).print(table)


def _text(value: object) -> str:
    if value is None or value == "":
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)
