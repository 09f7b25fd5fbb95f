"""SurveyMonkey: questions in the first record, and below them what each column of a question holds.

The text of a question stands above its first column only, so it is carried to the right, but never into the
next question. People delete the second record; then every heading is all there is. Its absence is told by
what stands below the platform's own columns. Other programs add a record of question numbers. A grid may have
one column a statement (condensed) or one for each of its answers (expanded).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

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
from alliance_analytics.intake.summaries import counts_answers, refuse_summary
from alliance_analytics.intake.table import Table
from alliance_analytics.model.platform_headings import platform_headings
from alliance_analytics.model.spelling import plain

ROLES: dict[str, Role] = {
    "respondent": "response_id",
    "collector": "administration",
    "time": "administration",
    "ip": "device",
    "mail": "mail",
    "name": "identifier",
    "custom_data": "identifier",
}
LAST_NUMBER = re.compile(r"\s*\d+$")
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
        return (
            set(map(_own, headers.questions)) >= {"respondent", "collector"}
            or _says_response(headers.holds)
            or _has_ids(table)
            or counts_answers(_records(table))
        )

    def read(self, table: Table) -> Export:
        """Return the export; the platform marks neither tests nor unfinished responses.

        Raises
        ------
        ExportError
            If the file holds counts of answers instead of answers.
        """
        refuse_summary(_records(table), table.file)
        headers = _headers(table)
        columns = _columns(headers)
        read = export(self.name, table, columns, responses_below(table, headers.count))
        read = replace(read, header_records=headers.count)
        place = _place_of_ids([column.text for column in columns])
        read = _with_ids_that_tell(without_note_rows(read, place), place)
        return without_consent(folded(read, question_of))


def _records(table: Table) -> Iterator[list[str]]:
    return map(table.record, range(len(table.cells)))


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
    place = _place_of_ids(questions)
    return _says_response(below) or (place is not None and not below[place])


def _place_of_ids(questions: Sequence[str]) -> int | None:
    own = list(map(_own, questions))
    return own.index("respondent") if "respondent" in own else None


def _own(heading: str) -> str:
    """Return what a column of the platform's own is, or ''; old forms head it without spaces."""
    return _known().get(_key(LAST_NUMBER.sub("", heading)), "")


@cache
def _known() -> dict[str, str]:
    return {_key(heading): column for heading, column in platform_headings("surveymonkey").items()}


def _key(heading: str) -> str:
    return "".join(letter for letter in plain(heading) if letter.isalnum())


def _says_response(record: Sequence[str]) -> bool:
    """Return whether a record says *Response* more than once, which no respondent does."""
    return sum(_own(cell) == "answer" for cell in record) > 1


def _has_ids(table: Table) -> bool:
    """Return whether the first column is of respondents' ids, all numbers of the platform's length."""
    if _own(table.record(0)[0]) != "respondent":
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
    plain_answer = _own(holds[start]) == "answer"
    if place == start and (plain_answer or not holds[start]):
        return Column("", question, role=_role(question))
    column = Column("", question, holds[place])
    return replace(column, role="other_text", beside=start) if plain_answer else column


def _role(question: str) -> Role:
    return ROLES.get(_own(question), "answer") if _key(question) else "administration"
