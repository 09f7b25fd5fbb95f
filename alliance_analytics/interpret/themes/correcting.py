"""What people say about a passage goes above what the coder says, also where the passage comes again.

A correction is found by document, place and words; then by its words alone; then by words nearly the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from alliance_analytics.interpret.themes.features import counts, rarity, weighed
from alliance_analytics.interpret.themes.textkey import text_key
from alliance_analytics.model.themes import THEME_IDS

CORRECTION_COLUMNS = ["document", "paragraph", "key", "text", "themes", "polarity", "by"]
NEAR = 0.95
"""Cosine from which two passages are the same but for a word."""
NONE, BETWEEN = "none", ";"
PERSON = "person"


def with_corrections(coded: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """Return coded passages as people corrected them.

    Parameters
    ----------
    coded : DataFrame
        One row a passage and theme, as coded.
    corrections : DataFrame
        Columns of ``CORRECTION_COLUMNS``: themes joined by ``;`` (or 'none'), polarity in the same order.

    Returns
    -------
    DataFrame
        The same columns and ``corrected``: empty, 'here' (the passage itself), 'exact' or 'near' (a repeat).
        A corrected passage is not abstained, has score 1 and coder 'person'.
    """
    passages = coded.drop_duplicates(_place(coded)).reset_index(drop=True)
    found = _matches(passages, corrections)
    if not found:
        return coded.assign(corrected="")
    rows = [
        _corrected(passages.iloc[number], corrections.iloc[place], how)
        for number, (place, how) in found.items()
    ]
    keys = pd.MultiIndex.from_frame(passages.loc[list(found), _place(coded)].astype(str))
    kept = coded[~pd.MultiIndex.from_frame(coded[_place(coded)].astype(str)).isin(keys)]
    parts = [kept.assign(corrected=""), *(pd.DataFrame(part) for part in rows)]
    together = pd.concat([part for part in parts if not part.empty], ignore_index=True)
    return together.astype(coded.dtypes.to_dict()).reset_index(drop=True)


def _place(coded: pd.DataFrame) -> list[str]:
    wanted = ("alliance", "wave", "id", "document", "page", "paragraph", "text")
    return [name for name in wanted if name in coded]


def _matches(passages: pd.DataFrame, corrections: pd.DataFrame) -> dict[int, tuple[int, str]]:
    """Return which correction goes for which passage: row of passages to row of corrections, and how."""
    if passages.empty or corrections.empty:
        return {}
    keys = [text_key(text) for text in passages["text"]]
    places = passages["document"].astype(str) + "#" + passages["paragraph"].astype(str)
    known = corrections["document"].astype(str) + "#" + corrections["paragraph"].astype(str)
    by_place = {
        (place, key): row for row, (place, key) in enumerate(zip(known, corrections["key"], strict=True))
    }
    by_key = {key: row for row, key in enumerate(corrections["key"])}
    near = _near(passages["text"].tolist(), corrections["text"].tolist())
    found: dict[int, tuple[int, str]] = {}
    for number, (place, key) in enumerate(zip(places, keys, strict=True)):
        if (place, key) in by_place:
            found[number] = (by_place[place, key], "here")
        elif key in by_key:
            found[number] = (by_key[key], "exact")
        elif near[number] >= 0:
            found[number] = (int(near[number]), "near")
    return found


def _near(texts: Sequence[str], known: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the row of the known text that each text nearly repeats, or -1."""
    both = counts([*texts, *known])
    rows = weighed(both, np.maximum(rarity(both), 1.0))
    likeness = np.asarray((rows[: len(texts)] @ rows[len(texts) :].T).todense()) / 2
    return np.where(likeness.max(axis=1) >= NEAR, likeness.argmax(axis=1), -1)


def _corrected(passage: pd.Series, correction: pd.Series, how: str) -> list[dict[str, object]]:
    themes = [theme for theme in str(correction["themes"]).split(BETWEEN) if theme not in (NONE, "")]
    polarities = str(correction["polarity"]).split(BETWEEN) if themes else []
    changed = {"score": 1.0, "abstained": False, "why": "", "coder": PERSON, "corrected": how}
    codes: list[tuple[str | None, str | None]] = [*zip(themes, polarities, strict=True)] or [(None, None)]
    return [
        dict(passage) | changed | {"theme": theme, "polarity": leaning, "factor": _factor(passage, theme)}
        for theme, leaning in codes
    ]


def _factor(passage: pd.Series, theme: str | None) -> object:
    """Return the factor that the coder saw, where it saw the same theme; of other themes it saw none."""
    same = theme is not None and pd.notna(passage["theme"]) and passage["theme"] == theme
    return passage["factor"] if same else None


def known_themes(codes: str) -> bool:
    """Whether a text holds codes of themes joined by ``;``, or 'none'."""
    return codes == NONE or set(codes.split(BETWEEN)) <= set(THEME_IDS)
