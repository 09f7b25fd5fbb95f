"""The guide as Markdown, to paste where people already work together."""

from __future__ import annotations

from collections.abc import Iterator

from alliance_analytics.publish.exhibit import Table
from alliance_analytics.publish.guide.guide import Guide, Topic

MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


def guide_markdown(guide: Guide) -> str:
    """Return the guide as Markdown, with a line break at its end."""
    return "\n\n".join(_blocks(guide)) + "\n"


def _blocks(guide: Guide) -> Iterator[str]:
    yield f"# {_text(guide.title)}: {_text(guide.alliance)}, {_text(guide.wave)}"
    if guide.synthetic:
        yield f"**{_text(guide.headings['synthetic'])}**"
    yield from map(_text, guide.introduction)
    if guide.kept is not None:
        yield f"## {_text(guide.headings['kept'])}"
        yield _text(guide.kept_finding)
        yield _table(guide.kept)
    for place, topic in enumerate(guide.topics, start=1):
        yield from _topic(guide, place, topic)
    yield f"## {_text(guide.headings['form'])}"
    yield _text(guide.headings["form_finding"])
    yield _table(guide.form)
    yield from map(_text, guide.notes)


def _topic(guide: Guide, place: int, topic: Topic) -> Iterator[str]:
    yield f"## {place}. {_text(topic.title)}"
    yield f"**{_text(topic.finding)}**"
    yield from map(_text, (*topic.why, topic.blocks))
    yield f"{_text(guide.headings['questions'])}:"
    yield "\n".join(f"- {_text(question.level)}: {_text(question.text)}" for question in topic.questions)
    yield f"*{_text(topic.source)}*"


def _table(table: Table) -> str:
    rows = [table.header, ("---",) * len(table.header), *table.rows]
    cells = [row if row[0] == "---" else tuple(map(_text, row)) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _text(text: str) -> str:
    """Return a text in which nothing is taken for markup."""
    return text.translate(MARKUP)
