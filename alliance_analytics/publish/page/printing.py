"""The twin of a page on paper: a tagged PDF, printed by the reader's own browser from the page as it stands.

What assistive technology needs (title, language, headings, alternatives of figures, heads of tables) is taken
over from the page. The file says nothing of when and on what machine it was made.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from alliance_analytics.errors import PageError
from alliance_analytics.publish.browser import find_browser, run_browser
from alliance_analytics.publish.page.writing import put_beside

# Given as the browser's name, which it would otherwise write into the file with that of the system.
MAKER = "alliance_analytics"
CLOCK = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")
NODE = re.compile(rb"\(node(\d{8})\)")
TAGGED = b"/MarkInfo"


def write_pdf(page: Path, pdf: Path) -> None:
    """Print a page, or slides, as a tagged PDF; the same page gives the same file with the same browser.

    Parameters
    ----------
    page : Path
        An HTML file of :func:`~alliance_analytics.publish.page.render.render_page` or
        :func:`~alliance_analytics.publish.page.slides.slides_from`.
    pdf : Path
        Target; its folder exists. A file that stood there is replaced in one step, or stays as it was.

    Raises
    ------
    PageError
        If there is no page or no browser, the browser fails, or what it gives is no tagged PDF.
    """
    if not page.is_file():
        raise PageError("There is no page to print.", where=page.name, remedy="Make the page first.")
    put_beside(pdf, repeatable(_printed(page)))


def repeatable(pdf: bytes) -> bytes:
    """Return a PDF of Chromium without times, its tags numbered from 1; every byte keeps its place.

    Chromium numbers tags by what else it happened to make before them, so that no two files were the same.
    """
    timeless = CLOCK.sub(lambda match: b" " * len(match.group()), pdf)
    places = {name: place for place, name in enumerate(sorted(set(NODE.findall(timeless))), 1)}
    return NODE.sub(lambda match: b"(node%08d)" % places[match[1]], timeless)


def _printed(page: Path) -> bytes:
    browser = find_browser()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page.pdf"
        options = (
            f"--user-agent={MAKER}",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--print-to-pdf={target}",
        )
        run_browser(options, page.resolve().as_uri(), browser=browser)
        content = target.read_bytes() if target.exists() else b""
    if TAGGED not in content:
        raise PageError(
            "The browser gave no tagged PDF.",
            where=browser.name,
            remedy="Use a newer one: Chromium, Chrome or Edge of 2023 or later.",
        )
    return content
