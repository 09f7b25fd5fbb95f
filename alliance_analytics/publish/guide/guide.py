"""What a conference guide holds, whatever it is written as: sentences, all rounded and released."""

from __future__ import annotations

from dataclasses import dataclass

from alliance_analytics.publish.exhibit import Table

LINES_TO_FILL = 5
"""Empty lines in the table of agreements."""
TO_FILL = "\u2026"


@dataclass(frozen=True)
class Question:
    """A question to one level; ``level`` is its name."""

    level: str
    text: str


@dataclass(frozen=True)
class Topic:
    """One topic: what was found, why it matters (pillar, friction, source), what to ask, what to consider."""

    kind: str
    title: str
    finding: str
    why: tuple[str, ...]
    source: str
    questions: tuple[Question, ...]
    blocks: str


@dataclass(frozen=True)
class Guide:
    """A whole guide.

    ``kept`` is what became of last year's agreements, None where there are none; ``headings`` holds the words
    around the topics by what they stand for; ``form`` is the table in which new agreements are written.
    """

    title: str
    alliance: str
    wave: str
    language: str
    synthetic: bool
    introduction: tuple[str, ...]
    topics: tuple[Topic, ...]
    headings: dict[str, str]
    form: Table
    kept: Table | None = None
    kept_finding: str = ""
    notes: tuple[str, ...] = ()


def blank_form(caption: str, header: tuple[str, ...]) -> Table:
    """Return an empty table of agreements to fill in, with dots where something is to be written."""
    rows = tuple((TO_FILL,) * len(header) for _ in range(LINES_TO_FILL))
    return Table(caption, header, rows)


def numbered(place: int, topic: Topic) -> str:
    """Return the title of a topic with its number."""
    return f"{place}. {topic.title}"
