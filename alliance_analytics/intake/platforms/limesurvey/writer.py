"""Write answers as LimeSurvey exports them: ``code. text`` headings, full answers, semicolons.

A record without a submission date was left before its end; one whose last page is 0 was opened and no more.
The export ends on a blank record, and *N/A* in an answer means that the question was not shown.
"""

from __future__ import annotations

from pathlib import Path

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv

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


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a LimeSurvey CSV without mail addresses.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout.
    path : Path
        File to write.
    """
    rows = [[*_metadata(survey, row), *_answers(survey, row)] for row in survey.rows]
    write_csv(path, [_heading(survey), *rows, [""]], delimiter=";", quote_all=True, encoding="utf-8-sig")


def _heading(survey: AnswersToWrite) -> list[str]:
    statements = []
    for place, item in enumerate(survey.instrument.scored):
        page, line = divmod(place, STATEMENTS_A_PAGE)
        statements.append(f"ST{page + 1}[SQ{line + 1:03d}]. {survey.stem} [{item.asked(survey.language)}]")
    return [
        *METADATA[survey.language],
        f"ORG. {survey.asked('partner')}",
        f"NIV. {survey.asked('level')}",
        *statements,
        *(
            f"OPEN{place}. {item.asked(survey.language)}"
            for place, item in enumerate(survey.open_items, start=1)
        ),
    ]


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


def _answers(survey: AnswersToWrite, row: int) -> list[str]:
    shown = survey.answer_cells(row)
    for place, item in enumerate(survey.instrument.scored, start=2):
        if survey.answer(row, item.id) == "not_shown":
            shown[place] = NOT_SHOWN
    return shown
