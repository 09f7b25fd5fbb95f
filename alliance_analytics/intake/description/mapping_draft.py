"""The settings that an export needs, as a file to edit: what is sure as it stands, what is not behind a mark.

A line that is unsure is a comment, so that the file can be used as it is and a person has to say yes to every
guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import headings
from alliance_analytics.intake.columns import LOOSE, SURE
from alliance_analytics.intake.description.described import DescribedColumn, Description
from alliance_analytics.intake.headings import Heading, Question
from alliance_analytics.intake.identifiers.texts import MASK
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.answer_scales import AnswerLanguage, answer_scales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.spelling import plain

HEAD = """\
# Draft of wave.yml, made from the headings and labels of {file}. Lines marked unsure are comments: take away
# the first # of those that are right, and delete the rest.
platform: {platform}
"""
WORDS = {
    "partner": ("partner", "organisation", "organization", "organisatie", "employer", "werkgever", "company"),
    "level": ("level", "niveau", "role", "rol", "function", "functie", "position", "ebene"),
}


@dataclass(frozen=True)
class Proposal:
    """What a column is taken to ask: an item, '' for none, and a doubt, '' where there is none."""

    column: DescribedColumn
    item: str
    doubt: str


def draft(description: Description, instrument: Instrument, file: str) -> str:
    """Return the text of a settings file for a wave with this export.

    Parameters
    ----------
    description : Description
        What the export holds.
    instrument : Instrument
        Whose items the columns may ask.
    file : str
        Name of the export.
    """
    lines = [
        HEAD.format(file=file, platform=_text(description.platform)),
        "# Column of the file to item of the instrument.",
        *_block("mapping", [*_mapping(description, instrument)]),
        "",
        "# Code, or any text of a cell, to the label that it stands for.",
        *_block("answer_codes", [*_codes(description, instrument)]),
        "",
    ]
    return "\n".join(lines)


def write_draft(path: Path, text: str) -> None:
    """Write a draft.

    Raises
    ------
    ExportError
        If there is a file of that name: it may have been edited.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise ExportError(
            "The draft is not written over a file that is there.",
            where=path.name,
            remedy="Name a new file, or delete this one.",
        ) from error


def proposals(description: Description, instrument: Instrument) -> tuple[Proposal, ...]:
    """Return what each column of answers, choices or comments is taken to ask, and why that is unsure.

    Parameters
    ----------
    description : Description
        What the export holds.
    instrument : Instrument
        Whose items the columns may ask.
    """
    handles = Counter(plain(column.name) for column in description.columns)
    asked = [
        (place, c) for place, c in enumerate(description.columns) if c.role in ("answer", "choice", "comment")
    ]
    guesses = _guesses(asked, instrument)
    taken = Counter(item for item, _ in guesses.values())
    found = []
    for place, column in asked:
        item, sure = guesses.get(place, ("", False))
        doubt = _doubt(column, item, sure, handles[plain(column.name)], taken[item])
        found.append(Proposal(column, item, doubt))
    return tuple(found)


def _mapping(description: Description, instrument: Instrument) -> Iterator[str]:
    for proposal in proposals(description, instrument):
        line = f"{_text(proposal.column.name)}: {_text(proposal.item)}"
        yield f"  # unsure: {proposal.doubt}\n  # {line}" if proposal.doubt else f"  {line}"


def _doubt(column: DescribedColumn, item: str, sure: bool, alike: int, claims: int) -> str:
    """Return why a line of the mapping is unsure, or ''."""
    shown = f" ({column.text})" if column.text != column.name else ""
    if MASK in column.name:
        return "its heading says who somebody is; copy the heading from the file"
    if alike > 1:
        return f"{alike} columns are called so{shown}"
    if not item:
        return f"no item asks this{shown}, {_scale_of(column)}"
    if claims > 1:
        return f"{claims} columns may ask this{shown}"
    return "" if sure else f"the wording is not quite the item's{shown}"


def _scale_of(column: DescribedColumn) -> str:
    if column.scale is None:
        return f"a {column.role}"
    points = column.scale.points
    return f"an answer on {points} points" if points else "an answer in numbers"


def _guesses(
    asked: Sequence[tuple[int, DescribedColumn]], instrument: Instrument
) -> dict[int, tuple[str, bool]]:
    """Return for each column the one item that it may ask, and whether that is sure."""
    questions = headings.questions_of(instrument)
    found: dict[int, tuple[str, bool]] = {}
    for place, column in asked:
        if column.item:
            found[place] = (column.item, True)
            continue
        heading = headings.heading_of(place, Column(column.name, column.text))
        found[place] = _guess(heading, questions, column)
    return {place: guess for place, guess in found.items() if guess[0]}


def _guess(heading: Heading, questions: Sequence[Question], column: DescribedColumn) -> tuple[str, bool]:
    for evidence in (*SURE, *LOOSE):
        items = evidence(heading, questions)
        if len(items) == 1:
            return items.pop(), evidence in SURE
    usual = [kind for kind, words in WORDS.items() if column.role == "choice" and _speaks_of(column, words)]
    items = {question.item for question in questions if question.kind in usual}
    return (items.pop(), False) if len(items) == 1 else ("", False)


def _speaks_of(column: DescribedColumn, words: Sequence[str]) -> bool:
    said = set(plain(column.text).replace("?", " ").split())
    return not said.isdisjoint(words)


def _codes(description: Description, instrument: Instrument) -> Iterator[str]:
    scale = answer_scales().scale(instrument.answer_scale)
    language: AnswerLanguage = "nl" if "nl" in scale.labels and _is_dutch(description) else "en"
    labels = [scale.canonical(point, language) for point in range(1, scale.points + 1)]
    bare = [c for c in description.answers if c.scale and not c.scale.labels]
    if bare:
        yield f"  # unsure: in {len(bare)} columns numbers stand alone, and which end is which nobody says."
        yield from (f"  # {_text(str(point))}: {_text(label)}" for point, label in enumerate(labels, start=1))
    yield from _unknown_labels(description, scale.meanings)


def _unknown_labels(description: Description, known: Mapping[str, int]) -> Iterator[str]:
    met = dict.fromkeys(
        label
        for column in description.answers
        if column.item and column.scale
        for label in column.scale.labels
        if plain(label) not in known
    )
    for label in met:
        yield f"  # unsure: a label that the instrument's scale does not know.\n  # {_text(label)}: "


def _is_dutch(description: Description) -> bool:
    texts = [plain(label) for column in description.answers if column.scale for label in column.scale.labels]
    return any("eens" in text.split() for text in texts)


def _block(key: str, lines: Sequence[str]) -> list[str]:
    """Return a mapping of YAML; an empty one where every line is a comment."""
    sure = any(not line.lstrip().startswith("#") for line in lines)
    return [f"{key}:" if sure else f"{key}: {{}}  # Take away these brackets with the first # below.", *lines]


def _text(value: str) -> str:
    """Return a text quoted as YAML, on one line."""
    return yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10**6).strip()
