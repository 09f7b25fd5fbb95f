"""``alliance themes``: which success themes any documents or tables speak of, without a workspace."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format
from alliance_analytics.cli.printing import print_rows
from alliance_analytics.cli.sample import refuse_existing

if TYPE_CHECKING:
    import pandas as pd

    from alliance_analytics.model.codebook import Codebook


class Coder(StrEnum):
    """How passages are coded."""

    default = "default"
    embeddings = "embeddings"


@app.command(short_help="Code documents or a table of texts by the four success themes.")
@told_plainly
def themes(
    paths: Annotated[list[Path], typer.Argument(help="Documents, folders of documents, or CSV files.")],
    text_column: Annotated[str | None, typer.Option(help="The column of a CSV that holds the text.")] = None,
    id_column: Annotated[str | None, typer.Option(help="The column of a CSV that names a row.")] = None,
    coder: Annotated[Coder, typer.Option(help="How passages are coded.")] = Coder.default,
    codebook: Annotated[
        Path | None, typer.Option(help="Your own codebook; the one shipped when left out.")
    ] = None,
    vectors: Annotated[
        Path | None, typer.Option(help="A folder that keeps vectors between runs (coder embeddings).")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.table,  # noqa: A002 - the option's name
    strict: Annotated[
        bool, typer.Option("--strict", help="Decide always; leave nothing to a person.")
    ] = False,
    codebook_out: Annotated[
        Path | None, typer.Option(help="A new .qdc file for the codes (REFI-QDA), with their factors.")
    ] = None,
    segments_out: Annotated[
        Path | None, typer.Option(help="A new CSV file for the coded passages, one row a code.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Say of every passage which themes it speaks of, as a strength or as a problem, and on what ground."""
    from alliance_analytics.intake.documents.anything import passages_of
    from alliance_analytics.interpret.themes.encoders import multilingual
    from alliance_analytics.interpret.themes.evidence import code_passages
    from alliance_analytics.interpret.themes.summary import one_row_each
    from alliance_analytics.model.codebook import codebook as read_codebook

    refuse_existing(codebook_out, segments_out)
    passages, log = passages_of(paths, text_column=text_column, id_column=id_column)
    encoder = multilingual(vectors) if coder is Coder.embeddings else None
    book = read_codebook(codebook)
    coded = code_passages(passages, book, encoder=encoder, strict=strict)
    _export(coded, book, codebook_out, segments_out)
    _print(one_row_each(coded), format)
    for name, found, action in log[["file", "found", "action"]].itertuples(index=False):
        typer.echo(f"{name}: {found}. {action}", err=True)


def _print(rows: pd.DataFrame, format: Format) -> None:  # noqa: A002 - the option's name
    if format is Format.table:
        print_rows(_narrow(rows.to_dict("records")), format)
    else:
        print_rows(rows.astype(object).where(rows.notna(), None).to_dict("records"), format)


def _export(
    coded: pd.DataFrame, book: Codebook, codebook_out: Path | None, segments_out: Path | None
) -> None:
    """Write what programs for qualitative analysis read: the codes, and the passages that carry them."""
    from alliance_analytics.interpret.themes.refi import codebook_as_qdc, segments
    from alliance_analytics.model.themes import themes as read_themes

    if codebook_out is not None:
        codebook_out.write_bytes(codebook_as_qdc(read_themes(), book))
    if segments_out is not None:
        segments(coded).to_csv(segments_out, index=False, encoding="utf-8")


def _narrow(rows: list[dict[Any, Any]]) -> list[dict[Any, Any]]:
    """Leave out what a terminal has no room for."""
    shown = ("id", "document", "paragraph", "themes", "polarity", "score", "abstained", "cues")
    return [{name: row[name] for name in shown} for row in rows]
