"""``alliance stages``: where every alliance stands in its development, and by which conventions."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format, Language
from alliance_analytics.cli.printing import print_rows
from alliance_analytics.errors import AllianceError, ParameterError

if TYPE_CHECKING:
    from alliance_analytics.workspace import Workspace


class Printed(StrEnum):
    """How placements are printed."""

    table = "table"
    json = "json"


@app.command(short_help="Say in which development stage each alliance is, with its doubt.")
@told_plainly
def stages(
    workspace: Annotated[
        Path | None, typer.Argument(help="A folder of alliances; may be left out with --explain.")
    ] = None,
    alliance: Annotated[str | None, typer.Option(help="Only this one.")] = None,
    format: Annotated[Printed, typer.Option(help="How to print it.")] = Printed.table,  # noqa: A002 - the option's name
    explain: Annotated[
        bool, typer.Option("--explain", help="Print marks, evidence, cut-offs and weights instead.")
    ] = False,
    language: Annotated[Language, typer.Option(help="Of the explanation.")] = Language.en,
    debug: Debug = False,
) -> None:
    """Print the share of draws in each stage, given the conventions, for every wave.

    Exit status: 0 when every alliance could be read, 1 when some could not.
    """
    opened = _opened(workspace, explain)
    if explain:
        typer.echo(_explained(opened, alliance, str(language)))
        return
    rows, failed = _rows(opened, [alliance] if alliance else list(opened.alliances))
    print_rows(rows, Format(str(format)))
    for name, error in failed.items():
        typer.echo(f"{name}: {error}", err=True)
    raise typer.Exit(int(bool(failed)))


def _opened(workspace: Path | None, explain: bool) -> Any:
    from alliance_analytics.workspace import open_workspace

    if workspace is None and not explain:
        raise ParameterError("There is no workspace.", remedy="Give the folder of your alliances.")
    return open_workspace(workspace) if workspace else None


def _explained(opened: Workspace | None, alliance: str | None, language: str) -> str:
    from alliance_analytics.model.stages import stage_model
    from alliance_analytics.review.development.explaining import explain

    chosen = alliance or (opened.alliances[0] if opened else "")
    own = opened.own_file(chosen, "stages.yml") if opened else None
    return explain(stage_model(own), language)


def _rows(opened: Workspace, alliances: list[str]) -> tuple[list[dict[str, Any]], dict[str, AllianceError]]:
    from alliance_analytics.review.development.rows import stage_rows

    rows: list[dict[str, Any]] = []
    failed: dict[str, AllianceError] = {}
    for name in alliances:
        try:
            rows += stage_rows(opened, name)
        except AllianceError as error:
            if len(alliances) == 1:
                raise
            failed[name] = error
    return rows, failed
