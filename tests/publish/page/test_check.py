"""One leak, in whatever layer, refuses the page; and the refusal does not repeat it."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.templating import stylesheet

NAME = "Jansen-Öztürk"


def page(content: str) -> str:
    head = f"<!doctype html><html><head><style>{stylesheet()}</style></head>"
    return f'{head}<body><main id="here">{content}</main></body></html>'


def svg(content: str) -> str:
    document = f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1">{content}</svg>'
    return f'<img alt="x" src="data:image/svg+xml;base64,{b64encode(document.encode()).decode()}">'


def csv(content: str) -> str:
    return f'<a href="data:text/csv;base64,{b64encode(content.encode()).decode()}">x</a>'


def refused(content: str, *forbidden: str, allowed: tuple[str, ...] = ()) -> str:
    with pytest.raises(PageError) as caught:
        refuse_leaks(page(content), forbidden, allowed=allowed)
    return str(caught.value)


def test_an_innocent_page_passes() -> None:
    content = '<p>Trust &amp; dialogue, 3/4</p><a href="#here">x</a><a href="pages/a%20b.html">y</a>'
    refuse_leaks(
        page(content + svg('<use href="#a"/><path style="clip-path: url(#b)"/>') + csv("a;1")),
        [NAME, "", "  "],
    )


@pytest.mark.parametrize(
    "content",
    [
        f"<p>by {NAME.upper()}</p>",
        "<p>Jansen&#45;&Ouml;zt&uuml;rk</p>",
        "<p>Jansen&amp;#45;Öztürk</p>",
        f"<p title='{NAME}'>x</p>",
        f"<!-- {NAME} -->",
        "<p>Jan\u00adsen-\u200bO\u0308zturk</p>".replace("zturk", "ztu\u0308rk"),
        "<p>Jansen-<b>Öz</b>türk</p>",
        f"<style>/* {NAME} */</style>",
        f'<a href="pages/{quote(NAME)}.html">x</a>',
        f"<p>{b64encode(f'key of {NAME}'.encode()).decode()}</p>",
        svg(f"<!-- {NAME} -->"),
        svg(f"<text>{NAME}</text>"),
        svg("<text>Jansen-&#214;ztürk</text>"),
        csv(f"a;{NAME}"),
        f'<a href="data:text/csv,{quote(NAME)}">x</a>',
    ],
)
def test_a_forbidden_string_is_found_in_every_layer_and_not_repeated(content: str) -> None:
    message = refused(content, "nobody", NAME)
    assert "a forbidden string" in message
    assert "Jansen" not in message


def test_a_forbidden_comment_is_found_across_cells_and_line_ends() -> None:
    assert "across the page's text" in refused("<td>We are</td><td>never \n heard</td>", "we are never heard")


def test_a_short_name_counts_only_where_it_stands_alone() -> None:
    refuse_leaks(page("<p>remarkable</p>"), ["Mark"])
    assert "forbidden" in refused("<p>report_mark_2024</p>", "Mark")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<p>ask m.jansen@example.org</p>", "mail address"),
        (svg("<text>a@b.nl</text>"), "mail address"),
        ("<p>/home/anna/data.csv</p>", "a path"),
        ("<p>see /Users/anna</p>", "a path"),
        (r"<p>C:\data\export.csv</p>", "a path"),
        (r"<p>\\server\share</p>", "a path"),
        ("<p>file:///data</p>", "a path"),
        (csv("lib/site-packages/pandas"), "a path"),
        ("<pre>Traceback (most recent call last):</pre>", "error listing"),
        ('<pre>File "a.py", line 3</pre>', "error listing"),
        ("<p>https://example.org/x</p>", "link to another place"),
        (svg("<desc>http://example.org</desc>"), "link to another place"),
        ('<a href="https://example.org">x</a>', "address of another file"),
        ('<a href="//example.org">x</a>', "address of another file"),
        ('<a href="/reviews/a.html">x</a>', "address of another file"),
        ('<a href="java&#10;script:alert(1)">x</a>', "address of another file"),
        ('<img alt="x" src="picture.png">', "address of another file"),
        (
            '<img alt="x" srcset="data:image/png;base64,AA, https://example.org 2x">',
            "address of another file",
        ),
        (svg('<image href="http://example.org/a.png"/>'), "address of another file"),
        ("<script>1</script>", "element <script>"),
        ("<SCRIPT src='x'></SCRIPT>", "element <script>"),
        (svg("<script>1</script>"), "element <script>"),
        (svg("<foreignObject/>"), "element <foreignobject>"),
        ("<iframe></iframe>", "element <iframe>"),
        ("<form></form>", "element <form>"),
        ('<meta http-equiv="Refresh" content="1">', "element <meta>"),
        ("<img/onerror=alert(1) alt=x>", "event handler"),
        ('<details ontoggle="x">y</details>', "event handler"),
        (svg("<rect onload='x'/>"), "event handler"),
        ("<style>@import 'x.css'</style>", "style that loads"),
        ('<p style="background: url(x.png)">y</p>', "style that loads"),
        (svg("<style>a { fill: url( 'http:x' ) }</style>"), "style that loads"),
        ('<a href="data:text/html;base64,AAAA">x</a>', "no picture and no table"),
    ],
)
def test_each_kind_of_leak_is_refused_and_placed(content: str, kind: str) -> None:
    message = refused(content)
    assert kind in message
    assert "near here" in message
    assert "example" not in message


@pytest.mark.parametrize(
    "word", ["&lt;script&gt;", "javascript: no", "onerror=1", "and/or", "17:30", "@ home", "a//b"]
)
def test_words_about_such_things_are_no_leak(word: str) -> None:
    refuse_leaks(page(f"<p>{word}</p>" + svg(f"<text>{word}</text>")), [])


def test_what_is_published_anyway_may_be_allowed() -> None:
    content = (
        '<p>Ask info@example.org.</p><a href="https://example.org/method">https://example.org/method</a>'
    )
    refuse_leaks(page(content), [], allowed=["info@example.org", "https://example.org/method"])
    assert "mail address" in refused(content, allowed=("https://example.org/method",))


def test_the_words_of_the_style_sheet_are_no_one_s_name() -> None:
    assert "color-scheme" in stylesheet()
    refuse_leaks(page("<p>x</p>"), ["color-scheme"])


def test_every_leak_is_told_at_once() -> None:
    message = refused(f"<p>{NAME}, a@b.nl</p><script></script>", NAME)
    assert all(kind in message for kind in ("forbidden", "mail address", "<script>"))


@pytest.mark.parametrize("text", ["a1" * 32, "Not for  sharing", "Concept: niet om te delen"])
def test_a_hash_and_the_mark_of_the_explorer_are_refused(text: str) -> None:
    assert text not in refused(f"<p>{text}</p>")


def test_a_short_fingerprint_may_stand() -> None:
    refuse_leaks(page("<p>0cec727e3e8381b3</p>"), ())
