from time import perf_counter

import pandas as pd
import pytest

from alliance_analytics.interpret.themes.coder import CODE_COLUMNS, code_passages, code_text
from alliance_analytics.model.codebook import Codebook, codebook


def given(text: str, book: Codebook) -> list[tuple[str, str]]:
    return [(code.theme, code.polarity) for code in code_text(text, "en", book)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("We trust each other.", [("trust_loyalty", "enabler")]),
        ("They do it behind our backs.", [("trust_loyalty", "constraint")]),
        ("The decision was minuted.", []),
        ("The decision came late.", [("decision_making", "constraint")]),
        ("A quick decision.", [("decision_making", "enabler")]),
        ("There was no decision.", [("decision_making", "constraint")]),
        ("A good decision came late.", [("decision_making", "unclear")]),
        ("Tea was served.", []),
    ],
)
def test_a_theme_needs_a_full_cue_or_a_subject_that_is_judged(
    small: Codebook, text: str, codes: list[tuple[str, str]]
) -> None:
    assert given(text, small) == codes


def test_at_most_two_themes_the_best_founded_first(small: Codebook) -> None:
    text = "We know each other well, trust each other, never act behind our backs, and the plan is fixed."
    codes = code_text(text, "en", small)
    assert codes[0].theme == "trust_loyalty"
    assert len(codes) == 2
    assert codes[0].score > codes[1].score


@pytest.mark.parametrize("language", ["nl", "other"])
def test_a_language_without_cues_gives_no_theme(small: Codebook, language: str) -> None:
    assert code_text("We trust each other.", language, small) == ()


def test_a_row_for_each_theme_and_one_for_a_passage_without(small: Codebook) -> None:
    passages = pd.DataFrame(
        {
            "document": ["a.md", "a.md", "a.md"],
            "language": ["en", "en", "other"],
            "text": ["We trust each other and know each other well.", "Tea was served.", "Der Tee."],
        }
    )
    coded = code_passages(passages, small)
    assert list(coded.columns) == [*passages.columns, *CODE_COLUMNS]
    assert coded["text"].tolist() == [passages["text"][row] for row in (0, 0, 1, 2)]
    assert coded["theme"].isna().tolist() == [False, False, True, True]
    assert coded["score"].isna().tolist() == [False, False, True, True]
    assert coded["cues"][0] == "mutual-trust: trust each other"


def test_no_passages_keep_their_columns(small: Codebook) -> None:
    coded = code_passages(pd.DataFrame({"language": [], "text": []}), small)
    assert coded.empty
    assert list(coded.columns) == ["language", "text", *CODE_COLUMNS]


@pytest.mark.parametrize(
    ("language", "text", "theme", "polarity"),
    [
        ("en", "They keep their cards close to their chest.", "trust_loyalty", "constraint"),
        ("en", "Gains and losses are shared equally.", "trust_loyalty", "enabler"),
        ("en", "Three boards each had to approve it separately.", "decision_making", "constraint"),
        ("en", "Everyone knows who may decide what.", "decision_making", "enabler"),
        ("en", "The figures always arrive too late.", "management_capability", "constraint"),
        ("en", "Since the away day we know each other.", "management_capability", "enabler"),
        ("en", "The contract leaves no room for anything.", "flexibility", "constraint"),
        ("en", "We revise the plan every quarter.", "flexibility", "enabler"),
        ("nl", "Het ging achter onze rug om.", "trust_loyalty", "constraint"),
        ("nl", "De kaarten liggen op tafel.", "trust_loyalty", "enabler"),
        ("nl", "Iedereen zet de hakken in het zand.", "decision_making", "constraint"),
        ("nl", "Iedereen weet wie waarover gaat.", "decision_making", "enabler"),
        ("nl", "We werken langs elkaar heen.", "management_capability", "constraint"),
        ("nl", "De lijnen zijn kort.", "management_capability", "enabler"),
        ("nl", "Alles ligt vast in een dichtgetimmerd contract.", "flexibility", "constraint"),
        ("nl", "We hebben het plan meteen bijgesteld.", "flexibility", "enabler"),
    ],
)
def test_the_shipped_codebook_knows_common_speech(
    language: str, text: str, theme: str, polarity: str
) -> None:
    assert (theme, polarity) in [
        (code.theme, code.polarity) for code in code_text(text, language, codebook())
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The NHS Foundation Trust has 412 beds."),
        ("en", "Flexible hoses were delivered on 3 May."),
        ("en", "The minutes of the meeting are attached."),
        ("en", "The budget for 2024 is 1.2 million."),
        ("nl", "De notulen van 3 mei zijn bijgevoegd."),
        ("nl", "De begroting voor 2024 bedraagt 1,2 miljoen."),
        ("nl", "Alle betrokken partijen staan in bijlage 2."),
    ],
)
def test_the_shipped_codebook_leaves_facts_and_other_senses_alone(language: str, text: str) -> None:
    assert code_text(text, language, codebook()) == ()


def test_hundreds_of_passages_a_second() -> None:
    book = codebook()
    texts = [(prototype.text, prototype.language) for prototype in book.prototypes]
    for text, language in texts:
        code_text(text, language, book)
    start = perf_counter()
    for text, language in texts:
        code_text(text, language, book)
    # Three times slower than measured on one quiet core, so that a busy machine does not turn this red.
    assert len(texts) / (perf_counter() - start) > 300
