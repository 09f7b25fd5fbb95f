"""The form as a Word document on A4, to print or to change by hand before printing.

A block is a table that never breaks inside a row and repeats its heads on the next page; boxes are drawn
with a letter, so that they can be replaced by a cross in Word as well as by pen.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from alliance_analytics.intake.questionnaire.form import Block, Form, Question
from alliance_analytics.model.questionnaire import questionnaire_texts
from alliance_analytics.model.sourced import Language

BOX = "\u2610"
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Mm(210), Mm(297), Mm(18)
STATEMENT_WIDTH, ANSWER_WIDTH = Mm(75), Mm(99)
"""Of a table: the statement, and all answers together."""

LINES_TO_WRITE_ON = 4
LOCALES: dict[Language, str] = {"en": "en-GB", "nl": "nl-NL"}


def document(form: Form) -> bytes:
    """Return the form, in its base language, as the bytes of a ``.docx`` file."""
    language = form.languages[0]
    word = _blank(form, language)
    word.add_heading(form.title[language], level=0)
    for part in form.invitation:
        paragraph = word.add_paragraph()
        paragraph.add_run(part.heading[language]).bold = True
        paragraph.add_run(f"\n{part.text[language]}")
    if form.about:
        word.add_heading(form.about_title[language], level=1)
    for question in form.about:
        _add_choice(word, question, language)
    for block in form.blocks:
        _add_block(word, block, form, language)
    _add_open_questions(word, form, language)
    word.add_paragraph(form.closing[language])
    return _saved(word)


def _blank(form: Form, language: Language) -> Any:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    word.core_properties.title = form.title[language]
    word.core_properties.author, word.core_properties.comments = "", ""
    word.core_properties.language = LOCALES[language]
    word.styles["Normal"].font.size = Pt(10)
    for found in word.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), LOCALES[language])
    return word


def _add_choice(word: Any, question: Question, language: Language) -> None:
    _add_question(word, question.texts[language])
    for option in question.options:
        word.add_paragraph(f"{BOX}  {option.texts[language]}").paragraph_format.space_after = Pt(2)
    if not question.options:
        _add_lines(word, 1)


def _add_block(word: Any, block: Block, form: Form, language: Language) -> None:
    word.add_heading(block.title[language], level=1)
    _add_question(word, form.stem[language])
    if block is form.blocks[0]:
        word.add_paragraph(
            questionnaire_texts().say("paper_hint", language)
        ).paragraph_format.keep_with_next = True
    table = word.add_table(rows=1, cols=1 + len(form.scale), style="Table Grid")
    table.autofit = False
    heads = [questionnaire_texts().say("statement_column", language)]
    _fill(table.rows[0], [*heads, *(option.texts[language] for option in form.scale)], Pt(7.5))
    _mark(table.rows[0], "w:tblHeader")
    for statement in block.statements:
        row = table.add_row()
        _fill(row, [statement.texts[language], *[BOX] * len(form.scale)], Pt(10))
        _mark(row, "w:cantSplit")


def _fill(row: Any, texts: list[str], size: Pt) -> None:
    answer_width = ANSWER_WIDTH // (len(texts) - 1)
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = answer_width if place else STATEMENT_WIDTH
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).font.size = size
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if place else WD_ALIGN_PARAGRAPH.LEFT


def _mark(row: Any, property_name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(property_name))


def _add_open_questions(word: Any, form: Form, language: Language) -> None:
    if not form.open_questions:
        return
    word.add_heading(form.open_title[language], level=1)
    word.add_paragraph(form.open_hint[language])
    for question in form.open_questions:
        _add_question(word, question.texts[language])
        _add_lines(word, LINES_TO_WRITE_ON)


def _add_question(word: Any, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(text).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _add_lines(word: Any, count: int) -> None:
    """Add empty lines to write on, each the lower edge of an empty paragraph."""
    for number in range(count):
        paragraph = word.add_paragraph()
        # First the edge: the format wants it before the space around a paragraph.
        _draw_lower_edge(paragraph)
        paragraph.paragraph_format.space_before = Pt(12)
        paragraph.paragraph_format.space_after = Pt(0 if number < count - 1 else 12)


def _draw_lower_edge(paragraph: Any) -> None:
    edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:between")
    lower = OxmlElement("w:bottom")
    for line in (lower, edge):
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "808080")):
            line.set(qn(f"w:{name}"), value)
        edges.append(line)
    paragraph._p.get_or_add_pPr().append(edges)


def _saved(word: Any) -> bytes:
    content = BytesIO()
    word.save(content)
    return content.getvalue()
