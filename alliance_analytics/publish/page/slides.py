"""Slides for the conference: one finding a slide, with the same figures and words as the page, and no script.

What takes reading (method, long tables) stays on the page. A small table stands beside its picture, so that a
web of scales is never alone. The same exhibits give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit, Table
from alliance_analytics.publish.page.render import LAST, START, arranged, marks_of, name_of
from alliance_analytics.publish.page.templating import environment, opening_sentence
from alliance_analytics.publish.wording import words

MOST_ROWS = 10
"""Rows of a table that can be read from the back of a room (our convention)."""
MOST_LETTERS = 48
"""Letters in a row of a table that has room beside a picture (our convention)."""


@dataclass(frozen=True)
class Slide:
    """One slide: *points*, *drawn* (a picture), *listed* (a table) or *alone* (words)."""

    kind: str
    anchor: str
    chapter: str
    headline: str
    exhibit: Exhibit
    text: str = ""
    beside: bool = False
    """Whether the table stands beside the picture."""

    @property
    def kicker(self) -> str:
        """What stands above the headline."""
        return name_of(self.chapter, self.exhibit.headline if self.kind == "alone" else "")

    @property
    def notes(self) -> tuple[str, ...]:
        """Small print of the exhibit; words alone have theirs on the page."""
        return () if self.kind == "alone" else self.exhibit.notes


def render_slides(
    exhibits: Sequence[Exhibit],
    *,
    title: str,
    language: str,
    sections: Mapping[str, str],
    alliance: str = "",
    wave: str = "",
    synthetic: bool = False,
    draft: bool = False,
    provenance: Mapping[str, str] | None = None,
) -> str:
    """Return the slides of a review as one HTML document.

    Parameters
    ----------
    exhibits, title, language, sections, alliance, wave, synthetic, draft, provenance
        As for :func:`~alliance_analytics.publish.page.render.render_page`. An exhibit makes one slide; one
        of points alone, such as the questions for a conference, makes one a point; one of text alone, or of
        a long table, makes none.

    Raises
    ------
    PageError
        If the title is empty, an id is given twice, or an exhibit stands in a section that is not given.
    ParameterError
        If the language is unknown.
    """
    say = words("page", language)
    opening, chapters = arranged(exhibits, title, sections)
    parts = [(say("main_points"), opening), *((chapter.title, chapter.exhibits) for chapter in chapters)]
    slides = [slide for part, items in parts for item in items for slide in _slides(item, part)]
    return (
        environment()
        .get_template("slides.html.j2")
        .render(
            name=name_of(title, say("slides_name"), alliance, say("wave", wave=wave) if wave else ""),
            title=title,
            language=language,
            alliance=alliance,
            wave=wave,
            marks=marks_of(synthetic=synthetic, draft=draft),
            slides=slides,
            order=[START, *(slide.anchor for slide in slides), LAST],
            chapters=_first_of_chapters(slides),
            provenance=provenance or {},
            say=say,
        )
    )


def _slides(item: Exhibit, chapter: str) -> Iterator[Slide]:
    if item.section == MAIN_POINTS and item.points:
        yield Slide("points", item.anchor, chapter, item.headline, item)
    elif item.svg:
        yield Slide("drawn", item.anchor, chapter, item.headline, item, beside=_slender(item.table))
    elif item.table is not None and _small(item.table):
        yield Slide("listed", item.anchor, chapter, item.headline, item)
    elif item.points and item.table is None:
        for number, point in enumerate(item.points, 1):
            headline, text = opening_sentence(point)
            anchor = f"{item.anchor}-point-{number}"
            yield Slide("alone", anchor, chapter, headline.removesuffix("."), item, text)


def _small(table: Table) -> bool:
    return len(table.rows) <= MOST_ROWS


def _slender(table: Table | None) -> bool:
    if table is None or not _small(table):
        return False
    return max(sum(map(len, row)) for row in (table.header, *table.rows)) <= MOST_LETTERS


def _first_of_chapters(slides: Sequence[Slide]) -> dict[str, str]:
    """Return the title of each chapter with the anchor of its first slide, in the order of the slides."""
    first: dict[str, str] = {}
    for slide in slides:
        first.setdefault(slide.chapter, slide.anchor)
    return first
