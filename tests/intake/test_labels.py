import pytest

from alliance_analytics.intake.labels import bare_number, code_of, vocabulary
from alliance_analytics.model.answer_scales import answer_scales


@pytest.fixture(scope="module")
def words():
    scales = answer_scales()
    return vocabulary(scales.scale("agreement_5"), scales, {"N/A": "not_shown"})


@pytest.mark.parametrize(
    ("text", "meaning", "how", "number"),
    [
        ("Strongly agree", 5, "wording", None),
        ("MEE ONEENS", 2, "wording", None),
        ("\ufeffTrifft voll zu", 5, "wording", None),
        ("Agre", 4, "misspelt", None),
        ("Weet ik neit", "dont_know", "misspelt", None),
        ("Weet niet", "dont_know", "wording", None),
        ("", "blank", "blank", None),
        ("  ", "blank", "blank", None),
        ("N/A", "not_shown", "blank", None),
        ("n/a", "not_applicable", "wording", None),
        ("4 - Agree", 4, "wording", 4),
        ("(1) Strongly agree", 5, "wording", 1),
        ("Agree (6)", 4, "wording", 6),
        ("10. Completely agree", 5, "wording", 10),
        ("4 .. (Agree)", 4, "wording", 4),
        ("3", "unreadable", "number", 3),
        ("4.0", "unreadable", "number", 4),
        ("?", "unreadable", "unreadable", None),
        ("Perhaps", "unreadable", "unreadable", None),
        ("2 or 3, Agree", "unreadable", "unreadable", None),
        ("Agree 👍🏽", 4, "wording", None),
        ("\u2605\ufe0f Strongly disagree", 1, "wording", None),
        ("★★★★", "unreadable", "unreadable", None),
        ("👍", "unreadable", "unreadable", None),
    ],
)
def test_a_cell_is_read_by_its_wording(text, meaning, how, number, words):
    read = words.read(text)
    assert (read.meaning, read.how, read.number) == (meaning, how, number)


@pytest.mark.parametrize(
    ("text", "number"), [("4", 4), ("4,0", 4), (" -2 ", -2), ("4.5", None), ("four", None)]
)
def test_programs_write_whole_numbers_in_ways(text, number):
    assert bare_number(text) == number


def test_codes_are_alike_when_they_are_the_same_number_or_word():
    assert (code_of("1"), code_of("1.0"), code_of(" A1 ")) == ("1", "1", "a1")


@pytest.mark.parametrize("text", ["Strongly agree", "(1) STRONGLY agree", "Strongly agree - 5"])
def test_the_label_is_told_without_the_number_beside_it(text, words):
    assert words.read(text).label == "strongly agree"
