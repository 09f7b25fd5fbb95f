import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.model.spelling import nearest_spelling, plain, slips_forgiven, typing_distance

AGREEMENT = {"mee eens": 4, "mee oneens": 2, "helemaal mee eens": 5, "helemaal mee oneens": 1, "neutraal": 3}


@pytest.mark.parametrize(
    "written",
    [
        "Helemaal mee eens",
        " helemaal  MEE eens. ",
        "Helemaal\xa0mee eens",
        "\ufeffHelemaal mee eens",
        "<div><span style='x'>Helemaal mee eens</span></div>",
        "Helemaal mee\teens;",
    ],
)
def test_what_carries_no_meaning_is_taken_away(written):
    assert plain(written) == "helemaal mee eens"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Don’t know", "don't know"),
        ("Größer", "GROSSER"),
        ("d&#39;accord", "d'accord"),
        ("A – b", "a - b"),
        ("x ?", "x"),
    ],
)
def test_spellings_of_one_text_are_alike(left, right):
    assert plain(left) == plain(right)


def test_a_sign_for_less_is_not_html():
    assert plain("< 1 year") == "< 1 year"


@given(st.text())
def test_plain_twice_is_plain_once(text):
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "", 3),
        ("abc", "acb", 1),
        ("abc", "abd", 1),
        ("eens", "oneens", 2),
    ],
)
def test_slips_are_counted(left, right, slips):
    assert typing_distance(left, right) == slips


def slow_distance(left, right):
    """The same, written as its definition."""
    if not left or not right:
        return len(left) + len(right)
    ways = [
        slow_distance(left[1:], right) + 1,
        slow_distance(left, right[1:]) + 1,
        slow_distance(left[1:], right[1:]) + (left[0] != right[0]),
    ]
    if len(left) > 1 and len(right) > 1 and left[:2] == right[1::-1]:
        ways.append(slow_distance(left[2:], right[2:]) + 1)
    return min(ways)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_the_distance_agrees_with_its_definition(left, right):
    assert typing_distance(left, right) == slow_distance(left, right)


@pytest.mark.parametrize(("length", "slips"), [(3, 0), (4, 1), (9, 1), (10, 2)])
def test_long_words_may_hold_more_slips(length, slips):
    assert slips_forgiven("x" * length) == slips


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mee onees", "mee oneens"),
        ("mee enes", "mee eens"),
        ("neutral", "neutraal"),
        ("hellemal mee oneens", "helemaal mee oneens"),
        ("helemal mee onens", None),
        ("mee neens", None),
        ("zeker", None),
        ("een", None),
    ],
)
def test_a_slip_is_forgiven_where_one_meaning_is_nearest(written, meant):
    assert nearest_spelling(written, AGREEMENT) == meant


def test_two_spellings_of_one_meaning_are_no_rivals():
    assert (
        nearest_spelling("no opinon", {"no opinion": "dont_know", "no opinions": "dont_know"}) == "no opinion"
    )


@pytest.mark.parametrize("label", [*AGREEMENT])
def test_no_single_slip_is_read_as_another_answer(label):
    for place in range(len(label)):
        for slip in (label[:place] + label[place + 1 :], label[:place] + "x" + label[place:]):
            assert nearest_spelling(slip.strip(), AGREEMENT) in (label, None)
