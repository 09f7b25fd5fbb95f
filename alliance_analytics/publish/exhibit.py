"""An exhibit is the only thing that leaves a notebook for a shared page.

It is made from released numbers only. A notebook shows it as HTML; the page picks it out by its own media
type, so that nothing else a cell printed can travel along. What is not fit to be shown (a picture without
its description, a table with an empty cell) cannot be made at all.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from dataclasses import asdict, dataclass, field
from html import escape
from typing import Any

from alliance_analytics.errors import PageError

MEDIA_TYPE = "application/vnd.alliance-analytics.exhibit+json"
MAIN_POINTS = "main-points"
"""The section whose exhibits open a page, before the contents."""
ALT_LIMIT = 250
KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# A plotting library writes its name, version and clock here, and what it draws for a DTD it never needs.
OF_THE_TOOL = re.compile(r"<\?xml.*?\?>\s*|<!DOCTYPE.*?>\s*|<metadata>.*?</metadata>\s*", re.DOTALL)


@dataclass(frozen=True)
class Table:
    """A table as it is shown: every cell already is text, rounded and gated.

    The first cell of each row is its heading. Hidden cells hold the words for *hidden*, never an empty
    string.

    Raises
    ------
    PageError
        If the caption or any cell is empty, a row is not as wide as the header, or a numeric position does
        not exist.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    """Positions of the columns that are aligned as numbers."""

    def __post_init__(self) -> None:
        if not self.caption.strip():
            raise PageError("A table has no caption.", remedy="Say in a caption what the table holds.")
        for position, row in enumerate((self.header, *self.rows)):
            self._require_full(row, f"table {self.caption!r}, {f'row {position}' if position else 'header'}")
        if not set(self.numeric) <= set(range(len(self.header))):
            raise PageError(
                "A numeric column does not exist.",
                where=f"table {self.caption!r}",
                found=str(self.numeric),
                allowed=f"0 to {len(self.header) - 1}",
            )

    def _require_full(self, row: tuple[str, ...], where: str) -> None:
        if len(row) != len(self.header):
            raise PageError(
                "A row is not as wide as its table.",
                where=where,
                found=f"{len(row)} cells",
                allowed=f"{len(self.header)} cells",
            )
        if not all(cell.strip() for cell in row):
            raise PageError(
                "A cell of a table is empty.",
                where=where,
                remedy="Write the words for what is hidden, not asked or without answers.",
            )


@dataclass(frozen=True)
class Exhibit:
    """One finding with its picture, its table and what must be said beside it.

    ``anchor`` is unique on a page. ``section`` is the id of the section it stands in. ``headline`` states
    the finding; ``subtitle`` the measure, unit, n and period. ``svg`` is a whole SVG document;
    ``svg_narrow`` one for phones. ``alt`` (at most 250 characters) is needed with a picture.

    Raises
    ------
    PageError
        If anchor or section is not kebab-case, the headline is empty, or a picture and its description do
        not come together.
    """

    anchor: str
    section: str
    headline: str
    subtitle: str = ""
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """Bullets, in order."""
    svg: str = ""
    svg_narrow: str = ""
    alt: str = ""
    table: Table | None = None
    table_open: bool = False
    """Show the table at once instead of folded under the picture."""
    notes: tuple[str, ...] = ()
    """Small print: source, what is hidden and why."""
    language: str = "en"
    settings: dict[str, str] = field(default_factory=dict)
    """For the exhibit of kind page only: title, alliance, wave and provenance."""

    def __post_init__(self) -> None:
        _require_kebab("anchor", self.anchor)
        _require_kebab("section", self.section)
        if not self.headline.strip():
            raise PageError(
                "An exhibit has no headline.",
                where=f"exhibit {self.anchor!r}",
                remedy="State the finding in one line.",
            )
        self._require_described()

    def _require_described(self) -> None:
        where = f"exhibit {self.anchor!r}"
        if self.svg_narrow and not self.svg:
            raise PageError("A picture for phones stands alone.", where=where, remedy="Give svg as well.")
        if self.svg and not self.alt.strip():
            raise PageError(
                "A picture has no description.", where=where, remedy="Give alt: kind and finding."
            )
        if len(self.alt) > ALT_LIMIT:
            raise PageError(
                "The description of a picture is too long.",
                where=where,
                found=f"{len(self.alt)} characters",
                allowed=f"at most {ALT_LIMIT}",
                remedy="Keep the kind of picture and the finding; the table holds the rest.",
            )

    def __str__(self) -> str:
        """Return the exhibit as plain text."""
        return exhibit_text(self)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {MEDIA_TYPE: asdict(self), "text/html": exhibit_html(self), "text/plain": exhibit_text(self)}


