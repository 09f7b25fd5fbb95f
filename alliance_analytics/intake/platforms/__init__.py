"""The survey platforms: one folder each, with its reader, and the writer of the same layout beside it.

The registry is the one place that knows them all. Recognition is by content alone and its order says nothing:
a table in which two platforms see their own layout is nobody's until somebody says whose.
"""

from __future__ import annotations

from collections.abc import Sequence

from alliance_analytics.errors import ExportError, did_you_mean
from alliance_analytics.intake.platforms.base import Platform
from alliance_analytics.intake.platforms.google_forms.reader import GoogleForms
from alliance_analytics.intake.platforms.kobo.reader import Kobo
from alliance_analytics.intake.platforms.limesurvey.reader import LimeSurvey
from alliance_analytics.intake.platforms.microsoft_forms.reader import MicrosoftForms
from alliance_analytics.intake.platforms.odk.reader import Odk
from alliance_analytics.intake.platforms.plain_table.reader import PlainTable
from alliance_analytics.intake.platforms.qualtrics.reader import Qualtrics
from alliance_analytics.intake.platforms.redcap.dictionary import is_dictionary
from alliance_analytics.intake.platforms.redcap.reader import Redcap
from alliance_analytics.intake.platforms.spss.reader import Spss
from alliance_analytics.intake.platforms.stata.reader import Stata
from alliance_analytics.intake.platforms.surveymonkey.reader import SurveyMonkey
from alliance_analytics.intake.platforms.typeform.reader import Typeform
from alliance_analytics.intake.table import Table

PLATFORMS: tuple[Platform, ...] = (
    Spss(),
    Stata(),
    Qualtrics(),
    LimeSurvey(),
    MicrosoftForms(),
    GoogleForms(),
    SurveyMonkey(),
    Typeform(),
    Kobo(),
    Odk(),
    Redcap(),
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
        If the name is unknown or contradicted by the table, the table can be of two platforms and none is
        named, or it explains an export and is none.
    """
    if is_dictionary(table):
        raise _explains_only(table)
    recognising = [platform for platform in PLATFORMS if platform.recognises(table)]
    if name is None:
        if len(recognising) > 1:
            raise _several(table, recognising)
        return recognising[0] if recognising else None
    named = platform_named(name)
    if table.variables:
        return recognising[0]  # The settings name who wrote the answers down; the file is read as what it is.
    if not recognising or named in recognising:
        return named
    raise _another(table, recognising, named)


def _several(table: Table, recognising: Sequence[Platform]) -> ExportError:
    return ExportError(
        "The file can be an export of more than one platform.",
        where=table.file,
        found=f"the layouts of {_names(recognising)}",
        allowed="the layout of one platform",
        remedy="Say which it is: platform: in wave.yml, or --platform.",
    )


def _another(table: Table, recognising: Sequence[Platform], named: Platform) -> ExportError:
    return ExportError(
        "The file is not an export of the platform that the settings name.",
        where=table.file,
        found=f"the layout of {_names(recognising)}",
        allowed=named.name,
        remedy="Name the right platform, or leave the name out.",
    )


def _explains_only(table: Table) -> ExportError:
    return ExportError(
        "This is a data dictionary of REDCap: it explains an export, and holds no answers.",
        where=table.file,
        remedy="Give the export itself, with the dictionary beside it.",
    )


def _names(platforms: Sequence[Platform]) -> str:
    return " and ".join(platform.name for platform in platforms)
