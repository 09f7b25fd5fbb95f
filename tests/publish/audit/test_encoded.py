"""Texts in disguise are read."""

from base64 import b64encode
from urllib.parse import quote

import pytest

from alliance_analytics.publish.audit.encoded import carried_in, is_text, readings

SECRET = "ann.smith@example.org"


@pytest.mark.parametrize(
    "text",
    [SECRET, SECRET.replace("@", "&#64;"), quote(SECRET), SECRET.replace("@", "\\u0040")],
)
def test_one_reading_of_a_text_is_plain(text):
    assert SECRET in list(readings(text))


@pytest.mark.parametrize(
    "text",
    [
        f"url(data:text/plain,{quote(SECRET)})",
        f"url('data:text/plain;base64,{b64encode(SECRET.encode()).decode()}')",
        f"x {b64encode(SECRET.encode()).decode()} y",
    ],
)
def test_what_a_text_carries_is_opened(text):
    assert SECRET.encode() in [carried.content for carried in carried_in("here", text)]


def test_the_id_of_a_widget_carries_nothing():
    assert list(carried_in("here", "IPY_MODEL_e8b1c95f0d2a4be79c3f60a1d5e47b12")) == []


def test_a_long_word_carries_nothing():
    assert list(carried_in("here", "samenwerkingsovereenkomsten en alliantiestructuur")) == []


@pytest.mark.parametrize(("content", "expected"), [(b"plain words", True), (b"\xff\xfe\x00", False)])
def test_what_is_a_text(content, expected):
    assert is_text(content) is expected
