"""The index page of a batch: one row a review, grouped by alliance; what failed, and what to do, on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePosixPath
from typing import Literal, get_args

from alliance_analytics.errors import PageError, did_you_mean
from alliance_analytics.publish.exhibit import anchor_of
from alliance_analytics.publish.page.templating import environment
from alliance_analytics.publish.wording import words

Status = Literal["done", "failed", "skipped"]
STATUSES: tuple[Status, ...] = get_args(Status)
OWN_IDS = ("content", "contents", "contents-title", "failed", "reviews", "reviews-caption")


@dataclass(frozen=True)
class IndexRow:
    """One review of a batch.

    ``href`` is the file relative to the index, with forward slashes, as it is named on disk; a review that
    is done has one. A review that failed has a reason.

    Raises
    ------
    PageError
        If the status is unknown, or a link or a reason is missing or not fit to be shared.
    """

    alliance: str
    wave: str
    status: Status
    href: str = ""
    finding: str = ""
    """The main finding, in one line."""
    reason: str = ""
    remedy: str = ""
    title: str = ""
    """What readers call the alliance; as it is named when left out."""

    def __post_init__(self) -> None:
        where = f"{self.alliance}, {self.wave}"
        if self.status not in STATUSES:
            raise PageError(
                "The status of a review is unknown.",
                where=where,
                found=self.status,
                remedy=did_you_mean(self.status, STATUSES),
            )
        if self.status == "done" and not self.href:
            raise PageError("A review that is done has no link.", where=where, remedy="Give its file.")
        if self.status == "failed" and not self.reason:
            raise PageError("A review that failed has no reason.", where=where, remedy="Say what went wrong.")
        self._require_relative(where)

    def _require_relative(self, where: str) -> None:
        path = PurePosixPath(self.href)
        if path.is_absolute() or ".." in path.parts or ":" in self.href or "\\" in self.href:
            raise PageError(
                "The link of a review leads away from the index.",
                where=where,
                allowed="a file beside the index or in a folder beside it, with forward slashes",
            )


@dataclass(frozen=True)
class Placed:
    """A row of the index with the anchor it can be linked by."""

    anchor: str
    row: IndexRow


@dataclass(frozen=True)
class Group:
    """All reviews of one alliance, latest wave first."""

    anchor: str
    title: str
    reviews: tuple[Placed, ...]


def render_index(rows: Iterable[IndexRow], *, title: str, language: str) -> str:
    """Return the index page of a batch as one HTML document.

    Parameters
    ----------
    rows : iterable of IndexRow
        In any order; the page sorts them by title of the alliance, and within one by wave, latest first.
    title : str
        Title of the page.
    language : str
        ``'en'`` or ``'nl'``.

    Raises
    ------
    PageError
        If the title is empty, there is no row, or a wave of an alliance is given twice.
    ParameterError
        If the language is unknown.
    """
    given = list(rows)
    _require_fit(title, given)
    groups = _grouped(given)
    placed = [review for group in groups for review in group.reviews]
    counts = Counter(row.status for row in given)
    return (
        environment()
        .get_template("index.html.j2")
        .render(
            name=title,
            title=title,
            language=language,
            groups=groups,
            failed=[review for review in placed if review.row.status == "failed"],
            counts={status: counts[status] for status in STATUSES},
            say=words("page", language),
        )
    )


def _require_fit(title: str, rows: Sequence[IndexRow]) -> None:
    if not title.strip():
        raise PageError("An index has no title.", remedy="Give a title that names the batch.")
    if not rows:
        raise PageError("An index has no reviews.", remedy="Run at least one review.")
    counts = Counter((row.alliance, row.wave) for row in rows)
    if repeated := [f"{alliance}, {wave}" for (alliance, wave), count in counts.items() if count > 1]:
        raise PageError(
            "A review stands in the index twice.",
            found="; ".join(repeated),
            remedy="Give each wave of an alliance once.",
        )


def _grouped(rows: Sequence[IndexRow]) -> list[Group]:
    taken = set(OWN_IDS)
    titles = {row.alliance: row.title for row in rows if row.title}
    titled = [replace(row, title=titles.get(row.alliance, row.alliance)) for row in rows]
    latest_first = sorted(titled, key=lambda row: row.wave, reverse=True)
    by_alliance = sorted(latest_first, key=lambda row: (row.title.casefold(), row.alliance))
    groups = []
    for alliance, reviews in groupby(by_alliance, key=lambda row: row.alliance):
        anchor = _free(anchor_of(alliance), taken)
        placed = tuple(Placed(_free(anchor_of(f"{anchor}-{row.wave}"), taken), row) for row in reviews)
        groups.append(Group(anchor, placed[0].row.title, placed))
    return groups


def _free(anchor: str, taken: set[str]) -> str:
    """Return an anchor that is not taken yet, numbered when it is, and take it."""
    number = 1
    free = anchor
    while free in taken:
        number += 1
        free = f"{anchor}-{number}"
    taken.add(free)
    return free
