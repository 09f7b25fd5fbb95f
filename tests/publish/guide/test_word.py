"""The Word document reads back as it was written, and is the same bytes each time."""

from dataclasses import replace
from io import BytesIO

import docx

from alliance_analytics.publish.guide.word import guide_word


def read(guide):
    return docx.Document(BytesIO(guide_word(guide)))


def test_headings_stand_in_order(guide):
    found = [p.text for p in read(guide).paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert found == ["Conference guide", "the kept", "1. Trust 1", "2. Trust 2", "the form"]


def test_each_topic_has_a_table_of_questions(guide):
    tables = [[tuple(cell.text for cell in row.cells) for row in table.rows] for table in read(guide).tables]
    questions = [("the level", "the question"), ("Strategic", "What now?"), ("Tactical", "And then?")]
    assert tables[0] == [("What", "Outcome"), ("Visit", "done")]
    assert tables[1] == tables[2] == questions
    assert tables[3][1] == ("…", "…")


def test_findings_reasons_blocks_and_sources_are_there(guide):
    text = "\n".join(p.text for p in read(guide).paragraphs)
    for part in (
        "2.1 (2.0 to 2.3)",
        "It *matters* <b>much</b>.",
        "Consider: soft skills.",
        "Source: a book, 2.3.",
    ):
        assert part in text


def test_it_says_its_language_and_nobody_as_author(guide):
    told = read(replace(guide, language="nl")).core_properties
    assert (told.language, told.author) == ("nl-NL", "")


def test_the_same_guide_gives_the_same_bytes(guide):
    assert guide_word(guide) == guide_word(guide)


def test_without_agreements_of_last_year_there_is_no_such_table(guide):
    assert len(read(replace(guide, kept=None)).tables) == 3
