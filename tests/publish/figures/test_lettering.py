import pytest
from hypothesis import given
from hypothesis import strategies as some
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from alliance_analytics.publish.figures.lettering import balanced, shorten, text_width, wrap


def test_width_grows_with_text_and_type():
    assert text_width("wide", 10) > text_width("wid", 10)
    assert text_width("wide", 20) == pytest.approx(2 * text_width("wide", 10), rel=0.02)


WORDS = ["Agreements", "are", "AV", "To.", "afflict", "45%", '"ffi"', "→", "⇄", "Eénduidige,"]


@given(some.lists(some.sampled_from(WORDS), max_size=6), some.sampled_from(["normal", "bold"]))
def test_words_are_as_wide_together_as_matplotlib_draws_them(words, weight):
    text, font = " ".join(words), FontProperties(family="DejaVu Sans", size=10.5, weight=weight)
    whole, _, _ = text_to_path.get_text_width_height_descent(text, font, False)
    assert text_width(text, 10.5, weight) == pytest.approx(whole, abs=0.05)


def test_words_wrap_between_spaces():
    assert wrap("one two", text_width("one", 10) + 1, 10) == ("one", "two")
    assert wrap("one two", 200, 10) == ("one two",)


@given(some.text("abcdefgh aeiou", min_size=1, max_size=60), some.floats(40, 200))
def test_no_line_is_wider_than_its_room(text, room):
    assert all(text_width(line, 10) <= room for line in wrap(text, room, 10))


@given(some.text("abcdefgh aeiou", max_size=60), some.floats(40, 200))
def test_no_letter_is_lost(text, room):
    kept = "".join(wrap(text, room, 10)).replace("-", "").replace(" ", "")
    assert kept == text.replace(" ", "")


def test_a_long_word_is_cut_where_a_syllable_begins():
    assert wrap("organisatiestructuur", 90, 10) == ("organisatiestruc-", "tuur")
    assert wrap("organisatieoverstijgende", 110, 10) == ("organisatieoverstij-", "gende")


def test_a_soft_hyphen_is_the_first_choice():
    word = "samen\u00adwerkings\u00adgericht"
    assert wrap(word, text_width("samenwerkings-", 10) + 1, 10) == ("samenwerkings-", "gericht")
    assert wrap(word, 300, 10) == ("samenwerkingsgericht",)


def test_a_hyphen_of_its_own_is_not_doubled():
    assert wrap("cross-organisational", text_width("cross-organ", 10), 10)[0] == "cross-"


def test_a_last_word_is_not_left_alone():
    name = "Organisational structure of the alliance"
    assert wrap(name, 200, 10.5)[-1] == "alliance"
    assert balanced(name, 200, 10.5) == ("Organisational structure", "of the alliance")


def test_balancing_cuts_no_word_and_adds_no_line():
    assert balanced("samenwerkingsgericht", 130, 10) == ("samenwerkingsgericht",)


def test_too_many_lines_end_in_an_ellipsis():
    found = wrap("one two three four five six", 40, 10, lines=2)
    assert len(found) == 2
    assert found[-1].endswith("…")
    assert text_width(found[-1], 10) <= 40


def test_short_text_is_not_shortened():
    assert shorten("short", 100, 10) == "short"
    assert shorten("rather long", 30, 10).endswith("…")
