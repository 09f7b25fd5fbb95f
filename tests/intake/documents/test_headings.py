import pytest

from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.headings import looks_like_heading, with_headings


@pytest.mark.parametrize("text", ["What went well", "2. Looking ahead", "The year 2023", "Vooruitblik"])
def test_a_short_line_of_words_is_a_heading(text: str) -> None:
    assert looks_like_heading(Block(text))


@pytest.mark.parametrize(
    "text", ["Present:", "North 12 14 15", "12", "The rota was kept.", "– –", "one, two,", "word " * 30]
)
def test_a_label_a_row_of_numbers_and_a_sentence_are_none(text: str) -> None:
    assert not looks_like_heading(Block(text.strip()))


def test_an_item_is_no_heading() -> None:
    assert not looks_like_heading(Block("Shorter meetings", listed=True))


def test_what_follows_stands_below_the_nearest_heading() -> None:
    blocks = [
        Block("Before it all."),
        Block("The year"),
        Block("It was good."),
        Block("3 4"),
        Block("It was long."),
    ]
    assert [block.heading for block in with_headings(blocks)] == [
        "",
        "The year",
        "The year",
        "The year",
        "The year",
    ]


def test_a_format_that_marks_headings_is_believed() -> None:
    blocks = [Block("Bread", heading="Shared"), Block("The oven is hot.", heading="")]
    assert list(with_headings(blocks)) == blocks
