"""``alliance guide``: what to talk about at the conference, as a page, a Word document or Markdown."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance_analytics.cli.app import app, told_plainly
from alliance_analytics.cli.options import Debug, Language, WorkspaceFolder

if TYPE_CHECKING:
    from alliance_analytics.publish.guide.guide import Guide


class GuideFormat(StrEnum):
    """Formats of a guide."""

    html = "html"
    docx = "docx"
    md = "md"


@app.command(short_help="Write the conference guide of one alliance.")
@told_plainly
def guide(
    workspace: WorkspaceFolder,
    alliance: Annotated[str | None, typer.Option(help="The first one when left out.")] = None,
    wave: Annotated[str | None, typer.Option(help="The newest when left out.")] = None,
    format: Annotated[GuideFormat, typer.Option(help="What to write.")] = GuideFormat.html,  # noqa: A002 - the option's name
    language: Annotated[Language | None, typer.Option(help="The alliance's own when left out.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="The file; named after alliance and wave when left out.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Write three to six topics: each a finding, a question for each level, and the blocks to consider."""
    from alliance_analytics.publish.page.writing import put_beside
    from alliance_analytics.review.conference.guide import conference_guide
    from alliance_analytics.review.study import study

    opened = study(workspace, alliance or "", wave or "", str(language) if language else "")
    made = conference_guide(opened)
    target = out or Path(f"guide-{opened.alliance}-{opened.wave}.{format}")
    put_beside(target, _written(made, format))
    typer.echo(f"{target}: {len(made.topics)} topics")


def _written(made: Guide, kind: GuideFormat) -> bytes:
    from alliance_analytics.publish.guide.markdown import guide_markdown
    from alliance_analytics.publish.guide.page import guide_page
    from alliance_analytics.publish.guide.word import guide_word

    if kind is GuideFormat.docx:
        return guide_word(made)
    return (guide_page(made) if kind is GuideFormat.html else guide_markdown(made)).encode()
