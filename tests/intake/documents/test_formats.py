from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from alliance_analytics.intake.documents import formats
from alliance_analytics.intake.documents.block import UnreadableDocumentError
from alliance_analytics.intake.documents.formats import read_content

SENTENCE = "The two kitchens share one oven."


def pdf() -> bytes:
    content = BytesIO()
    canvas = Canvas(content)
    canvas.drawString(72, 700, SENTENCE)
    canvas.save()
    return content.getvalue()


def word() -> bytes:
    content = BytesIO()
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    document.save(content)
    return content.getvalue()


def slides() -> bytes:
    content = BytesIO()
    deck = Presentation()
    box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(0, 0, 900000, 900000)
    box.text_frame.text = SENTENCE
    deck.save(content)
    return content.getvalue()


def workbook() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return content.getvalue()


HTML = f"<html><body><p>{SENTENCE}</p></body></html>".encode()
MAIL = f"From: a@example.org\nSubject: Ovens\n\n{SENTENCE}\n".encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", pdf()),
        ("report.docx", word()),
        ("report.pptx", slides()),
        ("report.HTM", HTML),
        ("report.eml", MAIL),
        ("report.md", SENTENCE.encode()),
        ("report.txt", SENTENCE.encode()),
    ],
)
def test_each_format_is_read_under_its_own_ending(name: str, content: bytes) -> None:
    document = read_content(name, content)
    assert [block.text for block in document.blocks] == [SENTENCE]
    assert document.notes == ()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("report.docx", pdf(), "PDF"),
        ("report.docx", slides(), "PowerPoint"),
        ("report.pdf", word(), "Word"),
        ("report.txt", HTML, "HTML"),
        ("report", MAIL, "mail"),
    ],
)
def test_a_wrong_ending_is_read_by_content_and_noted(name: str, content: bytes, kind: str) -> None:
    document = read_content(name, content)
    assert [block.text for block in document.blocks] == [SENTENCE]
    (note,) = document.notes
    assert note.reason == "wrong_ending"
    assert document.opening
    assert kind in note.found


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("report.pdf", b"", "empty"),
        ("report.txt", b" \n", "empty"),
        ("figures.xlsx", workbook(), "unknown_format"),
        ("figures.txt", workbook(), "unknown_format"),
        ("report.doc", b"\xd0\xcf\x11\xe0" + bytes(20), "unknown_format"),
        ("report.md", b"{\\rtf1 text}", "unknown_format"),
        ("report", b"some text", "unknown_format"),
        ("report.pdf", b"not a pdf at all", "broken"),
        ("report.docx", b"PK\x03\x04 half", "broken"),
        ("report.docx", b"plain text under another name", "broken"),
        ("report.pptx", slides()[:9000], "broken"),
        ("report.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_content(name, content)
    assert raised.value.note.reason == reason
    assert raised.value.note.action.endswith(".")


def test_an_old_office_file_is_told_what_to_become() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_content("report.doc", b"\xd0\xcf\x11\xe0" + bytes(20))
    assert ".docx" in raised.value.note.action


def test_whatever_a_reader_stumbles_over_becomes_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(content: bytes) -> None:
        raise RecursionError

    broken = tuple(replace(known, read=stumble) for known in formats.FORMATS)
    monkeypatch.setattr(formats, "FORMATS", broken)
    with pytest.raises(UnreadableDocumentError) as raised:
        read_content("report.html", HTML)
    assert raised.value.note.reason == "broken"


WHOLE = {"a.pdf": pdf(), "a.docx": word(), "a.pptx": slides(), "a.html": HTML, "a.eml": MAIL}


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_damage_ends_in_a_traceback(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    content = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(len(content) // 2, len(content)))]
    try:
        blocks = read_content(name, bytes(content)).blocks
    except UnreadableDocumentError:
        return
    assert all(block.text for block in blocks)
