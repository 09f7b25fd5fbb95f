from __future__ import annotations

import docx
import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from alliance_analytics.demo.documents import write_document
from alliance_analytics.demo.report import Document, Section, Sentence

DOCUMENT = Document(
    "report",
    "annual-report",
    "nl",
    "Één & al <haven>: verslag",
    (
        Section("Het jaar", ((Sentence("Wij & zij."), Sentence("Twee < drie.")),)),
        Section("Vooruit", ((Sentence("Vier."),), (Sentence("Vijf."),))),
    ),
)
PARAGRAPHS = ["Wij & zij. Twee < drie.", "Vier.", "Vijf."]


def test_a_pdf_holds_the_text(tmp_path):
    write_document(DOCUMENT, tmp_path / "a.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert [line for line in text.splitlines() if line in PARAGRAPHS] == PARAGRAPHS
    assert DOCUMENT.title in text


def test_a_word_file_holds_headings_and_paragraphs(tmp_path):
    write_document(DOCUMENT, tmp_path / "a.docx")
    word = docx.Document(str(tmp_path / "a.docx"))
    normal = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Normal"]
    assert normal == PARAGRAPHS
    assert word.paragraphs[1].text == "1. Het jaar"
    assert word.core_properties.author == ""


def test_a_page_escapes_what_is_text(tmp_path):
    write_document(DOCUMENT, tmp_path / "a.html")
    page = BeautifulSoup((tmp_path / "a.html").read_text(encoding="utf-8"), "html.parser")
    assert [paragraph.get_text() for paragraph in page.find_all("p")] == PARAGRAPHS
    assert page.html["lang"] == "nl"
    assert page.h1.get_text() == DOCUMENT.title


def test_markdown_holds_the_same(tmp_path):
    write_document(DOCUMENT, tmp_path / "a.md")
    blocks = (tmp_path / "a.md").read_text(encoding="utf-8").strip().split("\n\n")
    assert blocks == [f"# {DOCUMENT.title}", "## Het jaar", PARAGRAPHS[0], "## Vooruit", *PARAGRAPHS[1:]]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".md"])
def test_the_same_document_gives_the_same_bytes(tmp_path, ending):
    for name in ("a", "b"):
        write_document(DOCUMENT, tmp_path / f"{name}{ending}")
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()
