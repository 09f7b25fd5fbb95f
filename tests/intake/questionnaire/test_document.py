from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from alliance_analytics.intake.questionnaire.document import BOX, document
from alliance_analytics.intake.questionnaire.form import Form
from alliance_analytics.intake.questionnaire.making import make_form
from alliance_analytics.model.instruments import default_instrument


def opened(form: Form) -> Any:
    return docx.Document(BytesIO(document(form)))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_question_is_printed_once(language: str) -> None:
    form = make_form(default_instrument(), language=language)
    word = opened(form)
    texts = [paragraph.text for paragraph in word.paragraphs]
    rows = [row.cells[0].text for table in word.tables for row in table.rows[1:]]
    assert rows == [statement.texts[language] for statement in form.statements]
    for question in (*form.about, *form.open_questions):
        assert texts.count(question.texts[language]) == 1
    assert any("5 " in text and "10" in text for text in texts)
    assert word.core_properties.language == {"en": "en-GB", "nl": "nl-NL"}[language]


def test_a_row_has_a_box_below_each_answer_and_never_breaks() -> None:
    form = make_form(default_instrument())
    for table in opened(form).tables:
        heads, *rows = table.rows
        assert [cell.text for cell in heads.cells][1:] == [option.texts["en"] for option in form.scale]
        assert heads._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all([cell.text for cell in row.cells][1:] == [BOX] * 6 for row in rows)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_it_is_printed_on_a4() -> None:
    section = opened(make_form(default_instrument())).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == 18


def test_partners_are_boxes_or_a_line() -> None:
    chosen = [
        paragraph.text
        for paragraph in opened(make_form(default_instrument(), partners=["A", "B"])).paragraphs
    ]
    assert f"{BOX}  A" in chosen
    typed = opened(make_form(default_instrument())).paragraphs
    place = next(n for n, paragraph in enumerate(typed) if paragraph.text.startswith("Which of the partners"))
    assert typed[place + 1]._p.pPr.find(qn("w:pBdr")) is not None


def test_the_edges_of_a_line_stand_before_the_space_around_it() -> None:
    for paragraph in opened(make_form(default_instrument())).paragraphs:
        tags = [child.tag for child in paragraph._p.pPr] if paragraph._p.pPr is not None else []
        if qn("w:pBdr") in tags:
            assert tags.index(qn("w:pBdr")) < tags.index(qn("w:spacing"))


def test_without_open_questions_there_is_no_heading_for_them() -> None:
    items = tuple(item for item in default_instrument().items if item.kind != "open")
    word = opened(make_form(default_instrument().model_copy(update={"items": items})))
    assert "In your own words" not in [paragraph.text for paragraph in word.paragraphs]
