"""What cannot be shown cannot be made; what can be shown is text, in a notebook as well as in a terminal."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from alliance_analytics.errors import PageError
from alliance_analytics.publish.exhibit import (
    ALT_LIMIT,
    MEDIA_TYPE,
    Exhibit,
    Table,
    anchor_of,
    exhibit_html,
    exhibit_text,
    svg_uri,
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
TABLE = Table(
    "Mean per pillar",
    ("Pillar", "Mean", "Seen"),
    (("Trust", "2.9", "all"), ("Dialogue", "hidden", "none")),
    (1,),
)
EXHIBIT = Exhibit(
    "pillars",
    "standing",
    "Trust is the weakest pillar",
    "Mean, scale 1 to 5, n = 41",
    paragraphs=("The weakest pillar is read beside the mean.",),
    points=("Trust: 2.9.",),
    svg=SVG,
    alt="Dots of eight means; trust is lowest.",
    table=TABLE,
    notes=("Groups of fewer than five are hidden.",),
)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;\u202e=cmd()"


@pytest.mark.parametrize("anchor", ["", "Pillars", "two words", "a_b", "a--b", "-a", "é"])
@pytest.mark.parametrize("field", ["anchor", "section"])
def test_an_anchor_or_section_that_no_link_can_hold_is_refused(field: str, anchor: str) -> None:
    with pytest.raises(PageError, match=f"The {field}"):
        replace(EXHIBIT, **{field: anchor})


def test_an_empty_headline_is_refused() -> None:
    with pytest.raises(PageError, match="no headline"):
        replace(EXHIBIT, headline=" \n")


def test_a_picture_needs_a_description() -> None:
    with pytest.raises(PageError, match="no description"):
        replace(EXHIBIT, alt=" ")


def test_a_picture_for_phones_needs_the_other() -> None:
    with pytest.raises(PageError, match="stands alone"):
        Exhibit("a", "b", "c", svg_narrow=SVG)


def test_the_description_has_a_limit() -> None:
    assert replace(EXHIBIT, alt="x" * ALT_LIMIT).alt
    with pytest.raises(PageError, match="251 characters"):
        replace(EXHIBIT, alt="x" * (ALT_LIMIT + 1))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"caption": " "}, "no caption"),
        ({"header": ("Pillar", "", "Seen")}, "cell of a table is empty(.|\n)*header"),
        ({"rows": (("Trust", "2.9", " "),)}, "cell of a table is empty(.|\n)*row 1"),
        ({"rows": (("Trust", "2.9"),)}, "2 cells(.|\n)*3 cells"),
        ({"numeric": (3,)}, "numeric column(.|\n)*0 to 2"),
    ],
)
def test_a_table_that_is_not_whole_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(PageError, match=message):
        replace(TABLE, **change)


def test_the_text_holds_all_that_is_said_in_order() -> None:
    assert exhibit_text(EXHIBIT).splitlines() == [
        "Trust is the weakest pillar",
        "Mean, scale 1 to 5, n = 41",
        "[Dots of eight means; trust is lowest.]",
        "The weakest pillar is read beside the mean.",
        "- Trust: 2.9.",
        "Mean per pillar",
        "Pillar | Mean | Seen",
        "Trust | 2.9 | all",
        "Dialogue | hidden | none",
        "Groups of fewer than five are hidden.",
    ]


def test_the_notebook_shows_picture_and_table_with_their_structure() -> None:
    soup = BeautifulSoup(exhibit_html(replace(EXHIBIT, language="nl")), "html.parser")
    assert soup.section["lang"] == "nl"
    assert soup.figure.img["alt"] == EXHIBIT.alt
    assert b64decode(soup.img["src"].removeprefix("data:image/svg+xml;base64,")).decode() == SVG
    assert soup.caption.text == "Mean per pillar"
    assert [cell["scope"] for cell in soup.find_all("th")] == ["col", "col", "col", "row", "row"]
    assert [cell["style"] for cell in soup.find_all("td")[:2]] == ["text-align: right", "text-align: left"]
    assert [cell["style"] for cell in soup.find_all("th")[:3]] == [
        "text-align: left",
        "text-align: right",
        "text-align: left",
    ]


def test_hostile_text_stays_text_in_a_notebook() -> None:
    table = Table(HOSTILE, (HOSTILE, "b"), ((HOSTILE, HOSTILE),))
    texts = {"headline": HOSTILE, "subtitle": HOSTILE, "alt": HOSTILE}
    lists = {"paragraphs": (HOSTILE,), "points": (HOSTILE,), "notes": (HOSTILE,)}
    soup = BeautifulSoup(exhibit_html(replace(EXHIBIT, **texts, **lists, table=table)), "html.parser")
    assert not soup.find_all("script")
    assert len(soup.find_all("img")) == 1
    assert soup.img["alt"] == HOSTILE
    assert soup.get_text().count(HOSTILE) == 9


def test_the_bundle_is_json_and_the_same_twice() -> None:
    bundle = EXHIBIT._repr_mimebundle_(include=None, exclude=None)
    assert set(bundle) == {MEDIA_TYPE, "text/html", "text/plain"}
    assert json.dumps(bundle) == json.dumps(replace(EXHIBIT)._repr_mimebundle_())
    assert bundle[MEDIA_TYPE]["table"]["rows"][1][1] == "hidden"


def test_a_picture_is_carried_without_what_its_tool_tells() -> None:
    told = '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a"\n "b.dtd">\n' + SVG.replace(
        "<path", "<metadata>\n<Creator>me</Creator></metadata><path"
    )
    assert svg_uri(told) == svg_uri(SVG)


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("W1 Basisgegevens", "w1-basisgegevens"),
        ("trust_loyalty", "trust-loyalty"),
        ("  Ç'est -- ça! ", "c-est-ca"),
        ("Δίκη 3", "3b4-3b9-3ba-3b7-3"),
    ],
)
def test_a_name_becomes_an_anchor(name: str, anchor: str) -> None:
    assert anchor_of(name) == anchor


def test_a_name_without_letters_is_no_anchor() -> None:
    with pytest.raises(PageError):
        anchor_of(" -- ")
