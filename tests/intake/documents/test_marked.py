from datetime import date

from alliance_analytics.intake.documents.block import Block, Note
from alliance_analytics.intake.documents.marked import Marked, document_of


def test_paragraphs_stand_below_their_heading_and_headings_are_none() -> None:
    document = document_of(
        [
            Marked("Before.", page=1),
            Marked("The year", is_heading=True),
            Marked("Good.", page=2, listed=True),
            Marked(""),
            Marked("", is_heading=True),
            Marked("After."),
        ]
    )
    assert document.blocks == (
        Block("Before.", 1, heading=""),
        Block("Good.", 2, listed=True, heading="The year"),
        Block("After.", heading=""),
    )


def test_a_document_opens_with_its_title_and_carries_what_is_known_of_it() -> None:
    note, day = Note("empty", "nothing", "Look."), date(2024, 5, 14)
    document = document_of([Marked("One"), Marked("Two")], [note], title="Title", dated=day, saved=day)
    assert document.opening == ("Title", "One", "Two")
    assert (document.notes, document.dated, document.saved) == ((note,), day, day)
