"""Write a report as PDF, Word, HTML or Markdown, the same bytes each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from io import BytesIO
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Paragraph, SimpleDocTemplate

from alliance_analytics.demo.report import Document, Sentence
from alliance_analytics.intake.platforms.fixed_archive import without_times

Writer = Callable[[Document, Path], None]


def write_document(document: Document, path: Path) -> None:
    """Write a document in the format that its file's ending names.

    Parameters
    ----------
    document : Document
        What to write.
    path : Path
        Ends in ``.pdf``, ``.docx``, ``.html`` or ``.md``.
    """
    WRITERS[path.suffix](document, path)


def _write_pdf(document: Document, path: Path) -> None:
    styles = getSampleStyleSheet()
    flow: list[Flowable] = [Paragraph(escape(document.title), styles["Title"])]
    for section in document.sections:
        flow.append(Paragraph(escape(section.heading), styles["Heading2"]))
        flow += [Paragraph(escape(_text(lines)), styles["BodyText"]) for lines in section.paragraphs]
    template = SimpleDocTemplate(
        str(path), pagesize=A4, title=document.title, lang=document.language, invariant=1
    )
    template.build(flow, onFirstPage=_page_number, onLaterPages=_page_number)


def _page_number(canvas: Canvas, template: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(A4[0] / 2, 1.5 * cm, str(template.page))


def _write_docx(document: Document, path: Path) -> None:
    word = docx.Document()
    word.core_properties.title = document.title
    word.core_properties.author = ""
    word.core_properties.language = document.language
    word.core_properties.created = word.core_properties.modified = datetime(2000, 1, 1)
    word.add_heading(document.title, level=1)
    for number, section in enumerate(document.sections, start=1):
        word.add_heading(f"{number}. {section.heading}", level=2)
        for lines in section.paragraphs:
            word.add_paragraph(_text(lines))
    content = BytesIO()
    word.save(content)
    path.write_bytes(without_times(content.getvalue()))


def _write_html(document: Document, path: Path) -> None:
    body = [f"<h1>{escape(document.title)}</h1>"]
    for section in document.sections:
        body.append(f"<h2>{escape(section.heading)}</h2>")
        body += [f"<p>{escape(_text(lines))}</p>" for lines in section.paragraphs]
    head = f'<meta charset="utf-8">\n<title>{escape(document.title)}</title>'
    page = f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n{head}\n</head>\n<body>\n'
    path.write_text(page + "\n".join(body) + "\n</body>\n</html>\n", encoding="utf-8", newline="\n")


def _write_markdown(document: Document, path: Path) -> None:
    blocks = [f"# {document.title}"]
    for section in document.sections:
        blocks.append(f"## {section.heading}")
        blocks += [_text(lines) for lines in section.paragraphs]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8", newline="\n")


def _text(sentences: tuple[Sentence, ...]) -> str:
    return " ".join(sentence.text for sentence in sentences)


WRITERS: dict[str, Writer] = {
    ".pdf": _write_pdf,
    ".docx": _write_docx,
    ".html": _write_html,
    ".md": _write_markdown,
}
