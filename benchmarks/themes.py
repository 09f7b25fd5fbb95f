"""How well the theme coder agrees with passages that people labelled, and how fast it is.

Nothing is learned from the labelled passages, so that all of them test the coder; intervals are percentiles
over passages drawn again with replacement. ``--fit`` learns the weights shipped anew, after a change of the
codebook.

Run ``python -m benchmarks.themes passages.csv [--embeddings]``; columns id, text, language, themes and
polarity, and ``tricky`` where a passage without a theme has a word of one. ``held_out_passages.csv`` beside
this module was written for this project and labelled by the definitions of the codebook before the coder saw
it, in three sets: ids that begin with H, B and C.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.interpret.themes.encoders import MULTILINGUAL, Encoder, multilingual
from alliance_analytics.interpret.themes.fitting import learned, learned_from_vectors, sentences_of
from alliance_analytics.interpret.themes.judging import Judgement, decide, judge
from alliance_analytics.interpret.themes.weights import FILE, save
from alliance_analytics.model.codebook import codebook
from alliance_analytics.model.loading import packaged
from alliance_analytics.model.themes import THEME_IDS

DRAWS, SEED = 1000, 11
SPEED_PASSAGES = 5000

Measure = Callable[[np.ndarray[Any, Any], np.ndarray[Any, Any]], float]


def main() -> None:
    """Print the tables, or learn weights."""
    options = argparse.ArgumentParser()
    options.add_argument("passages", nargs="?", type=Path)
    options.add_argument("--ids", default="", help="only passages whose id begins so")
    options.add_argument("--embeddings", action="store_true")
    options.add_argument("--vectors", type=Path, help="a folder that keeps vectors between runs")
    options.add_argument("--fit", action="store_true")
    given = options.parse_args()
    encoder = multilingual(given.vectors) if given.embeddings else None
    if given.fit:
        fit(encoder)
    if given.passages:
        passages = pd.read_csv(given.passages, keep_default_na=False)
        chosen = passages[passages["id"].str.startswith(given.ids)].reset_index(drop=True)
        print(quality(chosen, encoder).to_string(index=False))
    print(f"{speed(encoder):,.0f} passages a second of one core, all cues compiled")


def fit(encoder: Encoder | None) -> None:
    """Learn the weights shipped; those of the encoder too if there is one."""
    book = codebook()
    by_encoder = {}
    if encoder:
        by_encoder[MULTILINGUAL] = learned_from_vectors(book, encoder.encode(sentences_of(book).texts))
    save(packaged(FILE), book, learned(book), by_encoder)


def quality(passages: pd.DataFrame, encoder: Encoder | None = None) -> pd.DataFrame:
    """Return measure, value, low, high and n of the coder against labelled passages."""
    judged = judge(passages["text"].tolist(), passages["language"].tolist(), codebook(), encoder=encoder)
    truth = np.array([[theme in codes.split(";") for theme in THEME_IDS] for codes in passages["themes"]])
    given = _given(judged, strict=True)
    coded = np.array([not decision.abstained for decision in decide(judged)])
    language = passages["language"].to_numpy()
    plain = ~truth.any(axis=1)
    by_language = [(truth[language == name], given[language == name]) for name in ("en", "nl")]
    tricky = plain & (passages.get("tricky", pd.Series("", index=passages.index)) == "yes").to_numpy()
    spoken = np.column_stack([truth, language == "en"])
    unstrict = _given(judged, strict=False)
    parts: list[tuple[str, Any, Any, Measure]] = [
        ("macro-F1, all", truth, given, macro_f1),
        ("macro-F1, en", *by_language[0], macro_f1),
        ("macro-F1, nl", *by_language[1], macro_f1),
        ("macro-F1, en less nl", spoken, given, english_ahead),
        ("left alone, of those without a theme", truth[plain], given[plain], left_alone),
        ("left alone, of the tricky ones", truth[tricky], given[tricky], left_alone),
        ("macro-F1, of those coded when abstaining", truth[coded], unstrict[coded], macro_f1),
        ("share coded when abstaining", coded[:, None], coded[:, None], _share_of_first),
        ("polarity, of all themes labelled", *polarities(passages, judged), _share_equal),
    ]
    rows = [(name, *_interval(*part)) for name, *part in parts if len(part[0])]
    return pd.DataFrame(rows, columns=["measure", "value", "low", "high", "n"])


def macro_f1(truth: np.ndarray[Any, Any], given: np.ndarray[Any, Any]) -> float:
    """Return the mean F1 of the themes; truth and given have shape (n, 4)."""
    both = (truth & given).sum(axis=0)
    total = truth.sum(axis=0) + given.sum(axis=0)
    return float(np.mean(np.divide(2 * both, total, out=np.zeros(len(both)), where=total > 0)))


def english_ahead(spoken: np.ndarray[Any, Any], given: np.ndarray[Any, Any]) -> float:
    """Return macro-F1 in English less that in Dutch; the last column of ``spoken`` says which is English."""
    truth, english = spoken[:, :-1], spoken[:, -1]
    return macro_f1(truth[english], given[english]) - macro_f1(truth[~english], given[~english])


def left_alone(_: np.ndarray[Any, Any], given: np.ndarray[Any, Any]) -> float:
    """Return the share of passages that were given no theme."""
    return float((~given.any(axis=1)).mean())


def polarities(
    passages: pd.DataFrame, judged: Judgement
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return whether each labelled theme is a strength, by hand and by the coder."""
    pairs = [
        (said == "enabler", judged.praise[row, THEME_IDS.index(theme)] >= 0.5)
        for row, (codes, leanings) in enumerate(zip(passages["themes"], passages["polarity"], strict=True))
        if codes != "none"
        for theme, said in zip(codes.split(";"), leanings.split(";"), strict=True)
    ]
    return np.array([first for first, _ in pairs]), np.array([second for _, second in pairs])


def speed(encoder: Encoder | None = None) -> float:
    """Return passages a second of one core's time, once every cue is compiled and every vector known."""
    given = sentences_of(codebook())
    times = SPEED_PASSAGES // len(given.texts) + 1
    texts, languages = given.texts * times, given.languages * times
    judge(given.texts, given.languages, codebook(), encoder=encoder)
    start = time.process_time()
    decide(judge(texts, languages, codebook(), encoder=encoder))
    return len(texts) / (time.process_time() - start)


def _share_of_first(first: np.ndarray[Any, Any], _: np.ndarray[Any, Any]) -> float:
    return float(first.mean())


def _share_equal(first: np.ndarray[Any, Any], second: np.ndarray[Any, Any]) -> float:
    return float((first == second).mean())


def _given(judged: Judgement, *, strict: bool) -> np.ndarray[Any, Any]:
    themes = [decision.themes for decision in decide(judged, strict=strict)]
    return np.array([[column in row for column in range(len(THEME_IDS))] for row in themes])


def _interval(
    truth: np.ndarray[Any, Any], given: np.ndarray[Any, Any], measure: Measure
) -> tuple[float, float, float, int]:
    draws = np.random.default_rng(SEED).integers(0, len(truth), (DRAWS, len(truth)))
    values = [measure(truth[rows], given[rows]) for rows in draws]
    low, high = np.quantile(values, [0.025, 0.975])
    return measure(truth, given), float(low), float(high), len(truth)


if __name__ == "__main__":
    main()
