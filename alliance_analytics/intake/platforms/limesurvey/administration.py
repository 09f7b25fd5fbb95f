"""What LimeSurvey notes beside the answers: codes, and their headings in the languages of its users.

R writes a full stop for whatever is no letter; *Date.submitted* is *Date submitted*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Role, ruled_out
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.platform_headings import platform_headings
from alliance_analytics.model.spelling import plain

ROLES: dict[str, Role] = {
    "id": "response_id",
    "submitdate": "administration",
    "lastpage": "administration",
    "startlanguage": "administration",
    "seed": "device",
    "startdate": "administration",
    "datestamp": "administration",
    "ipaddr": "device",
    "refurl": "administration",
    "token": "token",
    "firstname": "identifier",
    "lastname": "identifier",
    "email": "mail",
}
"""The platform's code of a column that it fills in itself, and what the column is for."""
SURE = frozenset({"submitdate", "lastpage", "startlanguage", "seed", "datestamp", "startdate"})
"""Columns of which no other platform has two."""
NEVER_SUBMITTED = frozenset({"", "na", "n/a", "{question_not_shown}"})

TIMING = re.compile(
    r"(?:total time|group time:|question time:|totaaltijd|groepstijd:|groep tijd:|vraagtijd:|vraag tijd:"
    r"|gesamtzeit|gruppenzeit:|fragenzeit:|temps total|temps (?:du groupe|de la question)"
    r"|tiempo total|tiempo (?:de grupo|de pregunta)|interviewtime$|grouptime\d+$|\w*questiontime\d*$"
    r"|(?:\d+x)+\d+time$)"
)
BY_R = re.compile(r"[._]+")


def administration_of(column: Column) -> str:
    """Return the platform's code of a column that it fills in itself, or ''."""
    if column.part:
        return ""
    heading = plain(column.text or column.name)
    names = platform_headings("limesurvey")
    known = (names.get(name) for name in (column.name, heading, plain(BY_R.sub(" ", heading))))
    return next((code for code in known if code), "")


def is_timing(column: Column) -> bool:
    """Return whether a column says how long somebody took over a page or a question."""
    headings = (
        plain(column.text),
        plain(column.name),
        plain(BY_R.sub(" ", column.text)).replace("tijd ", "tijd: "),
    )
    return any(TIMING.match(heading) for heading in headings)


def exclusion(cells: pd.DataFrame, codes: Sequence[str]) -> pd.Series[str]:
    """Return *unfinished* for each record that was never submitted, or ''.

    Parameters
    ----------
    cells : DataFrame of str
        One record a response.
    codes : sequence of str
        The platform's code of each column, or ''. Without a column ``submitdate`` nothing is ruled out.
    """
    if "submitdate" not in codes:
        return ruled_out(cells, {})
    submitted = each_text(cells[codes.index("submitdate")], lambda text: text.strip().casefold())
    return ruled_out(cells, {"unfinished": submitted.isin(NEVER_SUBMITTED)})
