"""The page stands alone, runs nothing, and holds every topic in order."""

import re
from dataclasses import replace

from alliance_analytics.publish.guide.page import guide_page


def text_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_everything_stands_on_the_page_in_order(guide):
    text = text_of(guide_page(guide).split("<main", 1)[1])
    wanted = ["A finding opens.", "One of one was done.", "1. Trust 1", "2. Trust 2", "Keep the table."]
    places = [text.rindex(part) for part in wanted]
    assert places == sorted(places)
    for part in (
        "2.1 (2.0 to 2.3)",
        "Strategic: What now?",
        "Consider: soft skills.",
        "Source: a book, 2.3.",
    ):
        assert part in text


def test_it_loads_and_runs_nothing(guide):
    page = guide_page(guide)
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)


def test_a_text_never_becomes_markup(guide):
    assert "<b>much</b>" not in guide_page(guide)
    assert "&lt;b&gt;much" in guide_page(guide)


def test_synthetic_data_are_marked_and_others_are_not(guide):
    assert "Synthetic data" in guide_page(guide)
    assert "Synthetic data" not in guide_page(replace(guide, synthetic=False))


def test_without_agreements_of_last_year_there_is_no_such_section(guide):
    assert "the kept" in guide_page(guide)
    assert "the kept" not in guide_page(replace(guide, kept=None))


def test_the_form_can_be_downloaded_under_the_name_that_is_read(guide):
    assert 'download="agreements.csv"' in guide_page(guide)
