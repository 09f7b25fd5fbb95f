"""What published tables tell about which groups: a set of people, what was measured of them, and how many.

Pages are read by the anchors of their exhibits, tables of the archive by their columns. Groups and scales go
by the names that a reader sees, for an attacker sees no others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.publish.audit.tables import ReadTable
from alliance_analytics.publish.wording import words

COUNT = re.compile(r"\d{1,6}")
IN_CELL = re.compile(r"^\s*(?P<mean>[^\s(]+).*\bn = (?P<n>\d+)")
TITLE = re.compile(r"^(?P<alliance>.*?)(?: · )?(?:Wave|Meting) (?P<wave>.+)$")
BETWEEN = " · "
STATEMENT = "item"
OTHERS = "*"
"""Mark before a partner: everybody but their people."""
Group = tuple[str, str, str]
"""Partner, level and link, as readers call them; '' for all."""
EVERYBODY: Group = ("", "", "")
STAYED: Group = ("", "", "stayed")
KEPT: Group = ("", "", "kept")
BEFORE, PAIRED = 3, 5
"""Columns of a table of changes: people in the wave before, and the change of those who answered both."""
CHANGE = re.compile(r"[+\u2212-]?\d")
IN_BRACKETS = re.compile(r"\((.+)\)")


@dataclass(frozen=True)
class PublishedSet:
    """People of whom a number was published.

    Parameters
    ----------
    file, inside : str
        Where.
    alliance, wave : str
        As readers call them.
    group : tuple of str
        Partner, level and link; '' for all of them.
    kind : str
        Kind of scale: dimension, pillar, theme or item.
    scale : str
        What was measured, as readers call it.
    n : int
        How many people; 0 where that is not told.
    value : str
        The number, as published.
    """

    file: str
    inside: str
    alliance: str
    wave: str
    group: Group
    kind: str
    scale: str
    n: int
    value: str


@dataclass(frozen=True)
class PublishedRate:
    """How many were invited of a group, and how many answered."""

    file: str
    inside: str
    group: str
    invited: int
    answered: int


def published_sets(table: ReadTable) -> Iterator[PublishedSet]:
    """Yield the sets that a table tells about; none for a table that tells of no people."""
    anchor = table.name.partition("-")[0]
    reader = OF_PAGE.get(anchor) if table.page else OF_ARCHIVE.get(table.name)
    yield from reader(table) if reader else ()


def published_rates(table: ReadTable) -> Iterator[PublishedRate]:
    """Yield the response that a table tells."""
    if not table.name.startswith("response"):
        return
    columns = ("group", "invited", "answered") if "invited" in table.header else table.header[:3]
    for row in table.rows:
        cells = dict(zip(table.header, row, strict=False))
        group, invited, answered = (cells.get(name, "") for name in columns)
        if COUNT.fullmatch(invited) and COUNT.fullmatch(answered):
            yield PublishedRate(table.file, table.inside, group, int(invited), int(answered))


def alliance_and_wave(title: str) -> tuple[str, str]:
    """Return the alliance and the wave that the title of a page names.

    Examples
    --------
    >>> alliance_and_wave("Annual review · Second Desk · Wave 2025")
    ('Second Desk', '2025')
    """
    found = TITLE.match(title)
    if not found:
        return title, ""
    named = found["alliance"].partition(BETWEEN)[2] or found["alliance"]
    slides = (words("page", language)("slides_name") + BETWEEN for language in LANGUAGES)
    return next((named.removeprefix(word) for word in slides if named.startswith(word)), named), found["wave"]


def _of_everybody(table: ReadTable) -> Iterator[PublishedSet]:
    for cells in _counted(table):
        yield _set(table, EVERYBODY, cells[table.header[0]], cells)


def _of_answers(table: ReadTable) -> Iterator[PublishedSet]:
    for each in _of_everybody(table):
        yield replace(each, kind=STATEMENT, value="")


def _of_partners(table: ReadTable) -> Iterator[PublishedSet]:
    for cells in _counted(table):
        scale, _, partner = cells[table.header[0]].partition(BETWEEN)
        yield _set(table, (partner, "", ""), scale, cells)


def _of_levels(table: ReadTable) -> Iterator[PublishedSet]:
    for cells in _counted(table):
        scale, _, level = cells[table.header[0]].partition(BETWEEN)
        yield _set(table, ("", level, ""), scale, cells)


def _of_waves(table: ReadTable) -> Iterator[PublishedSet]:
    alliance, _ = alliance_and_wave(table.page)
    for row in table.rows:
        for heading, cell in zip(table.header[1:], row[1:], strict=False):
            found = IN_CELL.match(cell)
            wave = heading.partition(" ")[2]
            if found:
                n, value = int(found["n"]), found["mean"]
                where = (table.file, table.inside, alliance, wave)
                yield PublishedSet(*where, EVERYBODY, _kind(table), row[0], n, value)


def _of_others(table: ReadTable) -> Iterator[PublishedSet]:
    """Yield the group of each difference between one and all others, as if its mean were told."""
    by, _, kind = _kind(table).partition("-")
    for cells in _counted(table):
        scale, _, name = cells[table.header[0]].partition(BETWEEN)
        group = (name, "", "") if by == "partner" else ("", name, "")
        yield replace(_set(table, group, scale, cells), kind=kind, value="")


def _of_changes(table: ReadTable) -> Iterator[PublishedSet]:
    """Yield those who answered both times, in both waves, where their own change is told."""
    for row in table.rows:
        before = IN_BRACKETS.search(table.header[BEFORE]) if len(row) > PAIRED else None
        if before and CHANGE.match(row[PAIRED]):
            now = PublishedSet(
                table.file, table.inside, *alliance_and_wave(table.page), STAYED, _kind(table), row[0], 0, ""
            )
            yield now
            yield replace(now, wave=before[1], group=KEPT)


def _of_scores(table: ReadTable) -> Iterator[PublishedSet]:
    """Yield the sets of a table of the archive, which names each group in columns of its own."""
    for row in table.rows:
        cells = dict(zip(table.header, row, strict=False))
        if not COUNT.fullmatch(cells.get("n", "")):
            continue
        partner = (OTHERS if cells.get("merged") == "others" else "") + cells.get("partner", "")
        yield PublishedSet(
            table.file,
            table.inside,
            cells.get("alliance", ""),
            cells.get("wave", ""),
            (partner, cells.get("level", ""), cells.get("link", "")),
            cells.get("scale", STATEMENT if table.name == "answers" else ""),
            cells.get("name", ""),
            int(cells["n"]),
            cells.get("mean", ""),
        )


def _counted(table: ReadTable) -> Iterator[dict[str, str]]:
    for row in table.rows:
        cells = dict(zip(table.header, row, strict=False))
        if COUNT.fullmatch(cells.get("n", "")):
            yield cells


def _set(table: ReadTable, group: Group, scale: str, cells: dict[str, str]) -> PublishedSet:
    where = (table.file, table.inside, *alliance_and_wave(table.page))
    value = list(cells.values())[1] if len(cells) > 1 else ""
    return PublishedSet(*where, group, _kind(table), scale, int(cells["n"]), value)


def _kind(table: ReadTable) -> str:
    return table.name.partition("-")[2]


Reader = Callable[[ReadTable], Iterator[PublishedSet]]
OF_PAGE: dict[str, Reader] = {
    "estimates": _of_everybody,
    "spider": _of_everybody,
    "answers": _of_answers,
    "partners": _of_partners,
    "levels": _of_levels,
    "trend": _of_waves,
    "others": _of_others,
    "changes": _of_changes,
}
"""Beginning of an exhibit's anchor to how its table tells about people."""
OF_ARCHIVE: dict[str, Reader] = dict.fromkeys(("scores", "trend", "answers"), _of_scores)
"""Name of a table of the archive to how it tells about people."""
