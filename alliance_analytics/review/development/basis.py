"""Everything released that may speak for a mark of a stage: answers, blocks, partner gaps and reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from alliance_analytics.interpret.stages import block_evidence, gap_evidence, passage_evidence
from alliance_analytics.measure.gaps import gaps
from alliance_analytics.model.building_blocks import building_blocks
from alliance_analytics.model.identified import ids
from alliance_analytics.publish.release import release_gaps
from alliance_analytics.publish.release_plan import GROUP
from alliance_analytics.review.counting import only_by
from alliance_analytics.review.history import History
from alliance_analytics.review.waves import MeasuredWave


def stage_basis(
    everybody: pd.DataFrame,
    history: History,
    themes: pd.DataFrame,
    in_place: Mapping[str, Sequence[str]],
    points: int,
) -> pd.DataFrame:
    """Return everything that may speak for a mark, one row a wave, scale and name.

    Parameters
    ----------
    everybody : frame
        Released estimates of everybody, all waves.
    history : History
        The waves; gaps between their partners are released by the plan of each.
    themes : frame
        As from :func:`~alliance_analytics.review.themes.reports.themes_from_both`.
    in_place : mapping
        Wave to its building blocks.
    points : int
        Answer options of the instrument.
    """
    reports = themes[(themes["source"] == "reports") & themes["shown"].astype(bool)]
    known = ids(building_blocks().blocks)
    parts = [
        everybody,
        block_evidence(in_place, known, history.now.alliance, points) if any(in_place.values()) else None,
        gap_evidence(pd.concat([_partner_gaps(wave) for wave in history.waves], ignore_index=True)),
        passage_evidence(reports, points) if len(reports) else None,
    ]
    filled = [_named(part) for part in parts if part is not None and len(part)]
    return pd.concat(filled, ignore_index=True) if filled else everybody


def _named(part: pd.DataFrame) -> pd.DataFrame:
    """Return rows whose groups are of one dtype, whether or not any is named."""
    return part.astype({name: object for name in GROUP if part[name].dtype != object})


def _partner_gaps(wave: MeasuredWave) -> pd.DataFrame:
    table = wave.estimates
    groups = table[(table["scale"] == "dimension") & only_by(table, "partner")]
    released = release_gaps(gaps(groups, "partner"), wave.plan, "partner")
    return released.assign(alliance=wave.alliance, wave=wave.wave)
