"""``alliance questionnaire``: the questions, written for the tool that asks them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Language


class FormFormat(StrEnum):
    """Formats of a questionnaire."""

    xlsform = "xlsform"
    limesurvey = "limesurvey"
    qualtrics = "qualtrics"
    html = "html"
    docx = "docx"


@app.command(short_help="Write the questionnaire for a survey tool, or for paper.")
@told_plainly
def questionnaire(
    format: Annotated[FormFormat, typer.Option(help="The survey tool, or a page to print.")],  # noqa: A002 - the option's name
    out: Annotated[Path, typer.Option(help="A new file.")],
    language: Annotated[
        Language | None, typer.Option(help="When left out: all, where one file holds several.")
    ] = None,
    instrument: Annotated[
        Path | None, typer.Option(help="Your own instrument, YAML or CSV; the one shipped when left out.")
    ] = None,
    leave_out: Annotated[
        list[str] | None, typer.Option(help="A module to leave out; may be given several times.")
    ] = None,
    partners: Annotated[
        list[str] | None,
        typer.Option(help="A partner to choose from; may be given several times. Typed when left out."),
    ] = None,
    contact: Annotated[str | None, typer.Option(help="Whom to ask, told in the invitation.")] = None,
    debug: Debug = False,
) -> None:
    """Write the questionnaire so that what a survey tool exports is understood without a mapping."""
    from alliance_analytics.intake.questionnaire.formats import write_questionnaire
    from alliance_analytics.model.instruments import default_instrument, read_instrument, without_modules

    asked = read_instrument(instrument) if instrument else default_instrument()
    form = write_questionnaire(
        without_modules(asked, leave_out or ()),
        str(format),
        out,
        language=language and language.value,
        partners=partners or (),
        contact=contact,
    )
    typer.echo(f"{out}: {len(form.questions)} questions, in {' and '.join(form.languages)}")
    if contact is None:
        typer.echo("Fill in the contact in the invitation, or write the form again with --contact.")
    if not partners:
        typer.echo("People type their partner. With --partners NAME for each they choose one.")
