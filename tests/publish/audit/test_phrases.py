"""A comment is known by its words, however it is cut and spelt."""

import pytest

from alliance_analytics.publish.audit.phrases import Phrases, comment_phrases, shingles, words_of

COMMENT = "We never hear what the board decided about the new depot before it is in the newspaper."


@pytest.mark.parametrize(
    "text",
    [
        COMMENT,
        f"Somebody said: {COMMENT.upper()}",
        "hear what the board decided about the new depot",
        "we never, hear — what the BOARD\u200b decided “about” the new",
    ],
)
def test_it_is_found_cut_and_respelt(text):
    assert list(comment_phrases([COMMENT]).found_in(text))


@pytest.mark.parametrize(
    "text", ["The board decided about the new depot", "", "We never hear what the board says"]
)
def test_what_is_no_part_of_it_is_not_found(text):
    assert not list(comment_phrases([COMMENT]).found_in(text))


def test_a_short_comment_counts_as_a_whole_and_a_very_short_one_not():
    known = comment_phrases(["Too many meetings lately", "More time"])
    assert list(known.found_in("he wrote too many meetings lately, and left"))
    assert not list(known.found_in("too many meetings; more time"))


def test_our_own_words_are_nobodys():
    assert not list(comment_phrases([COMMENT], [f"So: {COMMENT}"]).found_in(COMMENT))


def test_phrases_show_none_of_it():
    assert "depot" not in repr(comment_phrases([COMMENT]))


def test_there_may_be_none():
    assert not Phrases([()])
    assert Phrases([("ann",)])


def test_shingles_of_a_long_text_overlap():
    assert len(list(shingles(COMMENT))) == len(words_of(COMMENT)) - 7
