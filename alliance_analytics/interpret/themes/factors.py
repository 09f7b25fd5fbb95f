"""Which factors of the literature review stand beneath a theme, and how often in each wave."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.themes.trend import POLARITIES
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.themes import THEME_IDS

FACTOR_COLUMNS = ["theme", "factor", "wave", *POLARITIES]


def factor_trend(coded: pd.DataFrame) -> pd.DataFrame:
    """Return how many passages speak of each factor in each wave.

    Parameters
    ----------
    coded : DataFrame
        Coded passages, one row a passage and theme.

    Returns
    -------
    DataFrame
        Columns of ``FACTOR_COLUMNS``, themes in the order of the model, then the factor spoken of most: the
        number of passages as enabler, constraint and unclear. Passages without a factor, as a person's
        correction may leave them, are not counted.
    """
    found = coded[coded["language"].isin(LANGUAGES)].dropna(subset=["theme", "factor"])
    if found.empty:
        return pd.DataFrame(columns=FACTOR_COLUMNS)
    counts = found.groupby(["theme", "factor", "wave", "polarity"]).size().unstack("polarity", fill_value=0)
    table = counts.reindex(columns=POLARITIES, fill_value=0).reset_index()
    spoken = found.groupby(["theme", "factor"]).size().rename("spoken").reset_index()
    place = {theme: place for place, theme in enumerate(THEME_IDS)}
    ordered = table.merge(spoken, on=["theme", "factor"]).assign(place=table["theme"].map(place))
    by = ["place", "spoken", "factor", "wave"]
    return ordered.sort_values(by, ascending=[True, False, True, True], ignore_index=True)[FACTOR_COLUMNS]
