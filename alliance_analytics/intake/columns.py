"""Which column holds the answers to which question.

The surest evidence is used up first: what the settings say, then the very wording, an id, the wording inside
a longer heading, a heading cut short, and last a wording that differs by a few letters. Two columns with the
same claim to one question are an error, for taking either would be a guess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alliance_analytics.errors import ExportError, did_you_mean, nearest
from alliance_analytics.intake import headings
from alliance_analytics.intake.headings import Evidence, Heading, Question
from alliance_analytics.intake.identifiers.people import looks_like_a_name
from alliance_analytics.intake.log import LogEntry, heading_shown
from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.spelling import plain

SHOWN_HEADINGS = 5

SURE: tuple[Evidence, ...] = (headings.asks, headings.bears_id)
LOOSE: tuple[Evidence, ...] = (
    headings.asks_inside,
    headings.is_cut_short,
    headings.is_alike,
    headings.is_named_as_usual,
)
"""Evidence that is worth a note when it is used."""


@dataclass(frozen=True)
class ColumnMap:
    """Where each question stands.

    Parameters
    ----------
    places : mapping of str to int
        Item id to the place of its column, for every item that was found.
    notes : tuple of LogEntry
        Loose matches, items that were not found and columns that were not used.
    """

    places: Mapping[str, int]
    notes: tuple[LogEntry, ...]


def map_columns(
    columns: Sequence[Column], instrument: Instrument, mapping: Mapping[str, str], file: str
) -> ColumnMap:
    """Return where each question of the instrument stands in an export.

    Parameters
    ----------
    columns : sequence of Column
        Columns of the export; only those whose role is an answer can be questions.
    instrument : Instrument
        Its wordings in every language count.
    mapping : mapping of str to str
        Name or heading of a column to the id of an item, as the settings give it. It goes before all else.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        If the mapping names what does not exist, two columns have the same claim to one item, a question
        goes on in the heading of the next column, or no scored item was found.
    """
    questions = headings.questions_of(instrument)
    places = _mapped(columns, questions, mapping, file)
    notes: list[LogEntry] = []
    asking = _asking(columns)
    for evidence in (*SURE, *LOOSE):
        free = [heading for heading in asking if heading.place not in places.values()]
        wanted = [question.item for question in questions if question.item not in places]
        claims = {heading.place: evidence(heading, questions) for heading in free if wanted}
        found = _found(claims, wanted, columns, file)
        places |= found
        if evidence in LOOSE:
            _refuse_cut_in_two(columns, found, questions, file)
        notes += [_loose(columns[place], item) for item, place in found.items() if evidence in LOOSE]
    if not any(item.id in places for item in instrument.scored):
        raise _another_survey(columns, file)
    return ColumnMap(places, (*notes, *_not_found(questions, places), *_not_used(columns, places)))


def asks_for(columns: Sequence[Column], instrument: Instrument) -> bool:
    """Return whether the headings ask, to the letter or by id, for at least half of the scored items."""
    questions = headings.questions_of(instrument)
    found = [headings.heading_of(place, column) for place, column in enumerate(columns)]
    asked = {
        item for one in found for item in headings.asks(one, questions) | headings.bears_id(one, questions)
    }
    return 2 * len(asked & {item.id for item in instrument.scored}) >= len(instrument.scored)


def _mapped(
    columns: Sequence[Column], questions: Sequence[Question], mapping: Mapping[str, str], file: str
) -> dict[str, int]:
    known = [question.item for question in questions]
    for item in mapping.values():
        if item not in known:
            raise _unknown("The mapping names an item that is not in the instrument.", item, known, file)
    mapped = [(item, place_of(name, columns, file)) for name, item in mapping.items()]
    places = dict(mapped)
    if len(set(places.values())) < len(mapped):
        raise ExportError(
            "The mapping gives one item two columns, or one column two items.",
            where=file,
            found=", ".join(f"{name} is {item}" for name, item in mapping.items()),
            allowed="one column an item",
            remedy="Leave one of the two out.",
        )
    return places


def place_of(name: str, columns: Sequence[Column], file: str) -> int:
    """Return the place of the column that the settings call so, by its name, its heading or its row.

    Raises
    ------
    ExportError
        If no column, or more than one, is called so.
    """
    named = [place for place, column in enumerate(columns) if plain(name) in _handles(column)]
    found = [place for place in named if columns[place].repeats not in named]
    if len(found) == 1:
        return found[0]
    if found:
        raise ExportError(
            "The settings name a heading that several columns have.",
            where=file,
            found=heading_shown(name),
            remedy="Name the column by its code, or give the columns different headings in the file.",
        )
    headed = [heading_shown(column.name or column.heading) for column in columns]
    known = [heading for heading in headed if nearest(name, [heading]) or not looks_like_a_name(heading)]
    raise _unknown("The settings name a column that is not in the file.", heading_shown(name), known, file)


def _handles(column: Column) -> set[str]:
    return {plain(column.name), plain(column.heading), plain(column.part or column.text)} - {""}


def _found(
    claims: Mapping[int, set[str]], wanted: Sequence[str], columns: Sequence[Column], file: str
) -> dict[str, int]:
    """Return the places of the wanted items that one column claims; ``claims`` is place to items."""
    found: dict[str, int] = {}
    for item in wanted:
        claiming = [place for place, items in claims.items() if item in items]
        if len(claiming) > 1:
            raise _several(item, [_where(columns, place) for place in claiming], file)
        found.update((item, place) for place in claiming)
    return found


def _asking(columns: Sequence[Column]) -> list[Heading]:
    """Return the headings of the columns that can be questions."""
    return [
        headings.heading_of(place, column)
        for place, column in enumerate(columns)
        if column.role == "answer" and column.repeats is None
    ]


def _where(columns: Sequence[Column], place: int) -> str:
    return f"column {place + 1} ({heading_shown(columns[place].name or columns[place].heading)})"


def _loose(column: Column, item: str) -> LogEntry:
    action = f"Read as {item}, whose wording is nearest. If that is wrong, say so in the mapping."
    return LogEntry("matched_loosely", action, column=heading_shown(column.heading))


def _refuse_cut_in_two(
    columns: Sequence[Column], found: Mapping[str, int], questions: Sequence[Question], file: str
) -> None:
    """Raise when a separator within a question cut it: then all that follows stands one column further."""
    asked = {question.item: question.wordings for question in questions}
    for item, place in found.items():
        start, *rest = (plain(column.part or column.text) for column in columns[place : place + 2])
        if any(rest) and any(_goes_on(wording, start, rest[0]) for wording in asked[item]):
            raise ExportError(
                "A question is cut in two, and goes on in the heading of the next column.",
                where=f"{file}, {_where(columns, place)}",
                found=f"the beginning and the end of {item} in two headings",
                allowed="quotation marks around a text that holds the separator",
                remedy="Export the survey again, and do not open the file in between.",
            )


def _goes_on(wording: str, start: str, rest: str) -> bool:
    """Return whether a wording is cut into ``start`` and ``rest``, with what separates cells in between."""
    left = wording.removeprefix(start).lstrip(" ,;\t")
    return bool(start) and wording.startswith(start) and left != wording and left.startswith(rest)


def _not_found(questions: Sequence[Question], places: Mapping[str, int]) -> list[LogEntry]:
    action = "No column asks this; it counts as not shown to anybody."
    return [LogEntry("item_not_found", action, found=q.item) for q in questions if q.item not in places]


def _not_used(columns: Sequence[Column], places: Mapping[str, int]) -> list[LogEntry]:
    open_ = [c for place, c in enumerate(columns) if place not in places.values() and c.repeats is None]
    unused = [c for c in open_ if c.role == "answer"]
    action = "Left out: not a question of the instrument."
    return [LogEntry("column_not_used", action, column=heading_shown(c.heading)) for c in unused if c.heading]


def _unknown(what: str, found: str, known: Sequence[str], file: str) -> ExportError:
    return ExportError(what, where=file, found=found, remedy=did_you_mean(found, known))


def _several(item: str, places: Sequence[str], file: str) -> ExportError:
    return ExportError(
        f"Several columns can be item {item}.",
        where=file,
        found="; ".join(places),
        allowed="one column an item",
        remedy="Name the right column in the mapping of the wave's settings.",
    )


def _another_survey(columns: Sequence[Column], file: str) -> ExportError:
    # Where the header record was lost, the first respondent stands in its place.
    headed = [c.heading for c in columns if c.role == "answer" and c.heading]
    asked = [heading_shown(heading) for heading in headed if not looks_like_a_name(heading)]
    return ExportError(
        "No column asks a statement of the instrument. The export is of another survey, or headed by codes.",
        where=file,
        found=" | ".join(asked[:SHOWN_HEADINGS]) or "no question at all",
        allowed="headings with the wordings, or the ids, of the instrument",
        remedy="Take the right export, export it with the texts of the questions, map columns to items, or "
        "give the questionnaire that was asked: instrument.csv or instrument.yml.",
    )
