"""How often each theme is spoken of in a wave, as something that carries or holds back."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from alliance_analytics.model.themes import THEME_IDS

WAVE = ["alliance", "wave"]
PLACE = ["document", "page", "paragraph", "text"]
POLARITIES = ("enabler", "constraint", "unclear")
TREND_COLUMNS = [*WAVE, "theme", "n", *POLARITIES, "value", "share", "share_low", "share_high"]
Floats = npt.NDArray[np.float64]


def theme_trend(coded: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Return one row a wave and theme.

    Parameters
    ----------
    coded : frame
        Coded passages: one row a passage and theme, and one row with a missing theme for a passage without
        one.
    level : float
        Nominal coverage of the interval of the share.

    Returns
    -------
    frame
        Columns alliance, wave, theme, n (passages read in the wave), enabler, constraint, unclear (passages),
        value (their balance, -1 to 1; NaN when the theme is not spoken of), share (of all passages),
        share_low and share_high (Wilson 1927, Journal of the American Statistical Association 22, 209-212).
    """
    read = coded.drop_duplicates([*WAVE, *PLACE]).groupby(WAVE).size().rename("n")
    counts = (
        coded.dropna(subset="theme")
        .groupby([*WAVE, "theme", "polarity"])
        .size()
        .unstack("polarity", fill_value=0)
    )
    rows = pd.MultiIndex.from_tuples(
        [(*wave, theme) for wave in read.index for theme in THEME_IDS], names=[*WAVE, "theme"]
    )
    table = (
        counts.reindex(index=rows, columns=list(POLARITIES), fill_value=0).reset_index().merge(read, on=WAVE)
    )
    return _with_shares(table, level)[TREND_COLUMNS]


def _with_shares(table: pd.DataFrame, level: float) -> pd.DataFrame:
    found = table[list(POLARITIES)].sum(axis=1)
    low, high = _wilson(found.to_numpy(float), table["n"].to_numpy(float), level)
    balance = (table["enabler"] - table["constraint"]) / found.where(found > 0)
    return table.assign(value=balance, share=found / table["n"], share_low=low, share_high=high)


def _wilson(found: Floats, n: Floats, level: float) -> tuple[Floats, Floats]:
    z = float(stats.norm.ppf((1 + level) / 2))
    share = found / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return centre - half, centre + half
