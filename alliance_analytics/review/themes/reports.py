"""What the reports of each wave say on the four themes, beside what people scored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from alliance_analytics.interpret.themes.correcting import CORRECTION_COLUMNS, with_corrections
from alliance_analytics.interpret.themes.evidence import code_passages, without_codes
from alliance_analytics.interpret.themes.trend import theme_trend
from alliance_analytics.model.codebook import FILE as CODEBOOK
from alliance_analytics.model.codebook import Codebook, codebook
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.corrections import BLIND_SAMPLE, CORRECTIONS, read_codes, read_corrections

TREND_COLUMNS = [
    "alliance", "wave", "source", "theme", "value", "low", "high",
    "n", "enabler", "constraint", "unclear", "shown", "reason",
]  # fmt: skip


def coded_reports(workspace: Workspace, alliance: str, waves: tuple[str, ...]) -> pd.DataFrame:
    """Return the coded passages of the reports of some waves, as people corrected them.

    What stands in ``corrections.csv`` of the workspace, or of the folder of the alliance, goes above what the
    coder says.
    """
    return as_corrected(workspace, alliance, codes_of_reports(workspace, alliance, waves))


def codes_of_reports(workspace: Workspace, alliance: str, waves: tuple[str, ...]) -> pd.DataFrame:
    """Return the passages of the reports of some waves as the coder codes them: for the analyst's eyes.

    All waves are coded now, by one coder and one codebook, so that they can be compared: no codes of another
    day are kept. The codebook is ``codebook.yml`` of the workspace if there is one.
    """
    passages = pd.concat([workspace.documents(alliance, wave).passages for wave in waves], ignore_index=True)
    if passages.empty:  # to read the codebook takes longer than all else
        return without_codes(passages)
    return code_passages(passages, codebook_of(workspace))


def codebook_of(workspace: Workspace) -> Codebook:
    """Return the codebook of a workspace, or the one shipped."""
    own = workspace.root / CODEBOOK
    return codebook(own if own.exists() else None)


def as_corrected(workspace: Workspace, alliance: str, coded: pd.DataFrame) -> pd.DataFrame:
    """Return coded passages as people corrected them."""
    return with_corrections(coded, _by_hand(workspace, alliance, CORRECTIONS, read_corrections))


def blind_sample(workspace: Workspace, alliance: str) -> pd.DataFrame:
    """Return what people coded without seeing codes, of the workspace and of the alliance; maybe no rows."""
    return _by_hand(workspace, alliance, BLIND_SAMPLE, read_codes)


def _by_hand(
    workspace: Workspace, alliance: str, name: str, read: Callable[[Path], pd.DataFrame]
) -> pd.DataFrame:
    files = [folder / name for folder in dict.fromkeys([workspace.root, workspace.folders[alliance]])]
    found = [read(file) for file in files if file.exists()]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=CORRECTION_COLUMNS)


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
    both = [table for table in (_statements(released), _reports(coded)) if len(table)]
    return pd.concat(both, ignore_index=True) if both else pd.DataFrame(columns=TREND_COLUMNS)


def _statements(released: pd.DataFrame) -> pd.DataFrame:
    everybody = released[["partner", "level", "link"]].isna().all(axis=1)
    scores = released[everybody & (released["scale"] == "theme")]
    renamed = scores.rename(columns={"name": "theme", "mean": "value", "ci_low": "low", "ci_high": "high"})
    return renamed.assign(source="statements").reindex(columns=TREND_COLUMNS)


def _reports(coded: pd.DataFrame) -> pd.DataFrame:
    if coded.empty:
        return pd.DataFrame(columns=TREND_COLUMNS)
    trend = theme_trend(coded)
    found = trend[["enabler", "constraint", "unclear"]].sum(axis=1)
    reason = pd.Series("", index=trend.index).where(found > 0, "no_answers")
    return trend.assign(source="reports", n=found, shown=found > 0, reason=reason).reindex(
        columns=TREND_COLUMNS
    )
