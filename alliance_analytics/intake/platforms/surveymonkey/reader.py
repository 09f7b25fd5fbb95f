"""SurveyMonkey: questions in the first record, and below them what each column of a question holds.

The text of a question stands above its first column only, so it is carried to the right, but never into the
next question. People delete the second record; then every heading is all there is. Its absence is told by
what stands below the platform's own columns. Other programs add a record of question numbers. A grid may have
one column a statement (condensed) or one for each of its answers (expanded).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.log import LogEntry, heading_shown
from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    responses_below,
    without_note_rows,
)
from alliance_analytics.intake.platforms.consent import without_consent
from alliance_analytics.intake.platforms.folding import folded
from alliance_analytics.intake.platforms.surveymonkey.summary import is_summary
from alliance_analytics.intake.table import Table
from alliance_analytics.model.spelling import plain

ADMINISTRATION: dict[str, Role] = {
    "respondentid": "response_id",
    "collectorid": "administration",
    "startdate": "administration",
    "enddate": "administration",
    "datecreated": "administration",
    "datemodified": "administration",
    "ipaddress": "device",
    "emailaddress": "mail",
    "firstname": "identifier",
    "lastname": "identifier",
}
CUSTOM_DATA = re.compile(r"customdata\d*|customvalue\d*")
RESPONDENT, COLLECTOR = "respondentid", "collectorid"
HOLDS_ANSWER = frozenset(
    {
        *("response", "open-ended response", "antwoord", "open antwoord", "antwort", "offene antwort"),
        *("reponse", "reponse ouverte", "respuesta", "respuesta abierta", "resposta", "resposta aberta"),
        *("risposta", "risposta aperta"),
    }
)
ID = re.compile(r"\d{9,12}(?:\.0)?")
SHORTENED_ID = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
QUESTION_NUMBER = re.compile(r"q\d+\w*", re.IGNORECASE)
MOST_HEADERS = 3
NEARLY_ALL = 0.8
SOME = 20


@dataclass(frozen=True)
class Headers:
    """The header records of an export: questions, what each column holds, question numbers; [] for none."""

    questions: list[str]
    holds: list[str]
    numbers: list[str]

    @property
    def count(self) -> int:
        """Number of header records."""
        return sum(map(bool, (self.questions, self.holds, self.numbers)))


class SurveyMonkey:
    """Exports of SurveyMonkey with all responses, condensed or expanded, as CSV or workbook."""

    name = "surveymonkey"
    aliases = ("survey-monkey", "monkey")

    def recognises(self, table: Table) -> bool:
        """Return whether there are the platform's ids, or a record of *Response* cells below the first."""
        if table.variables:
            return False
        headers = _headers(table)
        names = {_key(heading) for heading in headers.questions}
        return (
            {RESPONDENT, COLLECTOR} <= names
            or _says_response(headers.holds)
            or _has_ids(table)
            or is_summary(table)
        )

    def read(self, table: Table) -> Export:
        """Return the export; the platform marks neither tests nor unfinished responses.

        Raises
        ------
        ExportError
            If the file holds counts of answers instead of answers.
        """
        if is_summary(table):
            raise ExportError(
                "This is a summary: it counts the answers to each question, and holds no respondents.",
                where=table.file,
                remedy="Export all individual responses, as CSV or XLSX.",
            )
        headers = _headers(table)
        columns = _columns(headers)
        read = export(self.name, table, columns, responses_below(table, headers.count))
        read = replace(read, header_records=headers.count)
        keys = [_key(column.text) for column in columns]
        place = keys.index(RESPONDENT) if RESPONDENT in keys else None
        read = _with_ids_that_tell(without_note_rows(read, place), place)
        return without_consent(folded(read, question_of))


def question_of(column: Column) -> str:
    """Return the question that a column holds a part of, or ''."""
    return plain(column.text) if column.part else ""


def _headers(table: Table) -> Headers:
    """Take the header records apart; numbers of questions may stand above, between or below the others."""
    first = [table.record(place) for place in range(min(MOST_HEADERS, len(table.cells)))]
    numbers = next((record for record in first if _are_numbers(record)), [])
    rest = [record for record in first if record is not numbers]
    if not rest:
        return Headers(numbers, [], [])
    second = rest[1] if len(rest) > 1 and _is_header(rest[0], rest[1]) else []
    return Headers(rest[0], second, numbers)


def _are_numbers(record: Sequence[str]) -> bool:
    filled = [cell for cell in record if cell]
    found = [cell for cell in filled if QUESTION_NUMBER.fullmatch(cell)]
    return len(found) > 1 and len(found) >= NEARLY_ALL * len(filled)


def _is_header(questions: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether a record is a header: each respondent has an id, a header has none."""
    keys = [_key(heading) for heading in questions]
    return _says_response(below) or (RESPONDENT in keys and not below[keys.index(RESPONDENT)])


def _key(heading: str) -> str:
    return "".join(letter for letter in plain(heading) if letter.isalnum())


def _says_response(record: Sequence[str]) -> bool:
    """Return whether a record says *Response* more than once, which no respondent does."""
    return sum(plain(cell) in HOLDS_ANSWER for cell in record) > 1


def _has_ids(table: Table) -> bool:
    """Return whether the first column is of respondents' ids, all numbers of the platform's length."""
    if _key(table.record(0)[0]) != RESPONDENT:
        return False
    ids = [cell.strip() for cell in table.cells[0].iloc[1 : SOME + 1] if cell.strip()]
    return bool(ids) and all(ID.fullmatch(cell) for cell in ids)


def _with_ids_that_tell(read: Export, place: int | None) -> Export:
    """Return the export without ids that a spreadsheet shortened: many people would share one."""
    if place is None or not any(SHORTENED_ID.fullmatch(text.strip()) for text in read.cells[place].unique()):
        return read
    note = LogEntry(
        "column_not_used",
        "Not used: a spreadsheet shortened the ids, and they no longer tell respondents apart.",
        column=heading_shown(read.columns[place].heading),
    )
    columns = [replace(c, role="administration") if p == place else c for p, c in enumerate(read.columns)]
    return replace(read, columns=tuple(columns), notes=(*read.notes, note))


def _columns(headers: Headers) -> list[Column]:
    questions, holds = headers.questions, headers.holds
    names = headers.numbers or [""] * len(questions)
    if not holds:
        return [
            Column(name, question, role=_role(question))
            for name, question in zip(names, questions, strict=True)
        ]
    starts = _starts(questions, holds)
    columns = []
    for start, places in groupby(range(len(questions)), key=lambda place: starts[place]):
        columns += [
            replace(_column(questions[start], start, place, holds), name=names[place]) for place in places
        ]
    return columns


def _starts(questions: Sequence[str], holds: Sequence[str]) -> list[int]:
    """Return for each column the place where its question starts; padding is a question of its own."""
    starts: list[int] = []
    for place, question in enumerate(questions):
        starts.append(place if question or not holds[place] or not starts else starts[-1])
    return starts


def _column(question: str, start: int, place: int, holds: Sequence[str]) -> Column:
    """Return one column; what follows the answer to a single question is what was typed beside it."""
    plain_answer = plain(holds[start]) in HOLDS_ANSWER
    if place == start and (plain_answer or not holds[start]):
        return Column("", question, role=_role(question))
    column = Column("", question, holds[place])
    return replace(column, role="other_text", beside=start) if plain_answer else column


def _role(question: str) -> Role:
    key = _key(question)
    if not key:
        return "administration"
    return "identifier" if CUSTOM_DATA.fullmatch(key) else ADMINISTRATION.get(key, "answer")
