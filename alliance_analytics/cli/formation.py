"""``alliance formation``: is an alliance the right form, argued both ways from what several people say."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format, Language
from alliance_analytics.cli.printing import print_rows
from alliance_analytics.errors import ParameterError

if TYPE_CHECKING:
    from alliance_analytics.review.formation.formation import Assessment


class FormationFormat(StrEnum):
    """How the answer is told."""

    table = "table"
    json = "json"
    html = "html"


@app.command(short_help="Say whether an alliance is the right form, and how far its formation is.")
@told_plainly
def formation(
    file: Annotated[Path, typer.Argument(help="A form filled in: CSV, workbook or YAML.")],
    format: Annotated[FormationFormat, typer.Option(help="How to tell it.")] = FormationFormat.table,  # noqa: A002 - the option's name
    out: Annotated[Path | None, typer.Option(help="A file; printed when left out.")] = None,
    language: Annotated[Language, typer.Option(help="Of the page, or of the form.")] = Language.en,
    example: Annotated[
        bool, typer.Option("--example", help="Write a form to fill in to FILE instead.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Weigh the conditions, reasons and resistances, the steps and the processes, by several raters.

    Exit status: 0 when all of the form was understood, 1 when some of it was not.
    """
    if example:
        _write_example(file, language)
        return
    from alliance_analytics.review.formation.formation import assessment

    found = assessment(file, str(language))
    _tell(found, format, out)
    for problem in found.problems:
        typer.echo(str(problem), err=True)
    raise typer.Exit(int(bool(found.form.problems)))


def _write_example(file: Path, language: Language) -> None:
    from alliance_analytics.publish.page.writing import write_beside
    from alliance_analytics.review.formation.blank_form import blank_form

    text = blank_form(file, "nl" if language is Language.nl else "en")
    if file.exists():
        raise ParameterError(
            "There is a file of this name.",
            where=file.name,
            remedy="Give a new name; nothing was written.",
        )
    write_beside(file, text)
    typer.echo(f"{file}: fill it in, then run alliance formation {file}")


def _tell(found: Assessment, kind: FormationFormat, out: Path | None) -> None:
    from alliance_analytics.publish.page.writing import write_beside
    from alliance_analytics.review.formation.page import formation_page
    from alliance_analytics.review.formation.views import answer

    if kind is FormationFormat.table and out is None:
        typer.echo(answer(found))
        print_rows(_rows(found), Format.table)
        return
    text = formation_page(found) if kind is FormationFormat.html else _as_text(found, kind)
    if out is None:
        typer.echo(text)
    else:
        write_beside(out, text)
        typer.echo(f"{out}: {answer(found)}")


def _as_text(found: Assessment, kind: FormationFormat) -> str:
    import pandas as pd

    from alliance_analytics.review.formation.views import answer

    if kind is FormationFormat.table:
        return pd.DataFrame(_rows(found)).to_csv(index=False)
    told = {
        "answer": found.fit.answer,
        "forms": found.fit.forms,
        "said": answer(found),
        "called_for": found.called_for,
        "raters": found.raters,
        "questions": _rows(found),
        "steps": found.steps[["question", "state", "jumped"]].to_dict("records"),
        "arguments": found.arguments.to_dict("records"),
    }
    return json.dumps(told, indent=2, ensure_ascii=False, default=str)


def _rows(found: Assessment) -> list[dict[str, object]]:
    from alliance_analytics.review.formation.formation import formation_rows

    return formation_rows(found)
