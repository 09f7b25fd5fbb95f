"""The index tells every review once, where it is, and what to do about those that failed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from alliance_analytics.errors import PageError
from alliance_analytics.publish.page.check import refuse_leaks
from alliance_analytics.publish.page.index import IndexRow, render_index

DONE = IndexRow("bridge", "2023", "done", "bridge/2023 final.html", finding="Trust falls")
FAILED = IndexRow("Atlas", "2024", "failed", reason="Two columns are alike", remedy="Delete one.")
SKIPPED = IndexRow("bridge", "2024", "skipped", reason="Nothing changed")
ROWS = (DONE, SKIPPED, FAILED)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e{{ 1 }}"
SHOWN = HOSTILE.replace("\u202e", "\ufffd")


def soup(*rows: IndexRow, title: str = "Batch", language: str = "en") -> BeautifulSoup:
    return BeautifulSoup(render_index(rows or ROWS, title=title, language=language), "html.parser")


def test_rows_are_grouped_by_alliance_latest_wave_first() -> None:
    groups = soup().find_all("tbody")
    assert [group["id"] for group in groups] == ["atlas", "bridge"]
    assert [group.find("th", scope="rowgroup").text for group in groups] == ["Atlas", "bridge"]
    assert [row["id"] for row in groups[1].find_all("tr", id=True)] == ["bridge-2024", "bridge-2023"]
    assert [row.find("td").text for row in groups[1].find_all("tr", id=True)] == ["Skipped", "Made"]


def test_alliances_are_called_and_sorted_by_their_titles() -> None:
    page = soup(replace(DONE, title="A bridge too few"), replace(FAILED, title="Our atlas"), SKIPPED)
    titles = [title.text for title in page.find_all("th", scope="rowgroup")]
    assert titles == ["A bridge too few", "Our atlas"]
    assert [link.text for link in page.select("#contents a")] == titles
    assert page.find(id="failed").strong.text == "Our atlas, 2024"
    assert "A bridge too few" in page.find(id="bridge-2023").a["aria-label"]


def test_the_order_given_does_not_matter() -> None:
    assert render_index(ROWS, title="t", language="nl") == render_index(ROWS[::-1], title="t", language="nl")


def test_a_review_is_linked_by_its_file() -> None:
    link = soup().find(id="bridge-2023").a
    assert link["href"] == "bridge/2023%20final.html"
    assert link["aria-label"] == "Open the review of bridge, wave 2023"
    assert soup().find(id="atlas-2024").a is None


def test_finding_or_reason_stands_in_the_row() -> None:
    told = [
        row.find_all("td")[1].text
        for row in soup(*ROWS, replace(DONE, wave="2022", finding="")).select("tr[id]")
    ]
    assert told == ["Two columns are alike", "Nothing changed", "Trust falls", "No finding given"]


def test_failures_come_first_with_what_to_do() -> None:
    page = soup()
    first = page.main.find(True)
    assert first["id"] == "failed"
    assert first.li.a["href"] == "#atlas-2024"
    assert first.li.text == "Atlas, 2024 Two columns are alike What to do: Delete one."
    assert soup(DONE).find(id="failed") is None


def test_the_count_of_each_status_stands_above() -> None:
    assert soup().header.p.text == "1 made, 1 failed, 1 skipped"
    assert soup(language="nl").header.p.text == "1 gemaakt, 1 mislukt, 1 overgeslagen"


def test_structure() -> None:
    page = soup()
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert levels == [1, 2, 2, 2]
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for tag in page.find_all(href=re.compile("^#"))} <= set(ids)
    assert all(cell["scope"] and cell.text.strip() for cell in page.find_all("th"))
    assert page.caption.text
    assert "http-equiv" in page.head.find(True).attrs
    assert not page.find_all("script")
    refuse_leaks(render_index(ROWS, title="Batch", language="en"), [])


def test_alliances_of_like_names_have_anchors_of_their_own() -> None:
    rows = [replace(DONE, alliance=name) for name in ("A b", "A-b", "Reviews", "Ωμ")]
    anchors = [group["id"] for group in soup(*rows).find_all("tbody")]
    assert anchors == ["a-b", "a-b-2", "reviews-2", "3c9-3bc"]


def test_hostile_text_is_shown_as_text() -> None:
    bad = IndexRow(HOSTILE, HOSTILE, "failed", reason=HOSTILE, remedy=HOSTILE)
    page = soup(bad, replace(bad, wave="2", status="done", href="a.html", finding=HOSTILE), title=HOSTILE)
    assert not page.find_all(["script", "img"])
    assert page.h1.text == SHOWN
    assert page.main.get_text().count(SHOWN) == 9


@pytest.mark.parametrize(
    "href", ["https://example.org", "/a.html", "../a.html", "a/../../b", "C:x", "a\\b", "//host/a"]
)
def test_a_link_that_leads_away_is_refused(href: str) -> None:
    with pytest.raises(PageError, match="leads away"):
        replace(DONE, href=href)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"status": "don"}, "Did you mean 'done'"),
        ({"href": ""}, "no link"),
        ({"status": "failed"}, "no reason"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(change: dict[str, str], message: str) -> None:
    with pytest.raises(PageError, match=message):
        replace(DONE, **change)


def test_a_wave_given_twice_no_rows_and_no_title_are_refused() -> None:
    with pytest.raises(PageError, match=r"twice(.|\n)*bridge, 2023"):
        soup(DONE, replace(DONE))
    with pytest.raises(PageError, match="no reviews"):
        render_index([], title="t", language="en")
    with pytest.raises(PageError, match="no title"):
        soup(title="")
