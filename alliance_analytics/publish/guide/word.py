"""The guide as a Word document on A4, to print, to change by hand and to fill in.

The same guide gives the same bytes. A row of a table never breaks over two pages, and its heading row is
repeated on the next.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from alliance_analytics.intake.platforms.fixed_archive import without_times
from alliance_analytics.publish.exhibit import Table
from alliance_analytics.publish.guide.guide import Guide, Topic, numbered

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Mm(210), Mm(297), Mm(20)
LOCALES = {"en": "en-GB", "nl": "nl-NL"}
INK = RGBColor(0x1B, 0x1B, 0x1B)
LONG_AGO = datetime(2000, 1, 1)
"""The same for every document, so that nothing but its content makes it differ."""


def guide_word(guide: Guide) -> bytes:
    """Return the guide as the bytes of a ``.docx`` file."""
    word = _blank(guide)
    word.add_heading(guide.title, level=0)
    word.add_paragraph(f"{guide.alliance} · {guide.headings['wave']}")
    if guide.synthetic:
        word.add_paragraph().add_run(guide.headings["synthetic"]).bold = True
    for text in guide.introduction:
        word.add_paragraph(text)
    if guide.kept is not None:
        word.add_heading(guide.headings["kept"], level=1)
        word.add_paragraph(guide.kept_finding)
        _add_table(word, guide.kept)
    for place, topic in enumerate(guide.topics, start=1):
        _add_topic(word, guide, place, topic)
    word.add_heading(guide.headings["form"], level=1)
    word.add_paragraph(guide.headings["form_finding"])
    _add_table(word, guide.form, height=Mm(12))
    for note in guide.notes:
        word.add_paragraph(note)
    return _saved(word)


def _blank(guide: Guide) -> Any:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    told = word.core_properties
    told.title, told.author, told.comments = f"{guide.title}: {guide.alliance}", "", ""
    told.language, told.created, told.modified = LOCALES[guide.language], LONG_AGO, LONG_AGO
    word.styles["Normal"].font.size = Pt(10.5)
    for name in ("Title", "Heading 1", "Heading 2"):
        word.styles[name].font.color.rgb = INK
    for found in word.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), LOCALES[guide.language])
    return word


def _add_topic(word: Any, guide: Guide, place: int, topic: Topic) -> None:
    word.add_heading(numbered(place, topic), level=1)
    finding = word.add_paragraph()
    finding.add_run(topic.finding).bold = True
    finding.paragraph_format.keep_with_next = True
    for text in (*topic.why, topic.blocks):
        word.add_paragraph(text)
    header = guide.headings["level"], guide.headings["question"]
    rows = tuple((question.level, question.text) for question in topic.questions)
    _add_table(word, Table(guide.headings["questions"], header, rows), widths=(Mm(35), Mm(135)))
    source = word.add_paragraph()
    source.paragraph_format.space_before = Pt(6)
    source.add_run(topic.source).italic = True


def _add_table(word: Any, table: Table, *, widths: tuple[Any, ...] = (), height: Any = None) -> None:
    made = word.add_table(rows=1, cols=len(table.header), style="Table Grid")
    made.autofit = not widths
    _fill(made.rows[0], table.header, bold=True)
    _mark(made.rows[0], "w:tblHeader")
    for cells in table.rows:
        row = made.add_row()
        _fill(row, cells, bold=False)
        _mark(row, "w:cantSplit")
        row.height = height
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = width


def _fill(row: Any, texts: tuple[str, ...], *, bold: bool) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size = bold, Pt(9.5)


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _saved(word: Any) -> bytes:
    content = BytesIO()
    word.save(content)
    return without_times(content.getvalue())
