"""The form as XLSForm, for KoboToolbox, ODK and other tools of that family.

Questions are named by the ids of the items, and answers by names that are read as the answers themselves, so
that both exports, of names and of labels, come back understood. A block is a page; each statement is a row
of answers. Syntax: the XLSForm reference (sheets *survey*, *choices* and *settings*, ``label::Language
(code)``, groups with the appearance *field-list*, ``select_one`` with the appearance *likert*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO

from openpyxl import Workbook

from alliance_analytics.intake.questionnaire.form import Form, Option, Question, Texts
from alliance_analytics.intake.questionnaire.ids import refuse_ids
from alliance_analytics.model.sourced import Language

NAME = re.compile(r"(?!group_)[A-Za-z_][A-Za-z0-9_]*")
NAMES_ALLOWED = "letters, digits and '_', with a letter or '_' in front, but not 'group_'"
LANGUAGE_NAMES: Mapping[Language, str] = {"en": "English (en)", "nl": "Nederlands (nl)"}
AGREEMENT = "agreement"
OWN_NAMES = frozenset({"start", "end", "introduction", "thanks"})

Row = dict[str, str]


def xlsform(form: Form) -> bytes:
    """Return the form as the bytes of a workbook, with a label in each of its languages.

    Raises
    ------
    ModelError
        If an id of the instrument cannot name a question in this format.
    """
    refuse_ids(form.questions, "XLSForm", allowed=NAME, in_words=NAMES_ALLOWED, taken=OWN_NAMES)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = {"survey": _survey(form), "choices": _choices(form), "settings": iter([_settings(form)])}
    for title, rows in sheets.items():
        _fill(workbook, title, list(rows))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _fill(workbook: Workbook, title: str, rows: list[Row]) -> None:
    sheet = workbook.create_sheet(title)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    sheet.append(columns)
    for row in rows:
        sheet.append([row.get(column) for column in columns])


def _survey(form: Form) -> Iterator[Row]:
    yield {"type": "start", "name": "start"}
    yield {"type": "end", "name": "end"}
    yield _row("note", "introduction", _invitation(form))
    if form.about:
        yield from _page("about", form.about_title, [_about(question) for question in form.about])
    for number, block in enumerate(form.blocks, start=1):
        rows = [
            _row(f"select_one {AGREEMENT}", q.id, q.texts) | {"appearance": "likert"}
            for q in block.statements
        ]
        yield from _page(f"page_{number}", _joined(block.title, form.stem), rows)
    if form.open_questions:
        rows = [_row("text", q.id, q.texts) | {"appearance": "multiline"} for q in form.open_questions]
        yield from _page("own_words", _joined(form.open_title, form.open_hint), rows)
    yield _row("note", "thanks", form.closing)


def _page(name: str, label: Texts, rows: list[Row]) -> Iterator[Row]:
    yield _row("begin_group", f"group_{name}", label) | {"appearance": "field-list"}
    yield from rows
    yield {"type": "end_group"}


def _about(question: Question) -> Row:
    kind = f"select_one {_list_name(question)}" if question.options else "text"
    return _row(kind, question.id, question.texts)


def _list_name(question: Question) -> str:
    return f"list_{question.id}"


def _choices(form: Form) -> Iterator[Row]:
    lists: dict[str, tuple[Option, ...]] = {_list_name(q): q.options for q in form.about if q.options}
    for name, options in (lists | {AGREEMENT: form.scale}).items():
        for option in options:
            yield {"list_name": name, "name": option.name} | _labels(option.texts)


def _settings(form: Form) -> Row:
    base = form.languages[0]
    return {
        "form_title": form.title[base],
        "form_id": form.id,
        "version": form.version,
        "default_language": LANGUAGE_NAMES[base],
        "style": "pages",
    }


def _row(kind: str, name: str, label: Texts) -> Row:
    return {"type": kind, "name": name} | _labels(label)


def _labels(texts: Texts) -> Row:
    return {f"label::{LANGUAGE_NAMES[language]}": text for language, text in texts.items()}


def _invitation(form: Form) -> Texts:
    return {
        code: "\n\n".join(f"**{part.heading[code]}** \n{part.text[code]}" for part in form.invitation)
        for code in form.languages
    }


def _joined(first: Texts, second: Texts) -> Texts:
    return {code: f"{text}. {second[code]}" for code, text in first.items()}
