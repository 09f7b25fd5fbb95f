"""One row a passage: its themes side by side, as other programs read them."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.model.themes import THEME_IDS

SUMMARY_COLUMNS = [
    *("id", "document", "page", "paragraph", "language", "themes", "polarity", "score", "abstained"),
    *("cues", "prototype"),
]
NONE, BETWEEN = "none", ";"


def one_row_each(coded: pd.DataFrame) -> pd.DataFrame:
    """Return one row a passage.

    Parameters
    ----------
    coded : DataFrame
        Coded passages, with ``id``, document, page, paragraph and language.

    Returns
    -------
    DataFrame
        Columns of ``SUMMARY_COLUMNS``. themes: codes joined by ``;`` in the order of the model, ``none``
        where nothing applies; empty for an abstained passage. polarity: one word a theme, in the same order.
        score: of the best theme, 0 to 1, two decimals. abstained: true or false. cues and prototype: those
        of the best theme.
    """
    order = coded["theme"].map({theme: place for place, theme in enumerate(THEME_IDS)})
    best = coded.drop_duplicates("id").set_index("id")
    sorted_rows = coded.assign(order=order).sort_values(["order"], kind="stable").groupby("id", sort=False)
    joined = sorted_rows.agg(themes=("theme", _joined), polarity=("polarity", _joined)).reindex(best.index)
    themes = joined["themes"].where(joined["themes"] != "", NONE).mask(best["abstained"], "")
    rows = best.assign(
        themes=themes,
        polarity=joined["polarity"],
        score=best["score"].round(2),
        cues=best["cues"].fillna(""),
        prototype=best["prototype"].fillna(""),
        abstained=best["abstained"].map({True: "true", False: "false"}),
    )
    return rows.reset_index()[SUMMARY_COLUMNS]


def _joined(codes: pd.Series) -> str:
    return BETWEEN.join(codes.dropna())
