"""Write answers as REDCap exports them: labels, or codes with the data dictionary in a file beside.

A classic project: one row a person. The form was sent as a survey, so that it has a time and a state: 0 when
it was left before its end, 2 when it was submitted. A box that only the team sees marks its own tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv

MARKED = frozenset({"duplicate", "test", "unfinished", "opened_only", "empty"})
FORM = "partner_survey"
TIME = "%Y-%m-%d %H:%M:%S"
NEVER_SUBMITTED = "[not completed]"
PLACE = ("partner", "level")
LEFT = frozenset({"unfinished", "opened_only"})
DICTIONARY_ENDING = "_DataDictionary.csv"
DICTIONARY = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
)
NAMES = ("record_id", "redcap_survey_identifier", f"{FORM}_timestamp", "test_record___1")
TEXTS = ("Record ID", "Survey Identifier", "Survey Timestamp", "Test record? (choice=This is a test)")


def write(survey: AnswersToWrite, path: Path) -> None:
    """Write one wave as a REDCap CSV: labels, or with ``codes`` raw data and the data dictionary beside it.

    Parameters
    ----------
    survey : AnswersToWrite
        Records of a kind in ``MARKED`` can be told apart in this layout.
    path : Path
        File to write; the dictionary gets its name with ``DICTIONARY_ENDING``.
    """
    coded = survey.codes is not None
    write_csv(path, [_heading(survey, coded), *(_record(survey, row, coded) for row in survey.rows)])
    if coded:
        write_csv(dictionary_path(path), [DICTIONARY, *_fields(survey)])


def dictionary_path(path: Path) -> Path:
    """Return where the data dictionary of an export is written."""
    return path.with_name(path.stem + DICTIONARY_ENDING)


def _heading(survey: AnswersToWrite, coded: bool) -> list[str]:
    place = [item for kind in PLACE for item in survey.instrument.items if item.kind == kind]
    asked = [*place, *survey.instrument.scored, *survey.open_items]
    questions = [item.id.casefold() if coded else item.asked(survey.language) for item in asked]
    return [*(NAMES if coded else TEXTS), *questions, f"{FORM}_complete" if coded else "Complete?"]


def _record(survey: AnswersToWrite, row: int, coded: bool) -> list[str]:
    record = survey.records[row]
    ticked = record.kind == "test"
    left = record.kind in LEFT
    return [
        str(row + 1),
        record.mail,
        NEVER_SUBMITTED if left else record.submitted.strftime(TIME),
        str(int(ticked)) if coded else "Checked" if ticked else "Unchecked",
        *survey.answer_cells(row),
        ("0" if left else "2") if coded else "Incomplete" if left else "Complete",
    ]


def _fields(survey: AnswersToWrite) -> Iterator[Sequence[str]]:
    language, labels = survey.language, survey.labels
    partners = {str(place): name for place, name in enumerate(survey.partners, start=1)}
    wordings = [wording[language] for wording in survey.instrument.levels.values()]
    levels = {str(place): name for place, name in enumerate(wordings, start=1)}
    answers = {str(code): labels[answer] for answer, code in (survey.codes or {}).items()}
    yield _field("record_id", "text", "Record ID")
    yield _field("test_record", "checkbox", "Test record?", {"1": "This is a test"})
    for item in survey.instrument.items:
        offered = {"partner": partners, "level": levels, "open": {}}.get(item.kind, answers)
        kind = "notes" if item.kind == "open" else "dropdown" if item.kind == "partner" else "radio"
        yield _field(item.id.casefold(), kind, item.asked(language), offered)


def _field(name: str, kind: str, label: str, choices: Mapping[str, str] | None = None) -> list[str]:
    offered = " | ".join(f"{code}, {text}" for code, text in (choices or {}).items())
    return [name, FORM, "", kind, label, offered, *[""] * (len(DICTIONARY) - 6)]
