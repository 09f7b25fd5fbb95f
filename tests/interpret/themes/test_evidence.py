"""Codes with what they rest on."""

import pandas as pd
import pytest

from alliance_analytics.interpret.themes.evidence import EVIDENCE_COLUMNS, code_passages
from alliance_analytics.interpret.themes.weights import shipped_weights
from alliance_analytics.model.codebook import Codebook, codebook
from alliance_analytics.model.themes import THEME_IDS


def coded(*texts: str, language: str = "en", strict: bool = False) -> pd.DataFrame:
    passages = pd.DataFrame({"language": language, "text": list(texts)})
    return code_passages(passages, codebook(), strict=strict)


def test_the_weights_shipped_belong_to_the_codebook_shipped() -> None:
    assert shipped_weights(codebook()) is not None


@pytest.mark.parametrize(
    ("language", "text", "theme", "polarity"),
    [
        ("en", "Both hospitals kept every promise they made to each other.", "trust_loyalty", "enabler"),
        ("en", "The board needed half a year to approve a simple form.", "decision_making", "constraint"),
        ("en", "Nobody told the evening team, we hear things last.", "management_capability", "constraint"),
        ("en", "When the road flooded we had another plan by the evening.", "flexibility", "enabler"),
        ("nl", "Niemand durft een knoop door te hakken.", "decision_making", "constraint"),
        ("nl", "Het contract laat geen enkele ruimte.", "flexibility", "constraint"),
    ],
)  # fmt: skip
def test_common_speech_is_coded(language: str, text: str, theme: str, polarity: str) -> None:
    row = coded(text, language=language, strict=True).iloc[0]
    assert (row["theme"], row["polarity"]) == (theme, polarity)


@pytest.mark.parametrize("text", ["The NHS Trust has 412 beds.", "Parking costs 4 euros.", "n/a"])
def test_what_has_no_theme_is_left_alone(text: str) -> None:
    row = coded(text, strict=True).iloc[0]
    assert pd.isna(row["theme"])
    assert not row["abstained"]


def test_evidence_says_where_which_words_and_what_negates_them() -> None:
    row = coded("We do not trust each other.").iloc[0]
    assert row["factor"] == "mutual-trust"
    assert "negated by not" in row["cues"]
    start, end = map(int, row["span"].split()[0].split("-"))
    assert " we do not trust each other . "[start:end] == "trust each other"
    assert row["polarity"] == "constraint"


def test_evidence_names_a_sentence_of_the_theme_the_coder_and_the_codebook() -> None:
    row = coded("The partners trust each other completely.").iloc[0]
    sentences = {one.text: one.theme for one in codebook().prototypes}
    assert sentences[row["prototype"]] == row["theme"] == "trust_loyalty"
    assert 0 < row["likeness"] <= 1
    assert row["coder"] == "default"
    assert row["codebook"] == f"{codebook().version} {codebook().fingerprint}"


def test_another_language_is_left_to_a_person_unless_told_to_decide() -> None:
    text = "Wir vertrauen einander nicht."
    assert coded(text, language="other").iloc[0][["abstained", "why"]].tolist() == [True, "language"]
    assert not coded(text, language="other", strict=True).iloc[0]["abstained"]


def test_an_abstained_passage_has_no_theme_but_a_runner_up() -> None:
    found = coded(*(one.text for one in codebook().prototypes[::9]))
    left = found[found["abstained"]]
    assert len(left) > 0
    assert left["theme"].isna().all()
    assert set(left["runner_up"]) <= set(THEME_IDS)


def test_at_most_two_themes_the_likelier_first() -> None:
    found = coded(*(one.text for one in codebook().prototypes[::5]), strict=True)
    themes = found.dropna(subset="theme").groupby("text")["score"]
    assert themes.size().max() == 2
    assert themes.apply(lambda scores: scores.is_monotonic_decreasing).all()


def test_a_codebook_of_few_sentences_is_coded_by_cues_alone(small: Codebook) -> None:
    passages = pd.DataFrame({"language": ["en", "en"], "text": ["We trust each other.", "Tea was served."]})
    found = code_passages(passages, small)
    assert found["coder"].tolist() == ["cues", "cues"]
    assert found["theme"].fillna("none").tolist() == ["trust_loyalty", "none"]
    assert found["prototype"].isna().all()


def test_no_passages_keep_their_columns() -> None:
    found = code_passages(pd.DataFrame({"language": [], "text": []}), codebook())
    assert found.empty
    assert list(found.columns) == ["language", "text", *EVIDENCE_COLUMNS]
