"""What Qualtrics notes about a response beside its answers, in CSV and in SPSS files alike."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from alliance_analytics.intake.platforms.base import Role, RowReason, ruled_out
from alliance_analytics.intake.table import each_text

ROLES: dict[str, Role] = {
    "responseid": "response_id",
    "recordid": "response_id",
    "ipaddress": "device",
    "recipientemail": "mail",
    "emailaddress": "mail",
    "recipientlastname": "identifier",
    "recipientfirstname": "identifier",
    "name": "identifier",
    "externalreference": "identifier",
    "externaldatareference": "identifier",
    "locationlatitude": "identifier",
    "locationlongitude": "identifier",
    "locationaccuracy": "identifier",
    "responseset": "administration",
    "startdate": "administration",
    "enddate": "administration",
    "recordeddate": "administration",
    "status": "administration",
    "progress": "administration",
    "duration": "administration",
    "durationinseconds": "administration",
    "finished": "administration",
    "distributionchannel": "administration",
    "userlanguage": "administration",
}
SURE = frozenset(
    {"responseid", "recordeddate", "distributionchannel", "userlanguage", "startdate", "enddate", "status"}
)
"""Columns that together no other platform has."""

# An ordinary response has code 0 and label "IP Address"; 4, 16 and 32 are imported, offline and panel ones.
PREVIEW = frozenset({"1", "9", "17", "survey preview", "survey preview spam", "offline survey preview"})
TEST = frozenset({"2", "survey test"})
SPAM = frozenset({"8", "12", "40", "spam", "imported spam", "ex spam"})
NOT_FINISHED = frozenset({"0", "false", "falsch", "faux", "onwaar", "falso"})


def key(name: str) -> str:
    """Return the name of a column without capitals and marks."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def exclusion(cells: pd.DataFrame, places: Mapping[str, int]) -> pd.Series[str]:
    """Return why Qualtrics itself rules out each response, or ''.

    Parameters
    ----------
    cells : DataFrame of str
        One record a response; codes and labels of the status may stand beside each other.
    places : mapping of str to int
        Key of an administrative column to its place. A column that was taken out of the file rules
        nothing out.
    """

    def column(name: str) -> pd.Series[str]:
        if name not in places:
            return pd.Series("", index=cells.index, dtype=object)
        return each_text(cells[places[name]], lambda text: text.strip().casefold())

    status, channel = column("status"), column("distributionchannel")
    marks: dict[RowReason, pd.Series[bool]] = {
        "preview": status.isin(PREVIEW) | (channel == "preview"),
        "test": status.isin(TEST) | (channel == "test"),
        "spam": status.isin(SPAM),
        "unfinished": column("finished").isin(NOT_FINISHED) | _below_hundred(column("progress")),
    }
    return ruled_out(cells, marks)


def _below_hundred(progress: pd.Series[str]) -> pd.Series[bool]:
    return pd.to_numeric(progress, errors="coerce") < 100
