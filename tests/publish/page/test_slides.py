"""One finding a slide; the same words, figures and walls as the page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from alliance_analytics.errors import PageError, ParameterError
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.page.assembling import page_settings, slides_from
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.slides import MOST_LETTERS, MOST_ROWS, render_slides

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
TABLE = Table("Means", ("Pillar", "Mean"), (("Trust", "2.9"), ("Dialogue", "hidden")), (1,))
MAIN = Exhibit("in-brief", "main-points", "In brief", points=("Trust falls. It scores 2.9.", "All stands"))
WEB = Exhibit(
    "web", "standing", "Trust is weakest", "n = 41", svg=SVG, alt="A web", table=TABLE, notes=("Why",)
)
CHANGE = Exhibit("change", "standing", "One moved", table=TABLE)
AGENDA = Exhibit("talk", "help", "What to talk about", points=("Trust. Who starts?", "How now?"))
HOW = Exhibit("how", "help", "How it was done", paragraphs=("At length.",))
EXHIBITS = (AGENDA, MAIN, WEB, CHANGE, HOW)
SECTIONS = {"standing": "Where we stand", "empty": "Nothing", "help": "What helps"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}</style>\u202e"


def rendered(*exhibits: Exhibit, **changes: object) -> str:
    given = {"title": "Annual review", "language": "en", "sections": SECTIONS} | changes
    return render_slides(exhibits or EXHIBITS, **given)


def slides(*exhibits: Exhibit, **changes: object) -> list[Tag]:
    return BeautifulSoup(rendered(*exhibits, **changes), "html.parser").select(".slide")


def long(rows: int, cell: str = "1") -> Table:
    return Table("Long", ("Name", "Value"), tuple((f"row {row}", cell) for row in range(rows)))


def test_slides_stand_in_the_order_of_the_page_between_a_cover_and_their_making() -> None:
    assert [slide["id"] for slide in slides()] == [
        "start", "in-brief", "web", "change", "talk-point-1", "talk-point-2", "made",
    ]  # fmt: skip


def test_a_table_among_the_main_points_has_a_slide_that_shows_it() -> None:
    agreed = Exhibit("agreed", "main-points", "One is done", table=TABLE)
    slide = slides(MAIN, agreed)[2]
    assert slide.select_one(".kicker").get_text() == "Main points"
    assert "Dialogue" in slide.table.get_text()


def test_there_is_one_finding_a_slide() -> None:
    told = [slide.find(["h1", "h2"]).get_text(strip=True) for slide in slides()]
    assert told[1:-1] == ["In brief", "Trust is weakest", "One moved", "Trust", "How now?"]


def test_a_point_keeps_what_follows_its_first_sentence_and_where_it_belongs() -> None:
    point = next(slide for slide in slides() if slide["id"] == "talk-point-1")
    assert "Who starts?" in point.select_one(".words").get_text()
    assert point.select_one(".kicker").get_text() == "What helps · What to talk about"


def test_a_small_table_stands_beside_its_picture() -> None:
    web = next(slide for slide in slides() if slide["id"] == "web")
    assert web.img["alt"] == "A web"
    assert "hidden" in web.table.get_text()
    assert "Why" in web.get_text()


@pytest.mark.parametrize("table", [long(MOST_ROWS + 1), long(2, "1" * MOST_LETTERS)])
def test_a_large_table_leaves_the_picture_alone(table: Table) -> None:
    assert slides(replace(WEB, table=table))[1].table is None


def test_a_table_that_cannot_be_read_from_the_back_has_no_slide() -> None:
    assert len(slides(replace(CHANGE, table=long(MOST_ROWS)))) == 3
    assert len(slides(replace(CHANGE, table=long(MOST_ROWS + 1)))) == 2


def test_every_slide_leads_to_the_next_and_back_by_plain_links() -> None:
    found = slides()
    ids = [slide["id"] for slide in found]
    for place, slide in enumerate(found):
        near = [each for each in (place - 1, place + 1) if 0 <= each < len(ids)]
        assert [link["href"] for link in slide.select(".turn a")] == [f"#{ids[each]}" for each in near]


def test_the_contents_lead_to_the_first_slide_of_each_chapter() -> None:
    links = {link.get_text(): link["href"] for link in slides()[0].select("nav a")}
    assert links == {"Main points": "#in-brief", "Where we stand": "#web", "What helps": "#talk-point-1"}


def test_nothing_runs_nothing_is_loaded_and_what_is_hostile_is_text() -> None:
    hostile = [replace(each, headline=HOSTILE, alt=HOSTILE if each.svg else "") for each in EXHIBITS]
    text = rendered(*hostile, title=HOSTILE, alliance=HOSTILE, provenance={HOSTILE: HOSTILE})
    page = BeautifulSoup(text, "html.parser")
    assert not page.find_all(["script", "iframe", "link", "form", "object", "base"])
    assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert page.head.find(True)["http-equiv"] == "Content-Security-Policy"
    assert "{{ 7*7 }}" in page.h1.get_text()
    refuse_leaks(text, [])


def test_headings_skip_no_level_and_ids_are_unique() -> None:
    page = BeautifulSoup(rendered(provenance={"a": "b"}), "html.parser")
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for tag in page.find_all(href=re.compile("^#"))} <= set(ids)


@pytest.mark.parametrize(("language", "word"), [("en", "Next"), ("nl", "Volgende")])
def test_they_speak_the_language_of_the_review(language: str, word: str) -> None:
    page = BeautifulSoup(rendered(language=language), "html.parser")
    assert page.html["lang"] == language
    assert word in page.select_one(".turn").get_text()


def test_the_same_exhibits_give_the_same_slides() -> None:
    assert rendered() == rendered()


@pytest.mark.parametrize("anchor", ["start", "made", "web"])
def test_an_anchor_that_is_taken_is_refused(anchor: str) -> None:
    with pytest.raises(PageError, match="given twice"):
        rendered(WEB, replace(CHANGE, anchor=anchor))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ParameterError):
        rendered(language="fr")


def test_a_notebook_settles_its_slides_as_it_does_its_page() -> None:
    settings = page_settings(
        "Review",
        "nl",
        alliance="Samen",
        wave="2024",
        sections=SECTIONS,
        provenance={"A": "b"},
        synthetic=True,
    )
    page = BeautifulSoup(slides_from([settings, *EXHIBITS]), "html.parser")
    assert page.title.get_text() == "Review · Dia's · Samen · Meting 2024"
    assert "Fictieve gegevens" in page.select_one(".cover").get_text()
    assert page.footer.td.get_text() == "b"
