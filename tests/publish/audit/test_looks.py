"""Each kind is known by its look, where it is written for people."""

import pytest

from alliance_analytics.publish.audit.layer import Piece
from alliance_analytics.publish.audit.looks import holds_records, looks_in


def kinds(text, place="text", allowed=()):
    return [kind for kind, _ in looks_in(Piece("", place, text), text, allowed)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to ann@example.org", "a mail address"),
        ("ring 06 12 34 56 78", "a telephone number"),
        ("NL91 ABNA 0417 1643 00", "a bank account"),
        ("R_2aBcDeFgHiJkLmN", "an id of a respondent"),
        ("from 192.168.10.7", "a network address or a device"),
        ("see https://example.org/a", "a link to another place"),
        ("/home/ann/answers.csv", "a path on a computer"),
        (r"C:\Users\ann\answers.csv", "a path on a computer"),
        ("Traceback (most recent call last)", "an error listing"),
        ("a3" * 32, "a keyed hash"),
        ("Concept — niet om te delen", "a mark: not for sharing"),
        ("Not for\nsharing", "a mark: not for sharing"),
        ("postgres://ann:secret@host/db", "a password in an address"),
    ],
)
def test_it_is_known(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text", ["Wave 2025: 3.5 (3.2 to 3.8; n = 12)", "2025-06-16", "0cec727e3e8381b3", "+0.5"]
)
def test_what_a_review_says_is_nothing(text):
    assert kinds(text) == []


def test_numbers_of_a_drawing_are_no_telephone():
    assert kinds("0612345678", "attribute") == []
    assert kinds("a person rang from 0612345678", "attribute") == ["a telephone number"]


def test_what_is_allowed_may_stand():
    assert kinds("ask office@example.org.", allowed=["office@example.org"]) == []


def test_rows_of_single_answers_are_people():
    row = "4 5 3 NaN 2 1 5 4 3"
    assert holds_records(Piece("", "prose", "\n".join([row] * 3)))
    assert holds_records(Piece("", "prose", "\n".join(["p1," + row.replace(" ", ",")] * 3)))
    assert not holds_records(Piece("", "prose", "\n".join([row] * 2)))
    assert not holds_records(Piece("", "style", "\n".join([row] * 3)))


def test_rows_of_means_are_not():
    assert not holds_records(Piece("", "prose", "\n".join(["4.1 5.0 3.2 2.2 1.1 3.3 2.7 4.9"] * 5)))
