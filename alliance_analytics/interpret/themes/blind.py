"""How far the coder can be relied on: passages drawn blindly, coded by a person who sees no codes.

The sample is drawn from all passages, those without a theme and those left to a person included, and the
codes of the coder are not in it.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from alliance_analytics.interpret.themes.correcting import BETWEEN
from alliance_analytics.interpret.themes.textkey import text_key
from alliance_analytics.measure.coders import krippendorff_alpha
from alliance_analytics.model.themes import THEME_IDS

SAMPLE_COLUMNS = ["document", "page", "paragraph", "language", "text", "themes", "polarity", "by"]
AGREEMENT_COLUMNS = [
    *("theme", "alpha", "low", "high", "n", "reason", "verdict", "sensitivity", "specificity"),
    *("hits", "carrying", "rejections", "others"),
]
RELIABLE, TENTATIVE = 0.80, 0.667
"""Krippendorff (2004), Content Analysis, 2nd edition, p. 241."""

Verdict = Literal["reliable", "tentative", "unreliable", "unknown"]


def sample(coded: pd.DataFrame, size: int, seed: int) -> pd.DataFrame:
    """Return passages drawn at random, with empty columns for themes and polarity.

    Parameters
    ----------
    coded : DataFrame
        Coded passages, or passages.
    size : int
        How many, at most; 50 or more are advised.
    seed : int
        Where the random numbers start.
    """
    passages = coded.drop_duplicates([name for name in ("document", "paragraph", "text") if name in coded])
    drawn = passages.sample(n=min(size, len(passages)), random_state=seed)
    blank = drawn.drop(columns=["themes", "polarity", "theme"], errors="ignore")
    return blank.reindex(columns=SAMPLE_COLUMNS).assign(themes="", polarity="", by="").reset_index(drop=True)


def queue(coded: pd.DataFrame) -> pd.DataFrame:
    """Return the passages that the coder left to a person, as coded, the likeliest to carry a theme first."""
    left = coded[coded["abstained"]]
    return left.sort_values("score", ascending=False, kind="stable", ignore_index=True)


def agreement(coded: pd.DataFrame, by_hand: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Return how well the coder agrees with a person, one row a theme.

    Parameters
    ----------
    coded : DataFrame
        Coded passages, best coded strictly, before corrections.
    by_hand : DataFrame
        The same passages coded by a person, as ``workspace.corrections.read_codes`` returns them.
    level : float
        Nominal coverage of the bootstrap interval.

    Returns
    -------
    DataFrame
        Columns of ``AGREEMENT_COLUMNS``: Krippendorff's alpha (nominal) with low and high, n passages, a
        verdict, and with the person as truth the coder's sensitivity and specificity (0 to 1, NaN without
        passages to tell): hits of the passages carrying the theme, and rejections of the others.
    """
    pairs = _paired(coded, by_hand)
    return pd.DataFrame([_row(theme, pairs, level) for theme in THEME_IDS], columns=AGREEMENT_COLUMNS)


def disagreements(coded: pd.DataFrame, by_hand: pd.DataFrame) -> pd.DataFrame:
    """Return the passages that two coders gave other themes: document, paragraph, text, first and second."""
    pairs = _paired(coded, by_hand)
    differ = pairs[pairs["first"] != pairs["second"]].copy()
    for name in ("first", "second"):
        differ[name] = [
            BETWEEN.join(theme for theme in THEME_IDS if theme in codes) or "none" for codes in differ[name]
        ]
    return differ[["document", "paragraph", "text", "first", "second"]].reset_index(drop=True)


def verdict(alpha: float, low: float) -> Verdict:
    """Return what an alpha and the lower end of its interval allow."""
    if not np.isfinite(alpha):
        return "unknown"
    if alpha >= RELIABLE and not low < TENTATIVE:
        return "reliable"
    return "tentative" if alpha >= TENTATIVE else "unreliable"


def _paired(coded: pd.DataFrame, by_hand: pd.DataFrame) -> pd.DataFrame:
    keyed = coded.assign(key=[text_key(text) for text in coded["text"]])
    given: Any = keyed.groupby("key")["theme"]
    first = given.agg(lambda codes: frozenset(codes.dropna())).rename("first")
    hand = by_hand.drop_duplicates("key", keep="last")
    second: Any = [frozenset(codes.split(BETWEEN)) & frozenset(THEME_IDS) for codes in hand["themes"]]
    return hand.assign(second=second).merge(first.reset_index(), on="key", how="inner")


def _row(theme: str, pairs: pd.DataFrame, level: float) -> tuple[object, ...]:
    coder = np.array([theme in codes for codes in pairs["first"]], dtype=float)
    person = np.array([theme in codes for codes in pairs["second"]], dtype=float)
    found = krippendorff_alpha([coder, person], "nominal", level=level)
    said = verdict(found.estimate, found.low)
    true, false = coder[person == 1], coder[person == 0]
    rates = (float(true.mean()) if true.size else np.nan, float(1 - false.mean()) if false.size else np.nan)
    counts = (int(true.sum()), true.size, int((1 - false).sum()), false.size)
    return (theme, found.estimate, found.low, found.high, found.n, found.reason, said, *rates, *counts)
