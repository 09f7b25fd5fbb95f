from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Cm

from alliance_analytics.intake.documents.block import Block, UnreadableDocumentError
from alliance_analytics.intake.documents.slides import read_slides

TITLE_ONLY, TITLE_AND_BODY, BLANK = 5, 1, 6


def deck(*fillings: Callable[[Any], None]) -> bytes:
    presentation = Presentation()
    for fill in fillings:
        fill(presentation)
    content = BytesIO()
    presentation.save(content)
    return content.getvalue()


def with_points(title: str, *points: str) -> Callable[[Any], None]:
    def fill(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_BODY])
        slide.shapes.title.text = title
        slide.placeholders[1].text_frame.text = "\n".join(points)

    return fill


def blank(presentation: Any) -> None:
    presentation.slides.add_slide(presentation.slide_layouts[BLANK])


def test_points_stand_on_their_slide_below_its_title() -> None:
    content = deck(
        with_points("The year", "Fewer trips were made", "Costs"), with_points("Next", "The van is shared.")
    )
    assert read_slides(content).blocks == (
        Block("Fewer trips were made", 1, listed=True, heading="The year"),
        Block("Costs", 1, listed=False, heading="The year"),
        Block("The van is shared.", 2, listed=True, heading="Next"),
    )


def test_a_slide_without_a_title_is_not_below_the_one_before() -> None:
    def boxed(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[BLANK])
        slide.shapes.add_textbox(Cm(1), Cm(1), Cm(5), Cm(2)).text_frame.text = "The oven is hot."

    last = read_slides(deck(with_points("The year", "We met."), boxed)).blocks[-1]
    assert (last.text, last.page, last.heading) == ("The oven is hot.", 2, "")


def test_notes_tables_and_groups_are_read_and_what_stands_around_is_not() -> None:
    def fill(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
        slide.shapes.title.text = "Results"
        table = slide.shapes.add_table(1, 2, Cm(1), Cm(5), Cm(10), Cm(2)).table
        table.cell(0, 0).text, table.cell(0, 1).text = "12", "The route was cut in half."
        group = slide.shapes.add_group_shape()
        group.shapes.add_textbox(Cm(1), Cm(8), Cm(5), Cm(2)).text_frame.text = "Two teams became one."
        slide.notes_slide.notes_text_frame.text = "Thank the drivers for this."
        for placeholder in presentation.slide_layouts[TITLE_ONLY].placeholders:
            if placeholder.placeholder_format.idx in (10, 11, 12):
                slide.shapes.clone_placeholder(placeholder)
        for placeholder in slide.placeholders:
            if placeholder.placeholder_format.idx in (10, 11, 12):
                placeholder.text_frame.text = "Confidential, for the board only."

    texts = [block.text for block in read_slides(deck(fill)).blocks]
    assert texts == [
        "12",
        "The route was cut in half.",
        "Two teams became one.",
        "Thank the drivers for this.",
    ]


def test_a_slide_without_text_is_noted() -> None:
    (note,) = read_slides(deck(with_points("The year", "We met."), blank)).notes
    assert (note.reason, note.found) == ("pictures_of_pages", "no text on slide 2")


def test_the_title_and_the_day_of_saving_are_kept() -> None:
    def stamped(presentation: Any) -> None:
        presentation.core_properties.title = "Audit of the two kitchens"
        presentation.core_properties.modified = datetime(2024, 5, 14)

    document = read_slides(deck(with_points("The year", "We met."), stamped))
    assert document.opening[:2] == ("Audit of the two kitchens", "The year")
    assert str(document.saved) == "2024-05-14"


@pytest.mark.parametrize("content", [deck(), deck(blank)])
def test_slides_without_text_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_slides(content)
    assert raised.value.note.reason == "no_text"


def test_half_a_deck_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_slides(deck(with_points("The year", "We met."))[:3000])
    assert raised.value.note.reason == "broken"
