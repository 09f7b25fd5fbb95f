"""Every piece of a page is found, in whatever it is wrapped, with the exhibit it stands near."""

from __future__ import annotations

from base64 import b64encode

import pytest

from alliance_analytics.publish.page.strands import Strand, decoded, taken_apart


def carried(text: str, media_type: str) -> str:
    return f"data:{media_type};base64,{b64encode(text.encode()).decode()}"


def texts(document: str) -> list[str]:
    return [strand.text for strand in taken_apart(document).strands]


def test_text_attributes_comments_and_declarations_are_found() -> None:
    document = "<!doctype x><?pi here?><p title='one'>two&#32;&amp; three</p><!-- four -->"
    assert texts(document) == ["doctype x", "pi here?", "one", "two & three", " four "]


def test_each_piece_remembers_the_last_anchor() -> None:
    strands = taken_apart("<p>a</p><p id='pillars'>b</p><p id='Some Name'>c</p>").strands
    assert Strand("the top", "text", "a") in strands
    assert Strand("pillars", "text", "b") in strands
    assert Strand("pillars", "text", "c") in strands


def test_style_is_told_from_text() -> None:
    strands = taken_apart("<style>p { }</style>after").strands
    assert [(strand.place, strand.text) for strand in strands] == [("style", "p { }"), ("text", "after")]


def test_a_picture_is_opened_to_its_innermost_layer() -> None:
    inner = carried("\ufeffsecret;1", "text/csv")
    drawn = f'<image xlink:href="{inner}"/><text>label</text>'
    outer = f'<svg xmlns="http://www.w3.org/2000/svg" id="figure">{drawn}</svg>'
    pieces = taken_apart(f'<article id="pillars"><img src="{carried(outer, "image/svg+xml")}"></article>')
    assert Strand("pillars", "text", "\ufeffsecret;1") in pieces.strands
    assert Strand("pillars", "text", "label") in pieces.strands
    assert [element.tag for element in pieces.elements] == ["article", "img", "svg", "image", "text"]
    assert not any("w3.org" in strand.text for strand in pieces.strands)


def test_readable_runs_of_a_bitmap_are_found() -> None:
    data = b64encode(b"\x89PNG\x00\x01tEXtAuthor Jansen\x00\xff").decode()
    assert "tEXtAuthor Jansen" in texts(f'<img src="data:image/png;base64,{data}">')


def test_a_percent_encoded_file_is_opened() -> None:
    assert "secret" in texts('<a href="data:text/csv,%73ecret">x</a>')


@pytest.mark.parametrize("media_type", ["text/html", "application/zip", ""])
def test_other_files_are_strangers(media_type: str) -> None:
    assert taken_apart(f'<a id="x" href="data:{media_type};base64,AAAA">x</a>').strangers == ["x"]


def test_words_that_look_like_an_address_elsewhere_are_words() -> None:
    pieces = taken_apart('<img alt="data:3,5">')
    assert pieces.strangers == []
    assert pieces.strands[0].text == "data:3,5"


@pytest.mark.parametrize(
    ("body", "content"), [(b"YWJj", b"abc"), (b"YW\nJj", b"abc"), (b"YWI", b"ab"), (b"YWJjZ", b"abc")]
)
def test_base64_is_decoded_as_far_as_it_is_whole(body: bytes, content: bytes) -> None:
    assert decoded(body) == content
