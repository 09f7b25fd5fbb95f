"""What the reports of each wave say on the four themes, beside what people scored."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.themes.correcting import with_corrections
from alliance_analytics.interpret.themes.evidence import code_passages
from alliance_analytics.interpret.themes.trend import theme_trend
from alliance_analytics.model.codebook import FILE as CODEBOOK
from alliance_analytics.model.codebook import codebook
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.corrections import FILE, read_corrections

TREND_COLUMNS = [
    "alliance", "wave", "source", "theme", "value", "low", "high",
    "n", "enabler", "constraint", "unclear", "shown", "reason",
]  # fmt: skip


def coded_reports(workspace: Workspace, alliance: str, waves: tuple[str, ...]) -> pd.DataFrame:
    """Return the coded passages of the reports of some waves: own text, for the analyst's eyes.

    All waves are coded by one coder and one codebook, so that they can be compared. The codebook is
    ``codebook.yml`` of the workspace if there is one; what people corrected in ``corrections.csv`` beside it,
    or in the folder of the alliance, goes above what the coder says.
    """
    passages = [workspace.documents(alliance, wave).passages for wave in waves]
    own = workspace.root / CODEBOOK
    found: pd.DataFrame = code_passages(
        pd.concat(passages, ignore_index=True), codebook(own if own.exists() else None)
    )
    folders = dict.fromkeys([workspace.root, workspace.folders[alliance]])
    corrections = [read_corrections(folder / FILE) for folder in folders]
    return with_corrections(found, pd.concat(corrections, ignore_index=True))


def themes_from_both(released: pd.DataFrame, coded: pd.DataFrame) -> pd.DataFrame:
    """Return one row a wave, source and theme.

    Parameters
    ----------
    released : frame
        Released estimates of all waves.
    coded : frame
        Coded passages of the same waves' reports.

    Returns
    -------
    frame
        Columns of ``TREND_COLUMNS``. ``value`` is the mean score (1 to 5) with its interval for source
        *statements*, and the balance of enabler less constraint (-1 to 1) for source *reports*; ``n`` counts
        people, or passages that carry the theme.
    """
    return pd.concat([_statements(released), _reports(coded)], ignore_index=True)[TREND_COLUMNS]


def _statements(released: pd.DataFrame) -> pd.DataFrame:
    everybody = released[["partner", "level", "link"]].isna().all(axis=1)
    scores = released[everybody & (released["scale"] == "theme")]
    renamed = scores.rename(columns={"name": "theme", "mean": "value", "ci_low": "low", "ci_high": "high"})
    return renamed.assign(source="statements").reindex(columns=TREND_COLUMNS)


def _reports(coded: pd.DataFrame) -> pd.DataFrame:
    trend = theme_trend(coded)
    found = trend[["enabler", "constraint", "unclear"]].sum(axis=1)
    reason = pd.Series("", index=trend.index).where(found > 0, "no_answers")
    return trend.assign(source="reports", n=found, shown=found > 0, reason=reason).reindex(
        columns=TREND_COLUMNS
    )
