"""The settings of a page travel in an exhibit of their own."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from alliance_analytics.errors import PageError
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_from, page_settings

SETTINGS = page_settings(
    "Annual review",
    "nl",
    alliance="Samen",
    wave="2024",
    sections={"one": "Een", "two": "Twee"},
    provenance={"Vragenlijst": "Mastering Alliances 1.0"},
    synthetic=True,
)


def test_the_page_is_put_together_as_the_settings_say():
    page = BeautifulSoup(
        page_from([SETTINGS, Exhibit("first", "two", "A finding", language="nl")]), "html.parser"
    )
    assert page.html["lang"] == "nl"
    assert "Annual review" in page.h1.get_text()
    titles = [title.get_text(strip=True) for title in page.select("h2")]
    assert "Twee" in titles
    assert "Een" not in titles
    assert "Mastering Alliances 1.0" in page.footer.get_text()


def test_a_page_without_settings_is_refused():
    with pytest.raises(PageError, match="settings"):
        page_from([Exhibit("first", "two", "A finding")])


def test_sections_keep_their_order_through_a_file_that_sorts_its_keys():
    settings = page_settings(
        "Review",
        "en",
        alliance="",
        wave="",
        sections={"zeta": "Z", "alpha": "A"},
        provenance={},
        synthetic=False,
    )
    shuffled = replace(settings, settings=dict(sorted(settings.settings.items())))
    exhibits = [shuffled, Exhibit("first", "alpha", "One"), Exhibit("second", "zeta", "Two")]
    page = BeautifulSoup(page_from(exhibits), "html.parser")
    titles = [title.get_text(strip=True) for title in page.select("h2")]
    assert titles.index("Z") < titles.index("A")
