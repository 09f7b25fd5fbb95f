"""The PDF twins: tagged, titled, in the language of the page, complete, and the same when made again."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from alliance_analytics.publish.page.printing import write_pdf

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
KINDS = ["page-en", "page-nl", "slides-en", "slides-nl"]


@pytest.fixture(scope="module")
def twins(pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of each page."""
    folder = tmp_path_factory.mktemp("pdf")
    for kind in KINDS:
        write_pdf(pages[kind], folder / f"{kind}.pdf")
    return {kind: folder / f"{kind}.pdf" for kind in KINDS}


def elements(reader: PdfReader) -> list[DictionaryObject]:
    """Return the tagged elements of a PDF, from the top down."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            found += [node] if "/S" in node else []
            waiting += [node["/K"]] if "/K" in node else []
    return found


def alternative(element: DictionaryObject) -> str:
    """Return the description that a figure carries, if it does."""
    return str(element.get("/Alt", "")) if element["/S"] == "/Figure" else ""


@pytest.mark.parametrize("kind", KINDS)
def test_it_carries_title_language_and_tags(kind: str, twins: dict[str, Path]) -> None:
    reader = PdfReader(twins[kind])
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(kind[-2:])
    assert "2025" in str(reader.metadata.title)
    tags = [str(element["/S"]) for element in elements(reader)]
    assert tags.count("/H1") == 1
    assert tags.count("/Figure") >= 10
    assert {"/H2", "/Table", "/TH", "/TD"} <= set(tags)


@pytest.mark.parametrize("kind", KINDS)
def test_every_picture_brings_its_description(
    kind: str, pages: dict[str, Path], twins: dict[str, Path]
) -> None:
    told = {alt for alt in map(alternative, elements(PdfReader(twins[kind]))) if alt}
    drawn = re.findall(r'<img [^>]*alt="([^"]*)"', pages[kind].read_text(encoding="utf-8"))
    assert len(drawn) >= 10
    assert {unescape(alt) for alt in drawn} == told


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_nothing_of_when_and_where_it_was_made(kind: str, twins: dict[str, Path]) -> None:
    content = twins[kind].read_bytes()
    assert [word for word in (b"file:", b"CreationDate", b"Mozilla", b"Linux") if word in content] == []
    assert PdfReader(twins[kind]).metadata.creator == "alliance_analytics"


def test_the_same_page_gives_the_same_bytes(
    pages: dict[str, Path], twins: dict[str, Path], tmp_path: Path
) -> None:
    write_pdf(pages["page-en"], tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == twins["page-en"].read_bytes()


def test_folded_tables_are_on_paper_too(twins: dict[str, Path]) -> None:
    text = "\n".join(page.extract_text() for page in PdfReader(twins["page-en"]).pages)
    assert "5: Strongly agree" in " ".join(text.split())


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_slide_is_one_sheet(language: str, pages: dict[str, Path], twins: dict[str, Path]) -> None:
    slides = pages[f"slides-{language}"].read_text(encoding="utf-8").count('class="slide ')
    assert len(PdfReader(twins[f"slides-{language}"]).pages) == slides
