"""The form as Qualtrics' advanced text format, to be imported as a new survey.

A tag in double square brackets says what follows. A block is a page with one matrix; its rows come back below
the very wordings of the statements, and the other questions under the ids of the items. Syntax: Qualtrics
support, *Import and export surveys*, *Preparing an Advanced Format TXT file*.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from alliance_analytics.intake.questionnaire.form import Form, Option, Question
from alliance_analytics.intake.questionnaire.ids import refuse_ids
from alliance_analytics.model.sourced import Language

TAG = re.compile(r"\w+")
TAGS_ALLOWED = "letters, digits and '_'"
OWN_NAMES = frozenset({"introduction", "own_words"})


def qualtrics(form: Form) -> bytes:
    """Return the form, in its base language, as the bytes of a UTF-8 text file, to be saved as ``.txt``.

    Raises
    ------
    ModelError
        If an id of the instrument cannot be the tag of a question.
    """
    taken = OWN_NAMES | {f"block{number}" for number in range(1, len(form.blocks) + 1)}
    refuse_ids(form.questions, "Qualtrics", allowed=TAG, in_words=TAGS_ALLOWED, taken=taken)
    return "\n".join(["[[AdvancedFormat]]", "", *_lines(form, form.languages[0])]).encode()


def _lines(form: Form, language: Language) -> Iterator[str]:
    yield from _block(form.title[language])
    yield from _shown("INTRODUCTION", _invitation(form, language))
    if form.about:
        yield from ["[[PageBreak]]", ""]
    for question in form.about:
        yield from _about(question, language)
    for number, block in enumerate(form.blocks, start=1):
        yield from _block(block.title[language])
        yield from _matrix(f"BLOCK{number}", block.statements, form, language)
    if form.open_questions:
        yield from _block(form.open_title[language])
        yield from _shown("OWN_WORDS", _safe(form.open_hint[language]))
    for question in form.open_questions:
        yield from [*_question("TE:Essay", question.id, question.texts[language]), ""]


def _block(title: str) -> Iterator[str]:
    yield from [f"[[Block:{title.replace('[', '(').replace(']', ')')}]]", ""]


def _shown(name: str, text: str) -> Iterator[str]:
    yield from ["[[Question:DB]]", f"[[ID:{name}]]", text, ""]


def _about(question: Question, language: Language) -> Iterator[str]:
    kind = "MC:SingleAnswer:Vertical" if question.options else "TE:SingleLine"
    yield from _question(kind, question.id, question.texts[language])
    if question.options:
        yield "[[AdvancedChoices]]"
        yield from _numbered("Choice", question.options, language)
    yield ""


def _matrix(name: str, statements: tuple[Question, ...], form: Form, language: Language) -> Iterator[str]:
    yield from _question("Matrix:SingleAnswer", name, form.stem[language])
    yield "[[Choices]]"
    yield from (_safe(statement.texts[language]) for statement in statements)
    yield "[[AdvancedAnswers]]"
    yield from _numbered("Answer", form.scale, language)
    yield ""


def _question(kind: str, name: str, text: str) -> Iterator[str]:
    yield from [f"[[Question:{kind}]]", f"[[ID:{name}]]", _safe(text)]


def _numbered(tag: str, options: tuple[Option, ...], language: Language) -> Iterator[str]:
    for option in options:
        yield f"[[{tag}:{option.number}]]"
        yield _safe(option.texts[language])


def _invitation(form: Form, language: Language) -> str:
    parts = ((part.heading[language], part.text[language]) for part in form.invitation)
    return "<br><br>".join(f"<strong>{_safe(heading)}</strong><br>{_safe(text)}" for heading, text in parts)


def _safe(text: str) -> str:
    """Return a text as HTML in which nothing is taken for a tag, or for text to be filled in."""
    return html.escape(text, quote=False).replace("[[", "&#91;&#91;").replace("${", "&#36;{")
