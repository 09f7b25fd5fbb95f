"""PowerPoint slides: the texts on each slide and the speaker's notes, below the title of the slide.

The page of a passage is the number of its slide. Dates, footers, numbers of slides and charts are no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from alliance_analytics.intake.documents.block import Document, Note, UnreadableDocumentError
from alliance_analytics.intake.documents.marked import Marked, document_of
from alliance_analytics.intake.documents.office import opened, saved_on
from alliance_analytics.intake.documents.paragraphs import joined

FEWEST_WORDS = 3
"""Words that a bullet point needs to say something; fewer are a label."""

_AROUND = frozenset(
    {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER}
)
_TITLES = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE})


def read_slides(content: bytes) -> Document:
    """Return the paragraphs of a ``.pptx`` file.

    Parameters
    ----------
    content : bytes
        The whole file.

    Raises
    ------
    UnreadableDocumentError
        If it does not open, or no slide holds text.
    """
    deck = opened(content, Presentation, "PowerPoint", ".pptx")
    slides = [list(_stretches(slide, number)) for number, slide in enumerate(deck.slides, start=1)]
    stretches = [stretch for slide in slides for stretch in slide]
    document = document_of(stretches, _notes(slides), title=deck.core_properties.title, saved=saved_on(deck))
    if not any(stretch.text for stretch in stretches):
        found = "slides without text, perhaps pictures only"
        raise UnreadableDocumentError(Note("no_text", found, "Put the text itself beside them."))
    return document


def _stretches(slide: Any, number: int) -> Iterator[Marked]:
    title = slide.shapes.title
    heading = joined([title.text_frame.text]) if title is not None else ""
    yield Marked(heading, page=number, is_heading=True)
    for shape in _flat(slide.shapes):
        yield from (_point(paragraph, number) for paragraph in _paragraphs(shape))
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        notes = slide.notes_slide.notes_text_frame.paragraphs
        yield from (Marked(joined([paragraph.text]), page=number) for paragraph in notes)


def _flat(shapes: Iterable[Any]) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _flat(shape.shapes)
        elif not (shape.is_placeholder and shape.placeholder_format.type in _AROUND | _TITLES):
            yield shape


def _paragraphs(shape: Any) -> Iterator[Any]:
    if shape.has_text_frame:
        yield from shape.text_frame.paragraphs
    elif shape.has_table:
        yield from (
            paragraph for cell in shape.table.iter_cells() for paragraph in cell.text_frame.paragraphs
        )


def _point(paragraph: Any, number: int) -> Marked:
    text = joined([paragraph.text])
    return Marked(text, page=number, listed=len(text.split()) >= FEWEST_WORDS)


def _notes(slides: list[list[Marked]]) -> list[Note]:
    silent = [
        str(number) for number, slide in enumerate(slides, start=1) if not any(each.text for each in slide)
    ]
    if not silent:
        return []
    found = f"no text on slide {', '.join(silent)}"
    return [Note("pictures_of_pages", found, "If they are pictures of text, put the text in the notes.")]
