"""SurveyMonkey as CSV: questions in the first record, and below them what each column of a question holds.

The text of a question stands above its first column only, so it is carried to the right, but never into the
next question. People delete the second record; then every heading is all there is. Its absence is told by
what stands below the platform's own columns.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from alliance_analytics.intake.platforms.base import (
    Column,
    Export,
    Role,
    export,
    responses_below,
    without_note_rows,
)
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
    "customdata1": "identifier",
}
RESPONDENT, COLLECTOR = "respondentid", "collectorid"
HOLDS_ANSWER = frozenset({"response", "open-ended response", "antwoord", "antwort", "reponse", "respuesta"})


class SurveyMonkey:
    """Exports of SurveyMonkey with all responses, one column a statement."""

    name = "surveymonkey"
    aliases = ("survey-monkey", "monkey")

    def recognises(self, table: Table) -> bool:
        """Return whether there are respondent and collector ids, or a second record of *Response* cells."""
        if table.variables:
            return False
        names = {_key(heading) for heading in table.headings}
        return {RESPONDENT, COLLECTOR} <= names or _says_response(table)

    def read(self, table: Table) -> Export:
        """Return the export; the platform marks neither tests nor unfinished responses."""
        headers = 2 if _has_second_header(table) else 1
        columns = _columns(table.record(0), table.record(1) if headers == 2 else [])
        keys = [_key(column.text) for column in columns]
        read = export(self.name, table, columns, responses_below(table, headers))
        return without_note_rows(read, keys.index(RESPONDENT) if RESPONDENT in keys else None)


def _key(heading: str) -> str:
    return "".join(letter for letter in plain(heading) if letter.isalnum())


def _says_response(table: Table) -> bool:
    """Return whether the second record says *Response* more than once, which no respondent does."""
    return sum(plain(cell) in HOLDS_ANSWER for cell in table.record(1)) > 1


def _has_second_header(table: Table) -> bool:
    """Return whether the second record is a header: each respondent has an id, a header has none."""
    if _says_response(table):
        return True
    keys = [_key(heading) for heading in table.headings]
    return RESPONDENT in keys and len(table.cells) > 1 and not table.record(1)[keys.index(RESPONDENT)]


def _columns(questions: list[str], holds: list[str]) -> list[Column]:
    if not holds:
        return [Column("", question, role=_role(question)) for question in questions]
    starts = _starts(questions, holds)
    columns = []
    for start, places in groupby(range(len(questions)), key=lambda place: starts[place]):
        columns += [_column(questions[start], start, place, holds) for place in places]
    return columns


def _starts(questions: list[str], holds: list[str]) -> list[int]:
    """Return for each column the place where its question starts; padding is a question of its own."""
    starts: list[int] = []
    for place, question in enumerate(questions):
        starts.append(place if question or not holds[place] or not starts else starts[-1])
    return starts


def _column(question: str, start: int, place: int, holds: list[str]) -> Column:
    """Return one column; what follows the answer to a single question is what was typed beside it."""
    plain_answer = plain(holds[start]) in HOLDS_ANSWER
    if place == start and (plain_answer or not holds[start]):
        return Column("", question, role=_role(question))
    column = Column("", question, holds[place])
    return replace(column, role="other_text", beside=start) if plain_answer else column


def _role(question: str) -> Role:
    return ADMINISTRATION.get(_key(question), "answer")
