"""``alliance intake``: what one survey export holds, without a workspace."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format
from alliance_analytics.cli.printing import print_rows

if TYPE_CHECKING:
    from alliance_analytics.intake.description.described import Description


class Printed(StrEnum):
    """How a description is printed."""

    table = "table"
    json = "json"


@app.command(short_help="Say what a survey export holds.")
@told_plainly
def intake(
    file: Annotated[Path, typer.Argument(help="An export, as the survey platform made it.")],
    platform: Annotated[str | None, typer.Option(help="Its platform, where the file does not tell.")] = None,
    instrument: Annotated[
        Path | None, typer.Option(help="Your own instrument, YAML or CSV; the one shipped when left out.")
    ] = None,
    format: Annotated[Printed, typer.Option(help="How to print it.")] = Printed.table,  # noqa: A002 - the option's name
    dictionary: Annotated[
        Path | None, typer.Option(help="A data dictionary that says what the codes mean.")
    ] = None,
    draft_mapping: Annotated[
        Path | None, typer.Option(help="A new file for the settings to edit, with what is unsure marked.")
    ] = None,
    strip: Annotated[
        Path | None, typer.Option(help="A new file for a clean copy: the answers, and nobody's identity.")
    ] = None,
    without_comments: Annotated[
        bool, typer.Option("--without-comments", help="Leave people's own words out of the clean copy.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Describe any survey export: records, columns, answer scales and doubts. Nobody's data is shown."""
    from alliance_analytics.cli.stripping import strip as write_clean_copy
    from alliance_analytics.intake.description.as_json import as_json
    from alliance_analytics.intake.description.describing import describe
    from alliance_analytics.intake.description.mapping_draft import draft, write_draft
    from alliance_analytics.model.instruments import default_instrument, read_instrument

    if strip:
        write_clean_copy(file, strip, platform=platform, without_comments=without_comments)
        return
    asked = read_instrument(instrument) if instrument else default_instrument()
    found = describe(file, platform=platform, instrument=asked, dictionary=dictionary)
    if draft_mapping:
        write_draft(draft_mapping, draft(found, asked, file.name))
    if format is Printed.json:
        typer.echo(json.dumps(as_json(found), indent=2, ensure_ascii=False))
    else:
        _print_tables(found)
    if draft_mapping:
        typer.echo(f"Draft written: {draft_mapping.name}", err=True)


def _print_tables(found: Description) -> None:
    from alliance_analytics.intake.description.as_rows import column_rows, problem_rows, summary_of

    for name, value in summary_of(found):
        typer.echo(f"{name + ':':<16}{value}")
    typer.echo("")
    print_rows(column_rows(found), Format.table)
    if found.problems:
        typer.echo("\nTo look at:")
        print_rows(problem_rows(found), Format.table)
