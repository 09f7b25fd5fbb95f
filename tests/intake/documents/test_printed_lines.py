"""What print tells of lines: a generated page with headings, and paragraphs that fill their lines."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from alliance_analytics.intake.documents.pdf import read_pdf
from alliance_analytics.intake.documents.printed_lines import printed_text

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
PARAGRAPH = (
    "The hospitals share one list of nurses and keep it up to date in",
    "every week of the year. After that the work became easier here.",
)
HEADING = "What the four partners of the valley learned from their own year"
Printed = tuple[str, str, float, float]
"""Text, font, size, and how far below the line above."""


def pdf(lines: Sequence[Printed]) -> bytes:
    content = BytesIO()
    canvas, height = Canvas(content, pagesize=A4), 780.0
    for text, font, size, below in lines:
        height -= below
        canvas.setFont(font, size)
        canvas.drawString(72, height, text)
    canvas.save()
    return content.getvalue()


def paragraph(first: float = 14) -> list[Printed]:
    return [(line, PLAIN, 11, 14 if place else first) for place, line in enumerate(PARAGRAPH)]


def texts(lines: Sequence[Printed]) -> list[str]:
    return [block.text for block in read_pdf(pdf(lines)).blocks]


def test_a_long_heading_is_parted_by_its_size_its_weight_or_its_distance() -> None:
    apart = [" ".join(PARAGRAPH), HEADING, " ".join(PARAGRAPH)]
    assert texts([*paragraph(), (HEADING, PLAIN, 14, 14), *paragraph()]) == apart
    assert texts([*paragraph(), (HEADING, BOLD, 11, 14), *paragraph()]) == apart
    assert texts([*paragraph(), (HEADING, PLAIN, 11, 24), *paragraph(20)]) == apart


def test_lines_that_print_alike_are_told_by_their_words_alone() -> None:
    assert len(texts([*paragraph(), (HEADING, PLAIN, 11, 14), *paragraph()])) == 1


def test_paragraphs_that_end_on_a_full_line_are_parted_by_their_distance() -> None:
    assert texts([*paragraph(), *paragraph(22)]) == [" ".join(PARAGRAPH)] * 2


def test_a_sentence_is_never_cut_by_a_word_in_bold() -> None:
    lines = [(PARAGRAPH[0], BOLD, 11, 14.0), (PARAGRAPH[1], PLAIN, 11, 14.0)]
    assert texts(lines) == [" ".join(PARAGRAPH)]


def test_a_page_keeps_its_words() -> None:
    page = PdfReader(BytesIO(pdf([*paragraph(), (HEADING, BOLD, 14, 30), *paragraph(30)]))).pages[0]
    assert printed_text(page).split() == page.extract_text().split()


def test_a_page_without_text_stays_without() -> None:
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4)
    canvas.showPage()
    canvas.save()
    assert printed_text(PdfReader(BytesIO(content.getvalue())).pages[0]).strip() == ""
