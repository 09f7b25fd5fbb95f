"""What Qualtrics notes about a response beside its answers, in CSV and in SPSS files alike."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from alliance_analytics.intake.log import LogEntry
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
    "responsetype": "administration",
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
"""Columns of which each export has several."""
UNSHARED = frozenset(
    {
        *("recordeddate", "distributionchannel", "userlanguage", "durationinseconds"),
        *("responseset", "externaldatareference", "recipientlastname", "responseid", "responsetype"),
    }
)
"""Columns that tell it from other forms, which may have a status, a start and an end as well."""

TWO_WORDS = re.compile(r"_(first|last|page|click|nps|operating)_(click|submit|count|group|system)$")
TIMING = re.compile(r"_(?:first|last) click$|_page submit$|_click count$")
DERIVED = re.compile(
    r"^q_(?:recaptcha|relevantid|totalduration|ballotbox|duplicate|datapolicy|url|language|chl)|^sc\d+$"
    r"|_nps group$|_do$|_do_-?\d+$|_(?:browser|version|operating system|resolution)$"
    r"| - (?:parent )?topics$| - (?:topic )?sentiment\b.*$| - actionability$"
)
"""Names that the platform gives to what it computes or notes itself: groups, orders, browsers, topics."""

# An ordinary response has code 0 and label "IP Address"; 4, 16 and 32 are imported, offline and panel ones.
PREVIEW = frozenset({"1", "9", "17", "survey preview", "survey preview spam", "offline survey preview"})
TEST = frozenset({"2", "survey test"})
SPAM = frozenset({"8", "12", "40", "spam", "imported spam", "ex spam"})
COUNTS = frozenset(
    {"", "0", "4", "16", "32", "48", "ip address", "imported", "offline", "offline response", "ex"}
)
NOT_FINISHED = frozenset({"0", "false", "falsch", "faux", "onwaar", "falso"})


def role_by_name(name: str) -> Role:
    """Return what a column is for that bears the name of a question, with what the platform adds to it.

    Examples
    --------
    >>> role_by_name("Q4_Page Submit"), role_by_name("Q4_Click_Count"), role_by_name("Q4_1")
    ('timing', 'timing', 'answer')
    """
    spaced = TWO_WORDS.sub(r"_\1 \2", name.casefold())
    if TIMING.search(spaced):
        return "timing"
    return "administration" if DERIVED.search(spaced) else "answer"


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
    status, channel = _status(cells, places), _folded(cells, places, "distributionchannel")
    marks: dict[RowReason, pd.Series[bool]] = {
        "preview": status.isin(PREVIEW) | (channel == "preview"),
        "test": status.isin(TEST) | (channel == "test"),
        "spam": status.isin(SPAM),
        "unfinished": _folded(cells, places, "finished").isin(NOT_FINISHED)
        | _below_hundred(_folded(cells, places, "progress")),
    }
    return ruled_out(cells, marks)


def unknown_status(cells: pd.DataFrame, places: Mapping[str, int]) -> tuple[LogEntry, ...]:
    """Return a note when records have a status that is known neither to count nor to be ruled out."""
    unknown = ~_status(cells, places).isin(PREVIEW | TEST | SPAM | COUNTS)
    action = "Kept: their status is not known here. See whether they are previews or tests."
    return (LogEntry("kept_rows", action, found=f"{unknown.sum()} records"),) if unknown.any() else ()


def _status(cells: pd.DataFrame, places: Mapping[str, int]) -> pd.Series[str]:
    return _folded(cells, places, "status" if "status" in places else "responsetype")


def _folded(cells: pd.DataFrame, places: Mapping[str, int], name: str) -> pd.Series[str]:
    if name not in places:
        return pd.Series("", index=cells.index, dtype=object)
    return each_text(cells[places[name]], lambda text: text.strip().casefold())


def _below_hundred(progress: pd.Series[str]) -> pd.Series[bool]:
    return pd.to_numeric(progress, errors="coerce") < 100
