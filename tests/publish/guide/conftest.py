"""A small guide with everything in it, and what would be markup in its texts."""

import pytest

from alliance_analytics.publish.exhibit import Table
from alliance_analytics.publish.guide.guide import Guide, Question, Topic, blank_form

WORDS = (
    "introduction",
    "kept",
    "form",
    "form_finding",
    "questions",
    "level",
    "question",
    "synthetic",
    "wave",
)


@pytest.fixture
def guide():
    """Two topics, agreements of last year, and a text that looks like markup."""
    topics = tuple(
        Topic(
            kind="weak",
            title=f"Trust {place}",
            finding="People score trust 2.1 (2.0 to 2.3).",
            why=("It *matters* <b>much</b>.", "A balance."),
            source="Source: a book, 2.3.",
            questions=(Question("Strategic", "What now?"), Question("Tactical", "And then?")),
            blocks="Consider: soft skills.",
        )
        for place in (1, 2)
    )
    return Guide(
        title="Conference guide",
        alliance="Quay & Tide",
        wave="2025",
        language="en",
        synthetic=True,
        introduction=("A finding opens.", "Read it aloud."),
        topics=topics,
        headings={word: f"the {word}" for word in WORDS},
        form=blank_form("Agreements", ("What", "Who")),
        kept=Table("Kept", ("What", "Outcome"), (("Visit", "done"),)),
        kept_finding="One of one was done.",
        notes=("Keep the table.",),
    )
