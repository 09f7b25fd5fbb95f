"""``alliance sample``: passages drawn blindly, for a person to code, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Format
from alliance_analytics.cli.printing import print_rows


def refuse_existing(*files: Path | None) -> None:
    """Raise an error if a file that is to be written is there already."""
    from alliance_analytics.errors import ParameterError

    for file in files:
        if file is not None and file.exists():
            raise ParameterError(
                "A file of this name is there already.",
                found=file.name,
                remedy="Name a file that does not exist; nothing is overwritten.",
            )


@app.command(short_help="Draw passages for a person to code, or compare a coded sample with the coder.")
@told_plainly
def sample(
    paths: Annotated[list[Path], typer.Argument(help="Documents, folders of documents, or CSV files.")],
    out: Annotated[Path | None, typer.Option(help="A new CSV file for the sample.")] = None,
    size: Annotated[int, typer.Option(min=1, help="How many passages; 50 or more are advised.")] = 60,
    seed: Annotated[int, typer.Option(help="Where the random numbers start.")] = 1,
    coded: Annotated[
        Path | None, typer.Option(help="A sample that a person coded: say how far the coder agrees.")
    ] = None,
    differing: Annotated[
        bool, typer.Option("--differing", help="With --coded: list the passages coded differently.")
    ] = False,
    text_column: Annotated[str | None, typer.Option(help="The column of a CSV that holds the text.")] = None,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.table,  # noqa: A002 - the option's name
    debug: Debug = False,
) -> None:
    """Write a blind sample to be coded by hand; later, report agreement by theme with an interval."""
    from alliance_analytics.errors import ParameterError
    from alliance_analytics.intake.documents.anything import passages_of
    from alliance_analytics.interpret.themes.blind import agreement, disagreements
    from alliance_analytics.interpret.themes.blind import sample as drawn
    from alliance_analytics.interpret.themes.evidence import code_passages
    from alliance_analytics.model.codebook import codebook
    from alliance_analytics.workspace.corrections import read_codes

    passages, _ = passages_of(paths, text_column=text_column)
    if coded is not None:
        by_hand, by_coder = read_codes(coded), code_passages(passages, codebook(), strict=True)
        compare = disagreements if differing else agreement
        print_rows(compare(by_coder, by_hand).to_dict("records"), format)
        return
    if out is None:
        raise ParameterError("A sample needs a new file.", remedy="Name one: --out sample.csv.")
    refuse_existing(out)
    chosen = drawn(passages, size, seed)
    chosen.to_csv(out, index=False, encoding="utf-8")
    typer.echo(f"{len(chosen)} passages: {out.name}. Fill in themes and polarity, without looking at codes.")
