"""Write answers as LimeSurvey exports them: headings of codes, of texts or of both, full answers, semicolons.

The vv format has tabs, two header records, and words in braces for what a tab file cannot hold. A record
without a submission date was left before its end; one whose last page is 0 was opened and no more. An export
ends on a blank record, and *N/A* in an answer means that the question was not shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv

Headings = Literal["code. text", "codes", "text"]

MARKED = frozenset({"duplicate", "unfinished", "opened_only"})
STATEMENTS_A_PAGE = 8
TIME = "%Y-%m-%d %H:%M:%S"
METADATA = {
    "en": (
        "id. Response ID",
        "submitdate. Date submitted",
        "lastpage. Last page",
        "startlanguage. Start language",
        "seed. Seed",
        "startdate. Date started",
        "datestamp. Date last action",
        "ipaddr. IP address",
    ),
    "nl": (
        "id. Respons ID",
        "submitdate. Datum verstuurd",
        "lastpage. Laatste pagina",
        "startlanguage. Begin taal",
        "seed. Seed",
        "startdate. Startdatum",
        "datestamp. Datum laatste actie",
        "ipaddr. IP-adres",
    ),
}
FIRST_ID = 11
SEED_STEP = 700_001
NOT_SHOWN = "N/A"
NULL = "{question_not_shown}"
BRACES = {"{": "{lbrace}", '"': "{quote}", "\t": "{tab}", "\r": "{cr}", "\n": "{newline}"}
"""The brace goes first: those of the other words are no brace that somebody typed."""


def write(survey: AnswersToWrite, path: Path, headings: Headings = "code. text") -> None:
    """Write one wave as a LimeSurvey CSV without mail addresses.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout.
    path : Path
        File to write.
    headings : str, default 'code. text'
        What stands above the columns. Where it is codes alone, the statements bear the ids of the items.
    """
    rows = [[*_metadata(survey, row), *_answers(survey, row, NOT_SHOWN)] for row in survey.rows]
    heading = [_shown(code, text, headings) for code, text in _columns(survey, headings == "codes")]
    write_csv(path, [heading, *rows, [""]], delimiter=";", quote_all=True, encoding="utf-8-sig")


def write_vv(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave in LimeSurvey's vv format.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout. The platform itself writes codes
        here, never labels.
    path : Path
        File to write.
    """
    columns = _columns(survey, by_item=True)
    texts = [_in_braces(text) for _, text in columns]
    codes = [code.replace("[", "_").rstrip("]") for code, _ in columns]
    rows = [
        [
            *(cell or NULL for cell in _metadata(survey, row)),
            *(cell if cell == NULL else _in_braces(cell) for cell in _answers(survey, row, NULL)),
        ]
        for row in survey.rows
    ]
    lines = ["\t".join(record) for record in (texts, codes, *rows)]
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())


def _shown(code: str, text: str, headings: Headings) -> str:
    return {"codes": code, "text": text}.get(headings, f"{code}. {text}")


def _in_braces(text: str) -> str:
    for mark, word in BRACES.items():
        text = text.replace(mark, word)
    return text


def _columns(survey: AnswersToWrite, by_item: bool = False) -> list[tuple[str, str]]:
    """Return the code and the text of each column; ``by_item`` gives the questions the ids of the items."""
    known = [(code, text) for code, _, text in (name.partition(". ") for name in METADATA[survey.language])]
    statements = []
    for place, item in enumerate(survey.instrument.scored):
        page, line = divmod(place, STATEMENTS_A_PAGE)
        code = f"ST{page + 1}[{item.id if by_item else f'SQ{line + 1:03d}'}]"
        statements.append((code, f"{survey.stem} [{item.asked(survey.language)}]"))
    asked = [
        (item.id if by_item else f"OPEN{place}", item.asked(survey.language))
        for place, item in enumerate(survey.open_items, start=1)
    ]
    place_codes = ("PARTNER", "LEVEL") if by_item else ("ORG", "NIV")
    places = [*zip(place_codes, (survey.asked("partner"), survey.asked("level")), strict=True)]
    return [*known, *places, *statements, *asked]


def _metadata(survey: AnswersToWrite, row: int) -> list[str]:
    record = survey.records[row]
    pages = 3 + (len(survey.instrument.scored) - 1) // STATEMENTS_A_PAGE
    left_at = {"opened_only": 0, "unfinished": pages // 2}
    last_action = record.submitted.strftime(TIME)
    return [
        str(FIRST_ID + row + row // 7),
        "" if record.kind in left_at else last_action,
        str(left_at.get(record.kind, pages)),
        survey.language,
        str(100_000_000 + (row + 1) * SEED_STEP),
        record.started.strftime(TIME),
        last_action,
        record.address,
    ]


def _answers(survey: AnswersToWrite, row: int, not_shown: str) -> list[str]:
    shown = survey.answer_cells(row)
    for place, item in enumerate(survey.instrument.scored, start=2):
        if survey.answer(row, item.id) == "not_shown":
            shown[place] = not_shown
    return shown
