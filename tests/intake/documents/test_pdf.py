from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from alliance_analytics.intake.documents.block import UnreadableDocumentError
from alliance_analytics.intake.documents.pdf import read_pdf

BODY = (
    ["The three hospitals share one list of nurses and keep", "it up to date every week of the year."],
    ["In the second year the list was opened to the care", "homes in the valley as well as to us."],
    ["After that the work became easier for all who take a", "turn at the desk in the weekends."],
)


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4)
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.drawString(72, 780 - 16 * place, line)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def with_edges(number: int, lines: Sequence[str]) -> list[str]:
    return [f"Valley Care, annual report, part {number}", *lines, f"Page {number} of 3"]


def test_pages_lose_headers_footers_and_numbers_and_keep_their_number() -> None:
    document = read_pdf(pdf([with_edges(number, lines) for number, lines in enumerate(BODY, start=1)]))
    assert [block.page for block in document.blocks] == [1, 2, 3]
    assert document.blocks[1].text.startswith("In the second year the list was opened to the care homes")
    assert not any("annual report" in block.text or "Page" in block.text for block in document.blocks)
    assert document.notes == ()


def test_a_word_split_over_two_lines_is_whole() -> None:
    lines = ["The partners looked back on a year of much collabo-", "ration between the floors."]
    assert "collaboration between" in read_pdf(pdf([lines])).blocks[0].text


def test_a_heading_is_a_block_of_its_own() -> None:
    texts = [block.text for block in read_pdf(pdf([["Looking back", *BODY[0]]])).blocks]
    assert texts[0] == "Looking back"
    assert len(texts) == 2


def test_a_scan_has_no_text() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_pdf(pdf([[], []]))
    assert raised.value.note.reason == "no_text"
    assert "2 pages" in raised.value.note.found
    with pytest.raises(UnreadableDocumentError, match="1 page without"):
        read_pdf(pdf([[]]))


def test_a_pdf_without_pages_is_empty() -> None:
    content = BytesIO()
    PdfWriter().write(content)
    with pytest.raises(UnreadableDocumentError) as raised:
        read_pdf(content.getvalue())
    assert raised.value.note.reason == "empty"


def test_left_and_right_pages_may_have_headers_of_their_own() -> None:
    heads = ["Valley Care", "Annual report"]
    pages = [[heads[number % 2], *BODY[number % 3], f"{number + 1}"] for number in range(6)]
    texts = [block.text for block in read_pdf(pdf(pages)).blocks]
    assert not any(head in text for text in texts for head in heads)


def test_the_first_lines_and_the_day_it_was_made_are_kept() -> None:
    document = read_pdf(pdf([["Annual report 2024", *BODY[0]]]))
    assert document.opening[0] == "Annual report 2024"
    assert document.saved == datetime.now().date()


def test_a_page_without_text_among_others_is_noted() -> None:
    (note,) = read_pdf(pdf([BODY[0], [], BODY[2]])).notes
    assert (note.reason, note.found) == ("pictures_of_pages", "no text on page 2")


@pytest.mark.parametrize(("password", "readable"), [("", True), ("secret", False)])
def test_a_lock_without_a_password_opens(password: str, readable: bool) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([BODY[0]]))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    content = BytesIO()
    writer.write(content)
    if readable:
        assert read_pdf(content.getvalue()).blocks
        return
    with pytest.raises(UnreadableDocumentError) as raised:
        read_pdf(content.getvalue())
    assert raised.value.note.reason == "encrypted"


@pytest.mark.parametrize("part", [0.02, 0.5])
def test_a_half_pdf_is_never_taken_for_a_whole_one(part: float) -> None:
    whole = pdf(BODY)
    half = whole[: int(len(whole) * part)]
    try:
        reasons = [note.reason for note in read_pdf(half).notes]
    except UnreadableDocumentError as error:
        reasons = [error.note.reason]
    assert reasons[0] in {"half", "broken", "no_text"}
