import re

import pytest

from alliance_analytics.interpret.themes.normal import normal
from alliance_analytics.interpret.themes.patterns import (
    any_of,
    beginnings,
    expression,
    named_words,
    text_prefixes,
)

GROUPS = {"each-other": ("each other", "one another"), "slow": ("slow*", "for ever")}
FOUND = [
    ("trust*", "They trusted us."),
    ("*overleg", "Het vooroverleg was kort."),
    ("slow|late", "It came late."),
    ("green_light|yes", "We wait for a green light here."),
    ("trust* <each-other>", "We trust one another."),
    ("decision* ... <slow>", "The decision in this matter takes for ever."),
    ("a ... b", "a b"),
    ("cards ~ table", "The table was full of cards."),
    ("cards ~ table", "Cards on the table."),
    ("co-operat*", "They cooperate."),
]
NOT_FOUND = [
    ("trust*", "They mistrust us."),
    ("slow|late", "A plate."),
    ("a ... b", "a one two three four five b"),
    ("a ... b", "a. b"),
    ("cards ~ table", "Cards. The table."),
    ("trust* <each-other>", "We trust each."),
]


@pytest.mark.parametrize(("pattern", "text"), FOUND)
def test_a_pattern_finds_what_it_says(pattern: str, text: str) -> None:
    plain = normal(text)
    assert re.search(expression(pattern, GROUPS), plain)


@pytest.mark.parametrize(("pattern", "text"), NOT_FOUND)
def test_a_pattern_finds_nothing_else(pattern: str, text: str) -> None:
    assert not re.search(expression(pattern, GROUPS), normal(text))


@pytest.mark.parametrize(("pattern", "text"), FOUND)
def test_a_pattern_is_tried_on_every_text_it_would_find(pattern: str, text: str) -> None:
    present = text_prefixes(normal(text))
    assert all(some & present for some in beginnings(pattern, GROUPS))


def test_the_slot_that_says_most_is_the_one_that_is_looked_up() -> None:
    assert beginnings("in ... chaos", GROUPS) == ({"chaos"}, {"in"})


def test_a_pattern_without_a_beginning_is_tried_always() -> None:
    assert beginnings("*overleg", GROUPS) == ()


def test_no_patterns_find_nothing() -> None:
    assert not any_of([], GROUPS).search(" any text ")


def test_named_words_include_those_of_groups() -> None:
    assert named_words("trust* ... <each-other>", GROUPS) == {
        "trust",
        "...",
        "each",
        "other",
        "one",
        "another",
    }
