"""One self-contained page from the exhibits of a review: no script, and nothing loaded from elsewhere.

Main points come first, then the contents, then the sections in the order given, and last how the page was
made. The same input gives the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from alliance_analytics.errors import PageError, did_you_mean
from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.publish.page.templating import environment
from alliance_analytics.publish.wording import Words, words

START, LAST = "start", "made"
"""Ids of the first and the last slide."""
OWN_IDS = ("content", "contents", "contents-title", "provenance", MAIN_POINTS, START, LAST)
"""Ids that the templates themselves give away."""


@dataclass(frozen=True)
class Chapter:
    """A section of the page with the exhibits that stand in it."""

    anchor: str
    title: str
    exhibits: tuple[Exhibit, ...]


def render_page(
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
    """Return the shared page as one HTML document.

    Parameters
    ----------
    exhibits : sequence of Exhibit
        In order. Those of section ``'main-points'`` open the page, their points as a numbered list (the
        first sentence of a point is its finding, the rest its evidence). One that carries settings is not
        shown.
    title : str
        Title of the page.
    language : str
        ``'en'`` or ``'nl'``.
    sections : mapping of str to str
        Section id to its title, in the order of the page. A section without exhibits is left out.
    alliance, wave : str
        Shown above and under the title.
    synthetic, draft : bool
        Mark the page as made of synthetic data, or as not adopted yet.
    provenance : mapping of str to str, optional
        What the page was made of, part by part, as text fit to be shared.

    Raises
    ------
    PageError
        If the title is empty, an id is given twice, or an exhibit stands in a section that is not given.
    ParameterError
        If the language is unknown.
    """
    say = words("page", language)
    opening, chapters = arranged(exhibits, title, sections)
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            name=name_of(title, alliance, say("wave", wave=wave) if wave else ""),
            title=title,
            language=language,
            alliance=alliance,
            wave=wave,
            marks=marks_of(synthetic=synthetic, draft=draft),
            opening=opening,
            chapters=chapters,
            labels=_labels(chain(opening, *(chapter.exhibits for chapter in chapters)), say),
            provenance=provenance or {},
            say=say,
        )
    )


def arranged(
    exhibits: Sequence[Exhibit], title: str, sections: Mapping[str, str]
) -> tuple[list[Exhibit], list[Chapter]]:
    """Return the exhibits that open a page, and the chapters that follow, in the order of the page.

    Raises
    ------
    PageError
        If the title is empty, an id is given twice, or an exhibit stands in a section that is not given.
    """
    shown = [exhibit for exhibit in exhibits if not exhibit.settings]
    _require_title(title)
    _require_unique(shown, sections)
    return [exhibit for exhibit in shown if exhibit.section == MAIN_POINTS], _chapters(shown, sections)


def name_of(*parts: str) -> str:
    """Return the name of a document, as a browser shows it: its parts, without those that are empty."""
    return " · ".join(part for part in parts if part)


def marks_of(*, synthetic: bool, draft: bool) -> list[str]:
    """Return what has to be said under the title."""
    return [mark for mark, given in (("synthetic", synthetic), ("draft", draft)) if given]


def _require_title(title: str) -> None:
    if not title.strip():
        raise PageError("A page has no title.", remedy="Give a title that names the review.")


def _require_unique(exhibits: Iterable[Exhibit], sections: Mapping[str, str]) -> None:
    captions = (f"{exhibit.anchor}-caption" for exhibit in exhibits if exhibit.table)
    anchors = (exhibit.anchor for exhibit in exhibits)
    ids = Counter(
        [*OWN_IDS, *(section for section in sections if section != MAIN_POINTS), *anchors, *captions]
    )
    if repeated := [name for name, count in ids.items() if count > 1]:
        raise PageError(
            "An anchor of a page is given twice.",
            found=", ".join(repeated),
            allowed=f"each anchor and section id once, and none of: {', '.join(OWN_IDS)}",
            remedy="Give each exhibit an anchor of its own.",
        )


def _chapters(exhibits: Sequence[Exhibit], sections: Mapping[str, str]) -> list[Chapter]:
    for exhibit in exhibits:
        if exhibit.section not in {MAIN_POINTS, *sections}:
            raise PageError(
                "An exhibit stands in an unknown section.",
                where=f"exhibit {exhibit.anchor!r}",
                found=repr(exhibit.section),
                remedy=did_you_mean(exhibit.section, [MAIN_POINTS, *sections]),
            )
    chapters = (
        Chapter(anchor, title, tuple(exhibit for exhibit in exhibits if exhibit.section == anchor))
        for anchor, title in sections.items()
        if anchor != MAIN_POINTS
    )
    return [chapter for chapter in chapters if chapter.exhibits]


def _labels(exhibits: Iterable[Exhibit], say: Words) -> dict[str, str]:
    """Return anchor to *Figure n* or *Table n*, counted apart, in the order of the page."""
    counts: Counter[str] = Counter()
    labels = {}
    for exhibit in exhibits:
        kind = "figure" if exhibit.svg else "table" if exhibit.table else ""
        counts[kind] += 1
        labels[exhibit.anchor] = say(kind, number=counts[kind]) if kind else ""
    return labels
