"""Which partner a respondent works for, and at which level: spellings to the names that the settings know.

A name that cannot be told stays missing, and the log says which names are allowed. Such a respondent still
counts for the alliance as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from alliance_analytics.intake.alike_names import name_shown, notes_on_alike
from alliance_analytics.intake.identifiers.people import looks_like_a_name
from alliance_analytics.intake.identifiers.texts import identifying_text
from alliance_analytics.intake.labels import code_of
from alliance_analytics.intake.log import LogEntry, Reason, heading_shown, label_shown, records
from alliance_analytics.intake.names import KnownNames
from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.spelling import plain


@dataclass(frozen=True)
class Named:
    """A name for each record, NA where none could be told, and what there is to say about it."""

    names: pd.Series[str]
    notes: tuple[LogEntry, ...]


@dataclass(frozen=True)
class NameQuestion:
    """A question that asks for a name out of a list.

    Parameters
    ----------
    spellings : mapping of str to str
        Spelling to the name that it means; empty when the settings name none, so that every name is taken
        as written.
    codes : mapping of str to str
        Code to name, from the settings.
    variant, unknown : str
        Reasons for the log.
    """

    spellings: Mapping[str, str]
    codes: Mapping[str, str]
    variant: Reason
    unknown: Reason


def partner_question(partners: Mapping[str, tuple[str, ...]], codes: Mapping[str, str]) -> NameQuestion:
    """Return the question for the partner: each partner's name and its other spellings."""
    spellings = {spelling: name for name, others in partners.items() for spelling in (*others, name)}
    return NameQuestion(spellings, codes, "partner_variant", "partner_unknown")


def level_question(
    instrument: Instrument, levels: Mapping[str, tuple[str, ...]], codes: Mapping[str, str]
) -> NameQuestion:
    """Return the question for the level: its id, its wordings in every language, and its other spellings."""
    spellings = {
        spelling: level
        for level, wordings in instrument.levels.items()
        for spelling in (
            *levels.get(level, ()),
            *instrument.level_variants.get(level, ()),
            *wordings.values(),
            level,
        )
    }
    return NameQuestion(spellings, codes, "level_variant", "level_unknown")


def read_names(export: Export, place: int | None, question: NameQuestion) -> Named:
    """Return the name that each record gives.

    Parameters
    ----------
    export : Export
        Records of respondents.
    place : int or None
        Place of the column that holds the choice; None when the question was not asked. What was typed
        beside *Other* is read where the choice itself is no known name.
    question : NameQuestion
        The names that are allowed.
    """
    if place is None:
        return Named(pd.Series(pd.NA, index=export.cells.index, dtype=object), ())
    column, rows = export.columns[place], export.cells.index
    chosen, typed = _decoded(export.cells[place].tolist(), column, question.codes), _typed(export, place)
    both = [*zip(chosen, typed, strict=True)]
    known = KnownNames(question.spellings or _as_written(beside or choice for choice, beside in both))
    read = {text: known.find(text) for text in {*chosen}}
    texts = [beside if beside and read[choice] is None else choice for choice, beside in both]
    found = {text: known.find(text) for text in dict.fromkeys(texts)}
    shown = {text: pd.NA if name is None else name for text, name in found.items()}
    names = pd.Series([shown[text] for text in texts], index=rows, dtype=object)
    notes = _notes(pd.Series(texts, index=rows, dtype=object), found, question, column, frozenset(typed))
    if not question.spellings:
        notes += notes_on_alike(names, frozenset(typed), heading_shown(column.heading))
    return Named(names, notes)


def _decoded(written: Sequence[str], column: Column, codes: Mapping[str, str]) -> list[str]:
    """Return codes as the names that the settings, or else the file, give them."""
    declared = {code_of(code): name for code, name in codes.items()}
    trimmed = [*map(str.strip, written)]
    read = {text: declared.get(code_of(text)) or column.labels.get(text, text) for text in {*trimmed}}
    return [read[text] for text in trimmed]


def _typed(export: Export, place: int) -> list[str]:
    """Return what was typed beside the choice, or ''."""
    beside = [other for other, column in enumerate(export.columns) if column.beside == place]
    return [text.strip() for text in export.cells[beside[0]]] if beside else [""] * len(export.cells)


def _as_written(chosen: Iterable[str]) -> dict[str, str]:
    """Return each text to its most frequent spelling, when nobody said which names there are."""
    usual: dict[str, str] = {}
    counts = Counter(chosen)
    for text, _ in counts.most_common():
        if text and not identifying_text(text):  # a person's address is no partner's name
            usual.setdefault(plain(text), " ".join(text.split()))
    return {text: usual[plain(text)] for text in counts if plain(text) in usual}


def _notes(
    texts: pd.Series[str],
    found: Mapping[str, str | None],
    question: NameQuestion,
    column: Column,
    typed: frozenset[str],
) -> tuple[LogEntry, ...]:
    """Return a note on each text that is no known spelling, with its record when only one person wrote it."""
    told = sorted(found.keys() - {""} - question.spellings.keys() - set(found.values()))
    counts = Counter(texts.tolist())
    named, meant = (_summed(found, counts, some) for some in (found, told))

    def note(text: str) -> LogEntry:
        name, count = found[text], counts[text]
        return LogEntry(
            question.unknown if name is None else question.variant,
            _action(name and _shown(name, name, named[name], question, typed), question, meant[name]),
            found=f"{_shown(text, name, count, question, typed)} in {records(count)}",
            column=heading_shown(column.heading),
            row=int(texts.index[texts == text][0]) if count == 1 else None,
        )

    return tuple(map(note, told))


def _summed(
    found: Mapping[str, str | None], counts: Mapping[str, int], texts: Iterable[str]
) -> Counter[str | None]:
    """Return how many records give each name in one of some spellings."""
    total: Counter[str | None] = Counter()
    for text in texts:
        total[found[text]] += counts[text]
    return total


def _shown(text: str, name: str | None, count: int, question: NameQuestion, typed: frozenset[str]) -> str:
    """Return a text as it may stand in a log: what one person wrote may be that person's name."""
    if text in question.spellings.values():
        return text
    if not question.spellings:
        return name_shown(text, count, typed)
    alone = text in typed or (count == 1 and looks_like_a_name(text))
    return f"a typed text of {len(text)} letters" if name is None and alone else label_shown(text)


def _action(name: str | None, question: NameQuestion, count: int) -> str:
    """Return what was done with all texts of one meaning: an overview counts notes, this one records."""
    in_all = f"({records(count)} in all)"
    if name:
        return f"Read as {name} {in_all}."
    if not question.spellings:
        return f"Counts as missing {in_all}: it tells who somebody is."
    allowed = ", ".join(dict.fromkeys(question.spellings.values()))
    return f"Counts as missing {in_all}. Allowed: {allowed}. Add the spelling to the settings if it is right."
