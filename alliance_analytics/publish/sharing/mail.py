"""The main points as plain text, ready for a mail: no picture, no markup, lines that any program shows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.publish.sharing.tables import CONTROLS, TURNING
from alliance_analytics.publish.wording import Words

WIDTH = 76
"""Signs a line, below which no mail program breaks it."""


def summary_text(
    exhibits: Sequence[Exhibit], settings: dict[str, str], say: Words, *, page: str, tables: str = ""
) -> str:
    """Return the main points of a review as plain text.

    Parameters
    ----------
    exhibits : sequence of Exhibit
        Of the page; those that open it are told, in their order.
    settings : dict
        Of the page: title, alliance, wave and provenance.
    say : callable
        The sentences of sharing.
    page, tables : str
        Names of the page and of the archive of tables; no archive when empty.
    """
    opening = [exhibit for exhibit in exhibits if exhibit.section == MAIN_POINTS]
    subject = say("mail.subject", **{name: settings[name] for name in ("title", "alliance", "wave")})
    points = [point for exhibit in opening for point in exhibit.points]
    paragraphs = [
        subject,
        *(exhibit.headline for exhibit in opening),
        *(f"{number}. {point}" for number, point in enumerate(points, 1)),
        say("mail.hidden"),
        *([say("mail.synthetic")] if settings.get("synthetic") else []),
        "\n".join(_places(say, page, tables)),
    ]
    return "\n\n".join(map(_lines, paragraphs)) + "\n"


def _places(say: Words, page: str, tables: str) -> Iterator[str]:
    yield say("mail.page", page=page)
    if tables:
        yield say("mail.tables", tables=tables)


def _lines(paragraph: str) -> str:
    """Return a paragraph in lines of a mail; a number at its start hangs out."""
    broken = (CONTROLS.sub(" ", TURNING.sub("", line)) for line in paragraph.split("\n"))
    indent = "   " if paragraph[:1].isdigit() and paragraph[1:3] == ". " else ""
    return "\n".join(
        textwrap.fill(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for line in broken
    )
