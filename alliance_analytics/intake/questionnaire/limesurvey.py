"""The form as LimeSurvey's tab-separated survey structure, to be imported as a new survey.

One row for each setting (S), text of the survey (SL), group (G), question (Q), sub-question (SQ) and answer
(A); what belongs together stands below each other, and every further language repeats the whole. A block is
a group with one array question (type F) whose sub-questions bear the ids of the items. Syntax: the LimeSurvey
manual, *Tab Separated Value survey structure*.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from io import StringIO

from alliance_analytics.intake.questionnaire.form import Form, Option, Question
from alliance_analytics.intake.questionnaire.ids import refuse_ids
from alliance_analytics.model.sourced import Language

COLUMNS = (
    "id",
    "related_id",
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
)
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,19}")
CODES_ALLOWED = "a letter, and then up to 19 letters and digits"
RESERVED = frozenset({"other", "comment", "time"})
SETTINGS = {
    "format": "G",
    "datestamp": "Y",
    "ipaddr": "N",
    "refurl": "N",
    "showprogress": "Y",
    "allowprev": "Y",
}
"""A page a group; times are kept, addresses are not; people may go back."""

ARRAY, LIST, SHORT_TEXT, LONG_TEXT = "F", "L", "S", "T"

Row = dict[str, str]


def limesurvey(form: Form) -> bytes:
    """Return the form as the bytes of a text file, UTF-8 with a byte order mark, to be saved as ``.txt``.

    Raises
    ------
    ModelError
        If an id of the instrument cannot be a code of a question.
    """
    taken = RESERVED | {f"block{number}" for number in range(1, len(form.blocks) + 1)}
    refuse_ids(form.questions, "LimeSurvey", allowed=CODE, in_words=CODES_ALLOWED, taken=taken)
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(form))
    return text.getvalue().encode("utf-8-sig")


def _rows(form: Form) -> Iterator[Row]:
    base, *others = form.languages
    settings = {"language": base, "additional_languages": " ".join(others), **SETTINGS}
    yield from ({"class": "S", "name": name, "text": value} for name, value in settings.items() if value)
    for language in form.languages:
        yield from ({**row, "language": language} for row in _survey_texts(form, language))
    for language in form.languages:
        yield from ({**row, "language": language} for row in _structure(form, language))


def _survey_texts(form: Form, language: Language) -> Iterator[Row]:
    welcome = "".join(
        f"<h4>{html.escape(part.heading[language])}</h4><p>{html.escape(part.text[language])}</p>"
        for part in form.invitation
    )
    yield {"class": "SL", "name": "surveyls_title", "text": form.title[language]}
    yield {"class": "SL", "name": "surveyls_welcometext", "text": _no_formula(welcome)}
    yield {"class": "SL", "name": "surveyls_endtext", "text": f"<p>{html.escape(form.closing[language])}</p>"}


def _structure(form: Form, language: Language) -> Iterator[Row]:
    groups = [(form.about_title[language], "", list(_about(form, language)))]
    groups += [
        (block.title[language], "", list(_array(number, block.statements, form, language)))
        for number, block in enumerate(form.blocks, start=1)
    ]
    hint = form.open_hint[language]
    groups += [
        (form.open_title[language], hint, [_question(LONG_TEXT, q, language) for q in form.open_questions])
    ]
    for number, (title, description, rows) in enumerate((group for group in groups if group[2]), start=1):
        yield {"class": "G", "type/scale": str(number), "name": title, "relevance": "1", "text": description}
        yield from rows


def _about(form: Form, language: Language) -> Iterator[Row]:
    for question in form.about:
        yield _question(LIST if question.options else SHORT_TEXT, question, language)
        yield from _answers(question.options, language)


def _array(number: int, statements: tuple[Question, ...], form: Form, language: Language) -> Iterator[Row]:
    yield _question(ARRAY, Question(f"BLOCK{number}", form.stem), language)
    for statement in statements:
        text = _no_formula(statement.texts[language])
        yield {"class": "SQ", "type/scale": "0", "name": statement.id, "relevance": "1", "text": text}
    yield from _answers(form.scale, language)


def _question(kind: str, question: Question, language: Language) -> Row:
    return {
        "class": "Q",
        "type/scale": kind,
        "name": question.id,
        "relevance": "1",
        "text": _no_formula(question.texts[language]),
        "mandatory": "N",
        "other": "N",
    }


def _answers(options: tuple[Option, ...], language: Language) -> Iterator[Row]:
    for option in options:
        text = _no_formula(option.texts[language])
        yield {"class": "A", "type/scale": "0", "name": str(option.number), "relevance": "0", "text": text}


def _no_formula(text: str) -> str:
    """Return the text with a space after each brace, for a brace before a letter opens a formula."""
    return re.sub(r"\{(?=\S)", "{ ", text)
