"""``alliance review`` and ``alliance scores``: what an alliance is told about itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from alliance_analytics.batch.jobs import CORES, TIMEOUT
from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Alliances, By, Debug, Format, Language, Scale, WorkspaceFolder
from alliance_analytics.cli.printing import print_rows
from alliance_analytics.cli.review_options import (
    Cluster,
    DryRun,
    Force,
    Jobs,
    Kernel,
    Only,
    Out,
    Parameter,
    Pdf,
    ReportsFile,
    Slides,
    Source,
    Tables,
    Timeout,
)

if TYPE_CHECKING:
    from alliance_analytics.batch.batching import Means
    from alliance_analytics.batch.choosing import Choice
    from alliance_analytics.batch.jobs import Outcome
    from alliance_analytics.batch.planning import Asked
    from alliance_analytics.batch.reviewing import Finished

STOPPED = 130
"""Exit status of a program that was interrupted."""


@app.command(short_help="Make the annual review of each alliance.")
@told_plainly
def review(
    workspace: Source,
    alliance: Alliances = None,
    wave: Annotated[str | None, typer.Option(help="The newest of each alliance when left out.")] = None,
    out: Out = "out",
    jobs: Jobs = CORES,
    language: Annotated[Language | None, typer.Option(help="The alliance's own when left out.")] = None,
    reports: ReportsFile = None,
    parameter: Parameter = None,
    pdf: Pdf = False,
    slides: Slides = False,
    tables: Tables = False,
    force: Force = False,
    only: Only = None,
    dry_run: DryRun = False,
    timeout: Timeout = TIMEOUT,
    kernel: Kernel = None,
    cluster: Cluster = None,
    debug: Debug = False,
) -> None:
    """Make the annual review of each alliance, one HTML page each, with an index and a page of the run.

    A review is made again only when its data, parameters, notebook, rules or the program changed.

    Exit status: 0 all made, 1 some failed, 2 nothing could start.
    """
    from alliance_analytics.batch.batching import Means, usual_kernel
    from alliance_analytics.batch.planning import Asked

    chosen = kernel.value if kernel else usual_kernel()
    asked = Asked(
        Path(workspace),
        Path(out).absolute(),
        tuple(alliance or ()),
        wave,
        language and language.value,
        reports,
        dict(_named(one) for one in parameter or ()),
        tuple(name for name, wanted in (("pdf", pdf), ("slides", slides), ("tables", tables)) if wanted),
        chosen,
    )
    means = Means(jobs, timeout, chosen)
    if cluster:
        _refuse_dry_run(dry_run)
        _on_cluster(cluster, (workspace, out), asked, means, force=force, only="failed" if only else None)
    _here(asked, means, force=force, only="failed" if only else None, dry_run=dry_run)


@app.command(short_help="Print the scores that may be shown.")
@told_plainly
def scores(
    workspace: WorkspaceFolder,
    alliance: Alliances = None,
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


def _here(asked: Asked, means: Means, *, force: bool, only: Literal["failed"] | None, dry_run: bool) -> None:
    """Make the reviews on this machine, and end with the exit status."""
    from alliance_analytics.batch.reviewing import decide, make_reviews

    if dry_run:
        _, choices = decide(asked, force=force, only=only)
        _print_choices(choices)
        raise typer.Exit(0)
    try:
        finished = make_reviews(asked, means, _said_where_no_bar_is, force=force, only=only)
    except KeyboardInterrupt as error:
        typer.echo("Stopped. What was made stays as it is; run it again to go on.", err=True)
        raise typer.Exit(STOPPED) from error
    _tell(finished)


def _said_where_no_bar_is(line: str) -> None:
    if not sys.stderr.isatty():
        typer.echo(line, err=True)


def _on_cluster(
    address: str,
    places: tuple[str, str],
    asked: Asked,
    means: Means,
    *,
    force: bool,
    only: Literal["failed"] | None,
) -> None:
    """Make the reviews on a cluster, and end with the exit status."""
    from alliance_analytics.batch.cluster import review_on_cluster
    from alliance_analytics.batch.progress import Progress

    progress = Progress(0)

    def tell(outcome: Outcome, total: int) -> None:
        progress.total = total
        typer.echo(progress.line(outcome), err=True)

    _tell(review_on_cluster(address, places, asked, means, tell, force=force, only=only))


def _tell(finished: Finished) -> None:
    """Print what became of the reviews, and end with the exit status."""
    news = [each for each in finished.outcomes if each.status != "unchanged"]
    if news:
        _print_outcomes(news)
    same = len(finished.outcomes) - len(news)
    if same:
        typer.echo(f"{same} unchanged.")
    typer.echo(f"Open {finished.index}")
    raise typer.Exit(finished.status)


def _print_choices(choices: Sequence[Choice]) -> None:
    rows = [
        {
            "alliance": choice.job.alliance,
            "review": choice.job.label,
            "would": "leave" if choice.outcome else "make",
            "because": choice.outcome.reason or "nothing changed" if choice.outcome else choice.why,
        }
        for choice in choices
    ]
    print_rows(rows, Format.table)
    typer.echo(f"{sum(choice.outcome is None for choice in choices)} of {len(choices)} would be made.")


def _refuse_dry_run(dry_run: bool) -> None:
    if dry_run:
        from alliance_analytics.errors import ParameterError

        raise ParameterError(
            "What a cluster would make cannot be told beforehand.", remedy="Leave out --dry-run or --cluster."
        )


def _named(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        from alliance_analytics.errors import ParameterError

        raise ParameterError("A parameter has no value.", found=name, allowed="name=value")
    return name, value


def _print_outcomes(outcomes: Sequence[Outcome]) -> None:
    rows = [
        {
            "alliance": each.alliance,
            "wave": each.label or each.wave,
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
