"""``alliance intake --strip``: a clean copy of an export, and what was taken out of it."""

from __future__ import annotations

from pathlib import Path

import typer

from alliance_analytics.cli.options import Format
from alliance_analytics.cli.printing import print_rows

KEPT = """\
Times, languages and choices stay as they were. A name in running text cannot be told from other words:
read the comments, or leave them out (--without-comments).
In the copy each person still counts once, and is linked to no other file: no waves can be compared
for those who stayed."""


def strip(file: Path, out: Path, *, platform: str | None, without_comments: bool) -> None:
    """Write a clean copy and say what was emptied, by headings and counts."""
    from alliance_analytics.intake.identifiers.kinds import CALLED
    from alliance_analytics.intake.stripping import write_clean_copy

    copy = write_clean_copy(file, out, platform=platform, without_comments=without_comments)
    rows = [{"column": heading, "emptied of": CALLED[kind]} for heading, kind in copy.emptied]
    rows += [{"column": heading, "emptied of": "comments"} for heading in copy.comments]
    print_rows(rows, Format.table)
    typer.echo(f"Identifiers masked in {copy.masked} other cells; {copy.left_out} damaged records left out.")
    typer.echo(f"Clean copy written: {out.name}\n{KEPT}")
