"""One survey export, from file to tidy frames and a log: the steps in order, each a module of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import rows, turning
from alliance_analytics.intake.answering_time import answering_seconds
from alliance_analytics.intake.columns import ColumnMap, asks_for, map_columns
from alliance_analytics.intake.contents import Contents, read_contents
from alliance_analytics.intake.data_dictionary import with_dictionary
from alliance_analytics.intake.identity import person_link
from alliance_analytics.intake.log import IntakeLog
from alliance_analytics.intake.platforms import platform_named, platform_of
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.platforms.repeated_headers import without_repeated_headers
from alliance_analytics.intake.record_rows import one_row_a_person
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
    rescaled : mapping of str to int
        Item to the number of points that it was answered on, where the settings had it re-expressed.
    seconds : Series of float, same rows as responses
        How long somebody took to answer; NaN where the file does not tell.
    """

    responses: pd.DataFrame
    missing_kinds: pd.DataFrame
    comments: pd.DataFrame = field(repr=False)
    log: pd.DataFrame
    platform: str
    records: int
    kept: int
    excluded: Mapping[str, int]
    rescaled: Mapping[str, int] = field(default_factory=dict)
    seconds: pd.Series[float] = field(default_factory=lambda: pd.Series(dtype=float), repr=False)


def read_survey(
    path: Path,
    instrument: Instrument,
    settings: SurveySettings,
    *,
    alliance: str,
    wave: str,
    link_key: bytes | None = None,
    keep_rows: Collection[str] = (),
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
    keep_rows : collection of str, optional
        Kinds of record that count although they are usually left out, beside those of the settings.

    Raises
    ------
    ExportError
        If the file cannot be read, or not without a guess.
    ParameterError
        If there is no such kind of record, or none that can be kept.
    ModelError
        If the instrument's answer scale is unknown.
    """
    export, columns = _opened(path, instrument, settings)
    keep = {*settings.keep_rows, *keep_rows}
    rows.refuse_unknown_reasons(keep)
    marked = rows.marked_by_platform(export, columns.places.values())
    read = marked.isin({"", *keep})
    export = replace(export, cells=export.cells[read], exclusion=export.exclusion[read])
    contents = read_contents(export, columns.places, instrument, settings, answer_scales())
    copies = turning.recoded_copies(export, columns.places, contents.answers.points, instrument.points)
    seconds = answering_seconds(export)
    export = replace(export, cells=pd.DataFrame())  # by far the largest thing in memory, and done with
    unfit, earlier = contents.left_out(marked[read] != "", keep)
    reasons = unfit.reindex(marked.index).fillna(marked)
    counting = reasons.index[reasons == ""]
    answers = contents.answers.of(counting)
    contents, points = replace(contents, answers=answers), answers.points
    about_rows = (*rows.left_out(reasons, earlier), *rows.kept(marked[counting]), *rows.remarks(points))
    found = (*about_rows, *turning.turned_twice(points, instrument), *copies, *contents.notes)
    who = _who(contents, alliance, wave, link_key).loc[counting]
    return SurveyIntake(
        responses=pd.concat([who, points], axis="columns").reset_index(drop=True),
        missing_kinds=answers.kinds_by_name.reset_index(drop=True),
        comments=_comments(who, contents.comments.loc[counting]),
        log=IntakeLog(export.file, (*export.notes, *columns.notes, *found)).frame(),
        platform=export.platform,
        records=len(reasons),
        kept=len(counting),
        excluded=dict(Counter(reasons[reasons != ""].tolist())),
        rescaled=answers.rescaled,
        seconds=seconds.loc[counting].reset_index(drop=True),
    )


def _opened(path: Path, instrument: Instrument, settings: SurveySettings) -> tuple[Export, ColumnMap]:
    """Return the export, one row a person, and where its columns stand."""
    export = _export(with_dictionary(read_table(path), path, settings.dictionary), instrument, settings)
    columns = map_columns(export.columns, instrument, settings.mapping, export.file)
    return one_row_a_person(export, *_telling_and_asked_once(columns.places, instrument)), columns


def _export(table: Table, instrument: Instrument, settings: SurveySettings) -> Export:
    platform = platform_of(table, settings.platform)
    export = without_repeated_headers((platform or platform_named("table")).read(table), table)
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
    if export.unexplained and not settings.answer_codes:
        raise _unexplained(export)
    return export


def _unexplained(export: Export) -> ExportError:
    return ExportError(
        "The export holds codes, and nothing says what they mean.",
        where=export.file,
        allowed=f"an export of labels; or {export.unexplained}; or answer codes in the wave's settings",
        remedy="Download what is missing and put it beside the export, or name it: dictionary: in wave.yml.",
    )


def _telling_and_asked_once(places: Mapping[str, int], instrument: Instrument) -> tuple[list[int], list[int]]:
    """Return the places of what makes a row a response, and of what is asked of a person once."""
    once = [item.id for item in instrument.items if item.kind in ("partner", "level")]
    telling = [place for item, place in places.items() if item not in once]
    return telling, [places[item] for item in once if item in places]


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
