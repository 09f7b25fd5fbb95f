import pytest

from alliance_analytics.intake.documents.block import Block, UnreadableDocumentError
from alliance_analytics.intake.documents.web import blocks_of_html, read_web

PAGE = """<!doctype html><html><head><title>Newsletter</title><style>p{}</style></head><body>
<nav><p>Home | Contact</p></nav><header><p>Masthead</p></header><h1>The year</h1>
<p>Both towns <b>shared</b>
the cold store.</p>
<!-- <p>A remark.</p> -->
<ul><li>Fewer trips <ul><li>and fewer errors</li></ul></li></ul>
<blockquote>We would do it again.</blockquote>
<table><tr><td>Bread</td><td>The oven was bought together.</td></tr></table>
<script>var x = "<p>no</p>";</script><footer>press@example.org</footer></body></html>"""


def test_running_text_is_read_and_what_stands_around_it_is_not() -> None:
    assert [block.text for block in blocks_of_html(PAGE)] == [
        "Both towns shared the cold store.",
        "Fewer trips",
        "and fewer errors",
        "We would do it again.",
        "Bread",
        "The oven was bought together.",
    ]


def test_items_and_quotations_are_listed() -> None:
    listed = [block.text for block in blocks_of_html(PAGE) if block.listed]
    assert listed == ["Fewer trips", "and fewer errors", "We would do it again."]


def test_text_outside_paragraphs_is_cut_at_double_line_ends() -> None:
    html = "<body><div>The first part.<br><br>The second part.</div></body>"
    assert blocks_of_html(html) == [
        Block("The first part.", heading=""),
        Block("The second part.", heading=""),
    ]


def test_a_paragraph_stands_below_its_heading() -> None:
    assert {block.heading for block in blocks_of_html(PAGE)} == {"The year"}
    html = "<body><p>Before.</p><h2>The <b>year</b></h2><div>After.</div></body>"
    assert [block.heading for block in blocks_of_html(html)] == ["", "The year"]


def test_the_title_and_the_day_of_publication_are_kept() -> None:
    meta = b'<meta property="article:published_time" content="2024-05-14T09:30:00+02:00">'
    page = (
        b"<html><head><title>Our\nletter</title>"
        + meta
        + b"</head><body><p>The van is shared.</p></body></html>"
    )
    document = read_web(page)
    assert document.opening == ("Our letter", "The van is shared.")
    assert str(document.dated) == "2024-05-14"
    assert read_web(PAGE.encode()).dated is None


def test_a_declared_encoding_is_used() -> None:
    content = '<html><meta charset="iso-8859-1"><body><p>De coördinatie is goed.</p></body></html>'
    assert read_web(content.encode("iso-8859-1")).blocks[0].text == "De coördinatie is goed."


@pytest.mark.parametrize("declared", ["utf-8", "no-such-encoding"])
def test_an_encoding_that_is_not_true_is_told(declared: str) -> None:
    page = f'<html><meta charset="{declared}"><body><p>De coördinatie is goed.</p></body></html>'
    document = read_web(page.encode("cp1252"))
    assert document.blocks[0].text == "De coördinatie is goed."
    assert [note.reason for note in document.notes] == ["encoding"]


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError):
        read_web(b"<html><body><nav>Home</nav></body></html>")
