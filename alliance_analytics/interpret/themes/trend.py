"""How often each theme is spoken of in a wave, and whether as something that carries or holds back."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.critical_values import critical_z
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.themes import THEME_IDS

WAVE = ["alliance", "wave"]
PLACE = ["document", "page", "paragraph", "text"]
POLARITIES = ["enabler", "constraint", "unclear"]
SHARES = ["share", "enabler_share", "constraint_share", "unclear_share", "abstained_share"]
TREND_COLUMNS = [
    *WAVE, "theme", "n", *POLARITIES, "abstained", "value", "low", "high",
    *(f"{share}{end}" for share in SHARES for end in ("", "_low", "_high")),
]  # fmt: skip

_Floats = npt.NDArray[np.float64]


def theme_trend(coded: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Return one row a wave and theme.

    Parameters
    ----------
    coded : DataFrame
        Coded passages: one row a passage and theme, and one row with a missing theme for a passage without
        one.
    level : float
        Nominal coverage of the intervals, between 0 and 1.

    Returns
    -------
    DataFrame
        Columns alliance, wave, theme; n (passages of the wave in a language that is coded); enabler,
        constraint and unclear (passages); value (their balance: enabler less constraint, over all three; -1
        to 1, NaN when the theme is not spoken of) with low and high; abstained (passages of the wave left to
        a person); and the shares of ``SHARES``, each with its limits: of the n passages, those that carry the
        theme, those that do so with either polarity, and those abstained (0 to 1, NaN when n is 0).

    Notes
    -----
    The interval of a share is Wilson's (1927, Journal of the American Statistical Association 22, 209-212).
    The interval of the balance is Wilson's too, for the share of enablers with an unclear passage as half of
    one, stretched to -1 to 1; it is wide enough, for halves vary less than a yes or no does. Both take
    passages as drawn independently, which passages of one document are not quite.
    """
    coded_languages = coded[coded["language"].isin(LANGUAGES)]
    waves = coded[WAVE].drop_duplicates().sort_values(WAVE)
    read = coded_languages.drop_duplicates([*WAVE, *PLACE]).groupby(WAVE).size().rename("n").reset_index()
    left = coded_languages.assign(left=_left(coded_languages)).drop_duplicates([*WAVE, *PLACE])
    abstained = left.groupby(WAVE)["left"].sum().rename("abstained").reset_index()
    found = coded_languages.pivot_table(index=[*WAVE, "theme"], columns="polarity", aggfunc="size")
    table = (
        waves.merge(pd.Series(THEME_IDS, name="theme"), how="cross")
        .merge(read, on=WAVE, how="left")
        .merge(abstained, on=WAVE, how="left")
        .merge(found.reindex(columns=POLARITIES).reset_index(), on=[*WAVE, "theme"], how="left")
        .fillna(dict.fromkeys(["n", "abstained", *POLARITIES], 0))
        .astype(dict.fromkeys(["n", "abstained", *POLARITIES], "int64"))
    )
    return _with_shares(table, level)[TREND_COLUMNS]


def _with_shares(table: pd.DataFrame, level: float) -> pd.DataFrame:
    n = table["n"].to_numpy(float)
    carried = table[POLARITIES].sum(axis=1).to_numpy(float)
    praise = (table["enabler"] + table["unclear"] / 2).to_numpy(float)
    value, low, high = (2 * part - 1 for part in wilson(praise, carried, level))
    counted = [carried, *(table[name].to_numpy(float) for name in (*POLARITIES, "abstained"))]
    shares = {
        f"{share}{end}": part
        for share, found in zip(SHARES, counted, strict=True)
        for end, part in zip(("", "_low", "_high"), wilson(found, n, level), strict=True)
    }
    return table.assign(value=value, low=low, high=high, **shares)


def _left(coded: pd.DataFrame) -> pd.Series:
    """Return which rows were left to a person; none, where the coder never holds back."""
    return coded["abstained"] if "abstained" in coded else pd.Series(False, index=coded.index)


def wilson(found: _Floats, total: _Floats, level: float) -> tuple[_Floats, _Floats, _Floats]:
    """Return a share and the ends of its interval; NaN where there is nothing to take a share of."""
    n = np.where(total > 0, total, np.nan)
    z = critical_z(level)
    share = found / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return share, np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)