def anchor_of(text: str) -> str:
    """Return a name as an anchor; a letter that is not Latin becomes its code.

    Raises
    ------
    PageError
        If the name holds no letter and no digit.

    Examples
    --------
    >>> anchor_of("Coöperatie De Brug (2024)")
    'cooperatie-de-brug-2024'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    spelled = (
        letter if letter.isascii() else f"-{ord(letter):x}-"
        for letter in plain
        if letter.isalnum() or letter.isascii()
    )
    anchor = re.sub(r"[^a-z0-9]+", "-", "".join(spelled)).strip("-")
    _require_kebab("anchor", anchor)
    return anchor


def svg_uri(svg: str) -> str:
    """Return an SVG document as a ``data:`` address, without what the drawing tool tells of itself."""
    bare = OF_THE_TOOL.sub("", svg).strip()
    return f"data:image/svg+xml;base64,{b64encode(bare.encode()).decode()}"


def exhibit_text(exhibit: Exhibit) -> str:
    """Return an exhibit as plain text, for a terminal, nbval and search."""
    lines = [
        exhibit.headline,
        exhibit.subtitle,
        f"[{exhibit.alt}]" if exhibit.alt else "",
        *exhibit.paragraphs,
        *(f"- {point}" for point in exhibit.points),
        *(_table_lines(exhibit.table) if exhibit.table else ()),
        *exhibit.notes,
    ]
    return "\n".join(line for line in lines if line)


def exhibit_html(exhibit: Exhibit) -> str:
    """Return an exhibit as simple, fully escaped HTML for a notebook (the page has a template of its own)."""
    parts = [
        f"<h3>{escape(exhibit.headline)}</h3>",
        _wrapped("p", exhibit.subtitle),
        _figure_html(exhibit) if exhibit.svg else "",
        *(_wrapped("p", paragraph) for paragraph in exhibit.paragraphs),
        _list_html(exhibit.points),
        _table_html(exhibit.table) if exhibit.table else "",
        *(f"<p><small>{escape(note)}</small></p>" for note in exhibit.notes),
    ]
    content = "\n".join(part for part in parts if part)
    return f'<section lang="{escape(exhibit.language)}">\n{content}\n</section>'


def _require_kebab(name: str, value: str) -> None:
    if not KEBAB.fullmatch(value):
        raise PageError(
            f"The {name} of an exhibit cannot be used in a link.",
            found=repr(value),
            allowed="lower case letters and digits, with single hyphens between them",
        )


def _table_lines(table: Table) -> list[str]:
    return [table.caption, *(" | ".join(row) for row in (table.header, *table.rows))]


def _wrapped(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if text else ""


def _figure_html(exhibit: Exhibit) -> str:
    # White behind it, since the drawing's own ink is dark and the notebook may not be.
    style = "max-width: 100%; box-sizing: border-box; padding: .5rem; background: #fff"
    return f'<figure><img src="{svg_uri(exhibit.svg)}" alt="{escape(exhibit.alt)}" style="{style}"></figure>'


def _list_html(points: tuple[str, ...]) -> str:
    return f"<ul>{''.join(_wrapped('li', point) for point in points)}</ul>" if points else ""


def _table_html(table: Table) -> str:
    head = "".join(
        f'<th scope="col" style="{_aligned(place, table.numeric)}">{escape(cell)}</th>'
        for place, cell in enumerate(table.header)
    )
    rows = "\n".join(_row_html(row, table.numeric) for row in table.rows)
    return (
        f"<table><caption>{escape(table.caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )


def _row_html(row: tuple[str, ...], numeric: tuple[int, ...]) -> str:
    heading, *cells = row
    body = "".join(
        f'<td style="{_aligned(place, numeric)}">{escape(cell)}</td>'
        for place, cell in enumerate(cells, start=1)
    )
    return f'<tr><th scope="row" style="{_aligned(0, numeric)}">{escape(heading)}</th>{body}</tr>'


def _aligned(place: int, numeric: tuple[int, ...]) -> str:
    # Written out, since a notebook would lay every heading to the right.
    return f"text-align: {'right' if place in numeric else 'left'}"
