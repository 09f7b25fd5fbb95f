"""One survey export, from file to tidy frames and a log: the steps in order, each a module of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import rows
from alliance_analytics.intake.columns import asks_for, map_columns
from alliance_analytics.intake.contents import Contents, read_contents
from alliance_analytics.intake.identity import person_link
from alliance_analytics.intake.log import IntakeLog
from alliance_analytics.intake.platforms import platform_named, platform_of
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.intake.table import Table, read_table
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Instrument

__all__ = ["SurveyIntake", "SurveySettings", "read_survey"]


@dataclass(frozen=True)
class SurveyIntake:
    """What came out of one export.

    Parameters
    ----------
    responses : DataFrame, one row a respondent
        ``alliance, wave, person, partner, level``, then one column a scored item: 1 to the highest point as
        answered, not turned, NaN where nothing usable was answered.
    missing_kinds : DataFrame of str, same rows, one column a scored item
        Why there is no answer, or ''.
    comments : DataFrame, one row a comment
        ``alliance, wave, person, partner, level, item, text``. Never to be shared.
    log : DataFrame, one row a finding
        ``file, row, column, reason, found, action``.
    platform : str
        Name of the platform.
    records, kept : int
        Records of respondents in the file, and those that count.
    excluded : mapping of str to int
        Reason to the number of records left out for it.
    """

    responses: pd.DataFrame
    missing_kinds: pd.DataFrame
    comments: pd.DataFrame
    log: pd.DataFrame
    platform: str
    records: int
    kept: int
    excluded: Mapping[str, int]


def read_survey(
    path: Path,
    instrument: Instrument,
    settings: SurveySettings,
    *,
    alliance: str,
    wave: str,
    link_key: bytes | None = None,
) -> SurveyIntake:
    """Return the responses in a survey export, and a log of everything that was not as it should be.

    Parameters
    ----------
    path : Path
        One export of any platform of the registry.
    instrument : Instrument
        The questionnaire.
    settings : SurveySettings
        What cannot be seen in the file.
    alliance, wave : str
        Written into the frames.
    link_key : bytes, optional
        Secret of the workspace, to link respondents over the waves. Without it ``person`` is NA.

    Raises
    ------
    ExportError
        If the file cannot be read, or not without a guess.
    ModelError
        If the instrument's answer scale is unknown.
    """
    export = _export(read_table(path), instrument, settings.platform)
    columns = map_columns(export.columns, instrument, settings.mapping, export.file)
    marked = rows.marked_by_platform(export, columns.places.values())
    contents = read_contents(
        _only(export, marked == ""), columns.places, instrument, settings, answer_scales()
    )
    unfit, earlier = contents.left_out()
    reasons = unfit.reindex(marked.index).fillna(marked)
    counting = reasons.index[reasons == ""]
    log = IntakeLog(export.file, (*export.notes, *columns.notes))
    log = log.with_entries(rows.left_out(reasons, earlier))
    log = log.with_entries(rows.remarks(contents.answers.points.loc[counting]))
    who = _who(contents, alliance, wave, link_key).loc[counting]
    return SurveyIntake(
        responses=who.join(contents.answers.points).reset_index(drop=True),
        missing_kinds=contents.answers.kinds.loc[counting].reset_index(drop=True),
        comments=_comments(who, contents.comments.loc[counting]),
        log=log.with_entries(contents.notes).frame(),
        platform=export.platform,
        records=len(reasons),
        kept=len(counting),
        excluded=dict(Counter(reasons[reasons != ""].tolist())),
    )


def _export(table: Table, instrument: Instrument, name: str | None) -> Export:
    platform = platform_of(table, name)
    export = (platform or platform_named("table")).read(table)
    if platform is None and not asks_for(export.columns, instrument):
        raise ExportError(
            "The layout of this file is unknown.",
            where=table.file,
            found=f"a table of {table.cells.shape[1]} columns",
            allowed="an export as the survey platform made it, unchanged",
            remedy="Export it again, or name the platform table if it has one header record.",
        )
    if export.cells.empty:
        raise ExportError("The export holds no response.", where=table.file, remedy="Export all responses.")
    return export


def _only(export: Export, records: pd.Series[bool]) -> Export:
    return replace(export, cells=export.cells[records], exclusion=export.exclusion[records])


def _who(contents: Contents, alliance: str, wave: str, link_key: bytes | None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "alliance": alliance,
            "wave": wave,
            "person": person_link(contents.identity.person, link_key),
            "partner": contents.partner.names,
            "level": contents.level.names,
        },
        index=contents.partner.names.index,
    )


def _comments(who: pd.DataFrame, comments: pd.DataFrame) -> pd.DataFrame:
    """Return one row a comment, in the order of the respondents and then of the questions."""
    written = comments.melt(var_name="item", value_name="text", ignore_index=False)
    return who.join(written[written["text"] != ""], how="inner").reset_index(drop=True)
