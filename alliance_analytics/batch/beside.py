"""What may be made beside a page, in the shape in which a batch asks for it: endings and contents."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from alliance_analytics.publish.page.assembling import slides_from
from alliance_analytics.publish.page.printing import write_pdf
from alliance_analytics.publish.sharing.companions import companions

if TYPE_CHECKING:
    from alliance_analytics.batch.extras import Made


def tables_and_summary(made: Made) -> Mapping[str, bytes]:
    """Return ``-tables.zip`` and ``-summary.txt`` of a review that was made.

    Raises
    ------
    PageError
        If the exhibits carry no settings, or broken tables.
    """
    page = PurePath(made.name).name
    stem = PurePath(page).stem
    return {name.removeprefix(stem): content for name, content in companions(made.exhibits, page).items()}


def slides(made: Made) -> Mapping[str, bytes]:
    """Return ``-slides.html``: one finding a slide, of the same exhibits.

    Raises
    ------
    PageError
        If the exhibits carry no settings.
    """
    return {"-slides.html": slides_from(made.exhibits).encode()}


def pdf(made: Made) -> Mapping[str, bytes]:
    """Return ``.pdf``: the page, printed by a browser of this computer.

    Raises
    ------
    PageError
        If there is no browser, or it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(made.page, encoding="utf-8")
        write_pdf(page, printed)
        return {".pdf": printed.read_bytes()}
