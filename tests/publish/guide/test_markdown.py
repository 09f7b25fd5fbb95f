"""Markdown holds the same, and no text is taken for markup."""

from dataclasses import replace

from alliance_analytics.publish.guide.markdown import guide_markdown


def test_everything_is_there_in_order(guide):
    text = guide_markdown(guide)
    wanted = [
        "# Conference guide",
        "the synthetic",
        "## the kept",
        "## 1. Trust 1",
        "## 2. Trust 2",
        "## the form",
    ]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)
    assert "- Strategic: What now?" in text
    assert "**People score trust 2.1 (2.0 to 2.3).**" in text


def test_a_text_never_becomes_markup(guide):
    assert r"It \*matters\* \<b\>much\</b\>." in guide_markdown(guide)


def test_tables_have_a_line_below_their_heading(guide):
    assert "| What | Outcome |\n| --- | --- |\n| Visit | done |" in guide_markdown(guide)


def test_without_agreements_of_last_year_there_is_no_such_section(guide):
    assert "the kept" not in guide_markdown(replace(guide, kept=None))
