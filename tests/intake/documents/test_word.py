from datetime import date, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from alliance_analytics.intake.documents.block import UnreadableDocumentError
from alliance_analytics.intake.documents.word import read_word


def saved(word: docx.document.Document) -> bytes:
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def texts(word: docx.document.Document) -> list[str]:
    return [block.text for block in read_word(saved(word)).blocks]


def test_paragraphs_are_read_and_headings_headers_and_footers_are_not() -> None:
    word = docx.Document()
    word.add_heading("What went well", level=1)
    word.add_paragraph("The rota was kept.")
    word.sections[0].header.paragraphs[0].text = "Two towns, one rota"
    word.sections[0].footer.paragraphs[0].text = "Page 1"
    assert texts(word) == ["The rota was kept."]
    assert read_word(saved(word)).blocks[0].heading == "What went well"


def test_the_properties_and_the_first_lines_open_a_document() -> None:
    word = docx.Document()
    word.core_properties.title = "Record"
    word.core_properties.modified = datetime(2024, 5, 14)
    word.add_heading("Minutes of the board", level=0)
    word.add_heading("", level=1)
    word.add_paragraph("Present: three partners")
    document = read_word(saved(word))
    assert document.opening == ("Record", "Minutes of the board", "Present: three partners")
    assert document.saved == date(2024, 5, 14)
    assert document.blocks[0].heading == "Minutes of the board"


def test_cells_are_read_in_order_and_merged_cells_once() -> None:
    word = docx.Document()
    word.add_paragraph("The board met.")
    table = word.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Decisions"
    table.cell(1, 0).text = "1"
    table.cell(1, 1).text = "The new route starts in May."
    assert texts(word) == ["The board met.", "Decisions", "1", "The new route starts in May."]


def test_a_list_is_marked_as_one() -> None:
    word = docx.Document()
    word.add_paragraph("Shorter meetings", style="List Bullet")
    assert read_word(saved(word)).blocks[0].listed


def test_inserted_text_counts_and_deleted_text_does_not() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("The plan is ")
    paragraph._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="1" w:author="x"><w:r><w:t>open.</w:t></w:r></w:ins>',
        )
    )
    paragraph._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="x"><w:r><w:delText>shut.</w:delText></w:r></w:del>'
        )
    )
    assert texts(word) == ["The plan is open."]


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_word(saved(docx.Document()))
    assert raised.value.note.reason == "no_text"


def test_half_a_document_is_refused() -> None:
    word = docx.Document()
    word.add_paragraph("The rota was kept.")
    with pytest.raises(UnreadableDocumentError) as raised:
        read_word(saved(word)[:2000])
    assert raised.value.note.reason == "broken"
