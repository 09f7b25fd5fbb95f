"""The survey platforms: one folder each, with its reader, and the writer of the same layout beside it.

The registry is the one place that knows them all. Its order matters only where one layout can look like
another: the surest signs come first.
"""

from __future__ import annotations

from alliance_analytics.errors import ExportError, did_you_mean
from alliance_analytics.intake.platforms.base import Platform
from alliance_analytics.intake.platforms.google_forms.reader import GoogleForms
from alliance_analytics.intake.platforms.limesurvey.reader import LimeSurvey
from alliance_analytics.intake.platforms.microsoft_forms.reader import MicrosoftForms
from alliance_analytics.intake.platforms.plain_table.reader import PlainTable
from alliance_analytics.intake.platforms.qualtrics.reader import Qualtrics
from alliance_analytics.intake.platforms.spss.reader import Spss
from alliance_analytics.intake.platforms.surveymonkey.reader import SurveyMonkey
from alliance_analytics.intake.platforms.unread import unread_platform
from alliance_analytics.intake.table import Table

PLATFORMS: tuple[Platform, ...] = (
    Spss(),
    Qualtrics(),
    LimeSurvey(),
    MicrosoftForms(),
    GoogleForms(),
    SurveyMonkey(),
    PlainTable(),
)


def platform_named(name: str) -> Platform:
    """Return a platform by its name or one of its aliases; underscores, spaces and capitals do not matter.

    Raises
    ------
    ExportError
        If the name is unknown; names the nearest known one.
    """
    wanted = name.strip().casefold().replace("_", "-").replace(" ", "-")
    for platform in PLATFORMS:
        if wanted in (platform.name, *platform.aliases):
            return platform
    known = [platform.name for platform in PLATFORMS]
    raise ExportError(
        "There is no such survey platform.",
        found=name,
        allowed=", ".join(known),
        remedy=did_you_mean(wanted, known),
    )


def platform_of(table: Table, name: str | None = None) -> Platform | None:
    """Return the platform whose export a table is, or None when nothing gives it away.

    Parameters
    ----------
    table : Table
        The export.
    name : str, optional
        The platform as the settings name it. It is believed, unless the table certainly is another
        platform's.

    Raises
    ------
    ExportError
        If the name is unknown or contradicted by the table, or the table is of a platform that is not read.
    """
    recognised = next((platform for platform in PLATFORMS if platform.recognises(table)), None)
    if name is None:
        if recognised is None:
            _refuse_unread(table)
        return recognised
    named = platform_named(name)
    if table.variables:
        return recognised  # The settings name who wrote an SPSS file; it is read as what it is.
    if recognised in (None, named) or named.recognises(table):
        return named
    raise ExportError(
        "The file is not an export of the platform that the settings name.",
        where=table.file,
        found=f"the layout of {recognised.name}",
        allowed=named.name,
        remedy="Name the right platform, or leave the name out.",
    )


def _refuse_unread(table: Table) -> None:
    unread = unread_platform(table)
    if unread:
        raise ExportError(
            f"This is an export of {unread}, which is not read yet.",
            where=table.file,
            allowed=", ".join(platform.name for platform in PLATFORMS),
            remedy="Save it with one header record and one record a respondent, as platform table.",
        )
