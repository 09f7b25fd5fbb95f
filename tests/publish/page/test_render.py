"""The page has the structure it promises, says only what it was given, and runs nothing."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from alliance_analytics.errors import PageError, ParameterError
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.render import render_page

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
NARROW = SVG.replace("M0 0", "M1 1")
TABLE = Table("Means", ("Pillar", "Mean"), (("Trust", "2.9"), ("Dialogue", "hidden")), (1,))
MAIN = Exhibit(
    "in-brief", "main-points", "One table, two views", points=("Trust falls. It scores 2.9.", "All stands")
)
PICTURE = Exhibit(
    "pillars",
    "standing",
    "Trust is weakest",
    "n = 41",
    svg=SVG,
    svg_narrow=NARROW,
    alt="Dots",
    table=TABLE,
    notes=("Source",),
)
LIST = Exhibit(
    "steps", "help", "Two blocks help", paragraphs=("Because",), points=("One", "Two"), table=replace(TABLE)
)
WORDS = Exhibit("words", "help", "Talk first", "Said by all")
EXHIBITS = (LIST, MAIN, PICTURE, WORDS)
SECTIONS = {"standing": "How do we stand?", "empty": "Nothing here", "help": "What could help?"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{ 7*7 }}</style>\u202e\u200f=cmd()"
SHOWN = HOSTILE.replace("\u202e", "\ufffd")


def rendered(*exhibits: Exhibit, **changes: object) -> str:
    given = {"title": "Annual review", "language": "en", "sections": SECTIONS} | changes
    return render_page(exhibits or EXHIBITS, **given)


def soup(*exhibits: Exhibit, **changes: object) -> BeautifulSoup:
    return BeautifulSoup(rendered(*exhibits, **changes), "html.parser")


def test_a_day_in_a_table_is_not_broken_over_two_lines() -> None:
    table = Table(
        "Agreed", ("What", "By when"), (("A circle", "2026-06-14, <overdue>"), ("A board", "not told"))
    )
    page = soup(Exhibit("agreed", "help", "One is late", table=table))
    first, second = page.select("tbody td")[:2]
    assert first.find(class_="whole").get_text() == "2026-06-14"
    assert (first.get_text(), second.decode_contents()) == ("2026-06-14, <overdue>", "not told")


def test_a_number_of_people_is_not_broken_over_two_lines() -> None:
    caption = soup(replace(PICTURE, subtitle="Means; n = 41; wave 2025")).select_one("figcaption")
    assert caption.find(class_="whole").get_text() == "n = 41"
    assert caption.get_text().endswith("Means; n = 41; wave 2025")


def test_the_policy_is_the_first_word_of_the_head() -> None:
    first = soup().head.find(True)
    assert first["http-equiv"] == "Content-Security-Policy"
    assert first["content"] == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_nothing_runs_and_nothing_is_loaded() -> None:
    page = soup()
    assert not page.find_all(["script", "iframe", "link", "form", "object", "base"])
    assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert all(tag["src"].startswith("data:image/svg+xml;base64,") for tag in page.find_all(src=True))
    assert all(tag["href"].startswith(("#", "data:text/csv;")) for tag in page.find_all(href=True))
    refuse_leaks(rendered(), [])


def test_headings_are_one_h1_and_skip_no_level() -> None:
    levels = [int(tag.name[1]) for tag in soup(provenance={"a": "b"}).find_all(re.compile("^h[1-6]$"))]
    assert levels == [1, 2, 2, 2, 3, 2, 3, 3, 2]


def test_ids_are_unique_and_every_link_within_has_its_end() -> None:
    page = soup(provenance={"a": "b"})
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for tag in page.find_all(href=re.compile("^#"))} <= set(ids)
    assert {tag["aria-labelledby"] for tag in page.find_all(attrs={"aria-labelledby": True})} <= set(ids)


def test_landmarks_and_the_skip_link() -> None:
    page = soup()
    assert [len(page.find_all(name)) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert page.body.find("a")["href"] == f"#{page.main['id']}"


def test_title_language_and_what_stands_above() -> None:
    page = soup(alliance="The Bridge", wave="2024")
    assert page.html["lang"] == "en"
    assert page.title.text == "Annual review · The Bridge · Wave 2024"
    assert [tag.text for tag in page.header.find_all(["p", "h1"])] == [
        "The Bridge",
        "Annual review",
        "Wave 2024",
    ]


def test_marks_show_only_when_given() -> None:
    assert "Synthetic data" not in rendered()
    assert [tag.strong.text for tag in soup(synthetic=True, draft=True).select(".standing")] == [
        "Synthetic data",
        "Draft",
    ]
    assert soup(draft=True, language="nl").select_one(".standing strong").text == "Concept"


def test_main_points_come_first_as_a_numbered_list() -> None:
    opening = soup().main.find(True)
    assert opening["id"] == "main-points"
    assert opening.select_one(".standfirst").text == "One table, two views"
    assert [item.text for item in opening.ol.find_all("li")] == ["Trust falls. It scores 2.9.", "All stands"]
    assert [item.text for item in opening.find_all("strong")] == ["Trust falls."]


def test_sections_come_in_the_order_given_and_empty_ones_are_left_out() -> None:
    page = soup()
    assert [tag["href"] for tag in page.nav.find_all("a")] == ["#standing", "#help"]
    assert [tag.text for tag in page.nav.find_all("a")] == ["How do we stand?", "What could help?"]
    assert [tag["id"] for tag in page.main.find_all("article")] == ["pillars", "steps", "words"]


def test_figures_and_tables_are_counted_apart_in_the_order_of_the_page() -> None:
    page = soup(*EXHIBITS, replace(PICTURE, anchor="again"), replace(LIST, anchor="more"))
    assert [tag.b.text for tag in page.find_all("figcaption")] == ["Figure 1", "Figure 2"]
    assert [tag.text for tag in page.select("caption b")] == ["Table 1", "Table 2"]


def test_a_picture_comes_in_two_widths_with_its_description() -> None:
    article = soup().find(id="pillars")
    assert article.img["alt"] == "Dots"
    assert article.source["media"] == "(max-width: 480px)"
    carried = article.source["srcset"].removeprefix("data:image/svg+xml;base64,")
    assert b64decode(carried).decode() == NARROW
    assert article.figcaption.text == "Figure 1 n = 41"


def test_tables_have_caption_scopes_and_a_named_region_that_takes_the_focus() -> None:
    page = soup(provenance={"Export": "sha-256 4f"})
    for table in page.find_all("table"):
        assert table.caption.text.strip()
        assert all(cell["scope"] in {"col", "row"} and cell.text.strip() for cell in table.find_all("th"))
        assert (table.parent["role"], table.parent["tabindex"]) == ("group", "0")
    assert [cell.get("class") for cell in page.find(id="pillars").tbody.find_all("td")] == [
        ["number"],
        ["number"],
    ]


def test_a_table_is_folded_under_its_picture_unless_it_is_to_stand_open() -> None:
    assert soup().find(id="pillars").details.table
    assert soup().find(id="steps").details is None
    assert soup(replace(PICTURE, table_open=True)).find(id="pillars").details is None


def test_a_table_can_be_downloaded_under_the_name_of_its_exhibit() -> None:
    link = soup(language="nl").find(id="pillars").find("a", download=True)
    assert link["download"] == "pillars.csv"
    content = b64decode(link["href"].split(",")[1]).decode("utf-8-sig")
    assert content.splitlines() == ['"Pillar";"Mean"', '"Trust";"2.9"', '"Dialogue";"hidden"']


def test_an_exhibit_in_another_language_says_so() -> None:
    page = soup(MAIN, replace(WORDS, language="nl"))
    assert page.find(id="words")["lang"] == "nl"
    assert "lang" not in page.find(id="in-brief").attrs


def test_the_provenance_stands_in_the_footer() -> None:
    footer = soup(provenance={"Export": "sha-256 4f", "Rule": "at least 5"}).footer
    assert [tag.text for tag in footer.tbody.find_all("th")] == ["Export", "Rule"]
    assert [tag.text for tag in footer.find_all("td")] == ["sha-256 4f", "at least 5"]
    assert soup().footer.table is None


def test_the_settings_of_the_page_are_not_shown() -> None:
    page = Exhibit("page", "page", "Invisible", settings={"title": "t"})
    assert "Invisible" not in rendered(*EXHIBITS, page)


def test_the_page_is_the_same_twice_to_the_byte() -> None:
    assert rendered(provenance={"b": "1", "a": "2"}) == rendered(provenance={"b": "1", "a": "2"})


def test_hostile_text_is_shown_as_text_wherever_it_stands() -> None:
    lists = {"paragraphs": (HOSTILE,), "points": (HOSTILE,), "notes": (HOSTILE,)}
    table = Table(HOSTILE, (HOSTILE, "b"), ((HOSTILE, HOSTILE),))
    bad = Exhibit("bad", "standing", HOSTILE, HOSTILE, svg=SVG, alt=HOSTILE, table=table, **lists)
    page = soup(
        replace(bad, anchor="first", section="main-points"),
        bad,
        replace(bad, anchor="plain", svg="", alt=""),
        title=HOSTILE,
        sections={"standing": HOSTILE},
        alliance=HOSTILE,
        wave=HOSTILE,
        provenance={HOSTILE: HOSTILE},
    )
    assert not page.find_all("script")
    assert len(page.find_all("img")) == 2
    assert all(image["alt"] == SHOWN for image in page.find_all("img"))
    assert page.h1.text == SHOWN
    assert len(page.find_all("style")) == 2
    for exhibit in page.find_all(["article"]):
        assert exhibit.get_text().count(SHOWN) == 10
    assert page.find(id="first").get_text().count(SHOWN) == 10


def test_signs_that_html_does_not_allow_are_replaced() -> None:
    assert "a\ufffdb" in soup(title="a\x00b").h1.text


@pytest.mark.parametrize(
    ("exhibits", "message"),
    [
        ((PICTURE, replace(WORDS, anchor="pillars")), "pillars"),
        ((replace(WORDS, anchor="contents"),), "contents"),
        ((replace(WORDS, anchor="help"),), "help"),
        ((PICTURE, replace(WORDS, anchor="pillars-caption")), "pillars-caption"),
    ],
)
def test_an_anchor_given_twice_is_refused(exhibits: tuple[Exhibit, ...], message: str) -> None:
    with pytest.raises(PageError, match=f"twice(.|\n)*Found: {message}"):
        rendered(*exhibits)


def test_an_unknown_section_is_refused_with_the_nearest() -> None:
    with pytest.raises(PageError, match="Did you mean 'standing'"):
        rendered(replace(PICTURE, section="standings"))


def test_a_title_and_a_language_are_needed() -> None:
    with pytest.raises(PageError, match="no title"):
        rendered(title=" ")
    with pytest.raises(ParameterError, match="language"):
        rendered(language="fr")
