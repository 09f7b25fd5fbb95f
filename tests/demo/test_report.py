from __future__ import annotations

from alliance_analytics.demo.report import Document, Section, Sentence


def test_a_document_says_its_sentences_in_order():
    sections = (
        Section("One", ((Sentence("a"), Sentence("b")), (Sentence("c"),))),
        Section("Two", ((Sentence("d"),),)),
    )
    document = Document("report", "annual-report", "en", "Title", sections)
    assert [sentence.text for sentence in document.sentences] == ["a", "b", "c", "d"]
