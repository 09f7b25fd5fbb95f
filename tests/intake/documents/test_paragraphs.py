import pytest

from alliance_analytics.intake.documents.block import OPENING, Block
from alliance_analytics.intake.documents.paragraphs import (
    blocks_of_lines,
    blocks_of_text,
    opening_lines,
    without_split_words,
)

WRAPPED = """\
The two parties have met every second Tuesday since the
spring and have kept to it.
In June the rules were read again, and one of them was
dropped.
"""


def test_full_lines_go_on_and_short_lines_end_a_paragraph() -> None:
    assert [block.text for block in blocks_of_text(WRAPPED)] == [
        "The two parties have met every second Tuesday since the spring and have kept to it.",
        "In June the rules were read again, and one of them was dropped.",
    ]


def test_a_line_before_a_small_letter_goes_on_however_short_it_is() -> None:
    ragged = "Nobody had\nasked for this report about the state of the alliance at all."
    assert len(blocks_of_text(ragged)) == 1


def test_a_blank_line_ends_a_paragraph() -> None:
    assert [block.text for block in blocks_of_text("One line here\n\nand another")] == [
        "One line here",
        "and another",
    ]


@pytest.mark.parametrize("bullet", ["- ", "• ", "* ", "1. ", "2) ", "(a) "])
def test_a_bullet_starts_an_item_without_its_sign(bullet: str) -> None:
    text = f"These were agreed on:\n{bullet}shorter meetings\n{bullet}one list of actions"
    assert blocks_of_text(text)[1:] == [
        Block("shorter meetings", listed=True),
        Block("one list of actions", listed=True),
    ]


def test_a_paragraph_over_a_page_break_has_the_page_it_begins_on() -> None:
    lines = [("The municipality and the agency have", 3), ("together drawn up a new list.", 4)]
    assert blocks_of_lines(lines) == [
        Block("The municipality and the agency have together drawn up a new list.", 3)
    ]


@pytest.mark.parametrize(
    ("split", "whole"),
    [
        ("samen-\nwerking", "samenwerking"),
        ("soft\u00adhyphen", "softhyphen"),
        ("in-\nen uitvoer", "in-\nen uitvoer"),
        ("Anna-\nMaria", "Anna-\nMaria"),
    ],
)
def test_only_words_that_a_line_end_split_are_joined(split: str, whole: str) -> None:
    assert without_split_words(split) == whole


def test_no_lines_make_no_paragraph() -> None:
    assert blocks_of_text("") == []


def test_the_first_filled_lines_open_a_document() -> None:
    lines = opening_lines(["", "  The\tyear ", *(str(number) for number in range(40))])
    assert lines[:2] == ("The year", "0")
    assert len(lines) == OPENING
