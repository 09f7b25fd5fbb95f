"""Whatever can run or load is a sign; whatever can be read is a text."""

import pytest

from alliance_analytics.publish.audit.webpages import read_webpage


@pytest.mark.parametrize(
    "markup",
    [
        "<script>1</script>",
        "<p onclick='x()'>x</p>",
        "<a href='java\nscript:x()'>x</a>",
        "<iframe src='a'></iframe>",
        "<meta http-equiv='Refresh' content='0'>",
        "<svg><foreignObject/></svg>",
    ],
)
def test_what_runs_is_found(markup):
    assert {sign.kind for sign in read_webpage("", markup).signs} == {"a script or an active part"}


@pytest.mark.parametrize("markup", ["<img src='//cdn.example/x'>", "<link href='https://example.org/a.css'>"])
def test_what_loads_is_found(markup):
    assert {sign.kind for sign in read_webpage("", markup).signs} == {"a link to another place"}


def test_a_plain_page_gives_no_sign():
    assert read_webpage("", "<h1 id='top'>On the move</h1><a href='#top'>up</a>").signs == []


def test_words_that_markup_parts_stand_whole_once():
    pieces = read_webpage("", "<p>Jan<b>sen</b></p>").pieces
    assert "Jansen" in [piece.text for piece in pieces if piece.place == "together"]


def test_a_carried_archive_is_handed_on():
    carried = read_webpage("", "<a href='data:application/zip;base64,UEsDBA=='>x</a>").carried
    assert [each.content for each in carried] == [b"PK\x03\x04"]
