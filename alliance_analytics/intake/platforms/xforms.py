"""What KoboToolbox and ODK have in common: both ask XForms, and flatten them into one header record.

A heading is the path of a question through its groups. A question with several answers leaves a text of the
names taken, and one column of 0 and 1 an option. A place leaves its coordinates. Without labels, a cell holds
the name that the form gives an option, such as ``strongly_agree``: words in which spaces became underscores.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Role
from alliance_analytics.intake.platforms.typed_other import with_others_beside
from alliance_analytics.model.spelling import plain

OPTION_SEPARATOR = "/"
TICKS = frozenset({"", "0", "1", "true", "false"})
PATH = re.compile(r"[A-Za-z_][\w.\-]*(?:/[A-Za-z_][\w.\-]*)*")
COORDINATE = re.compile(
    r"(?P<group>.*/)?_?(?P<question>.+?)"
    r"(?P<part>[-_](?i:latitude|longitude|altitude|precision|accuracy)|Latitude|Longitude|Altitude|Accuracy)"
)
LINK = re.compile(r".+_URL")
WORDS_AS_NAME = re.compile(r"[^\W_]+(?:_[^\W_]+)+")
MOST_NAMES = 50
"""Different texts in a column above which they are no names of options."""

# What the form itself may note beside the answers.
METADATA: dict[str, Role] = {
    **dict.fromkeys(("start", "end", "starttime", "endtime", "today", "audit"), "administration"),
    **dict.fromkeys(("formdef_version", "formdef_id", "review_quality", "review_status"), "administration"),
    "duration": "timing",
    "meta/instanceid": "administration",
    "meta-instanceid": "administration",
    "instanceid": "administration",
    "meta/instancename": "identifier",
    "meta-instancename": "identifier",
    "instancename": "identifier",
    "deviceid": "device",
    "username": "identifier",
    "email": "mail",
    **dict.fromkeys(("phonenumber", "phone_number", "phone", "telephone", "mobile"), "identifier"),
    **dict.fromkeys(("simserial", "sim_serial", "simid", "subscriberid", "imei"), "identifier"),
    **dict.fromkeys(("devicephonenum", "caseid"), "identifier"),
}


def columns_of(
    headings: Sequence[str], cells: pd.DataFrame, own: Mapping[str, Role], separator: str
) -> list[Column]:
    """Return the columns of a flattened XForm.

    Parameters
    ----------
    headings : sequence of str
        Paths of names, or of labels.
    cells : DataFrame of str, (records, headings)
        The records.
    own : mapping of str to str
        Heading in lower case to its role, for what the platform notes itself.
    separator : str
        What stands between a group and its question.
    """
    roles = _roles(headings, own)
    options = _options(headings, cells)
    asked = list(dict.fromkeys(heading for heading in headings if heading not in roles))
    called = Counter(_name(heading, separator) for heading in asked)
    columns = []
    for place, heading in enumerate(headings):
        name = _name(heading, separator)
        if heading in roles:
            columns.append(Column(heading, "", role=roles[heading]))
        elif place in options:
            columns.append(_option(heading))
        elif name:
            columns.append(Column(name if called[name] == 1 else heading, "", labels=_worded(cells[place])))
        else:
            columns.append(Column("", *_group_and_label(heading, asked)))
    return with_others_beside(columns)


def _roles(headings: Sequence[str], own: Mapping[str, Role]) -> dict[str, Role]:
    """Return the role of each heading that is no question."""
    known = {**METADATA, **own}
    roles: dict[str, Role] = dict.fromkeys(filter(LINK.fullmatch, headings), "identifier")
    roles |= dict.fromkeys(_coordinates(headings), "identifier")
    return roles | {heading: known[heading.casefold()] for heading in headings if heading.casefold() in known}


def _name(heading: str, separator: str) -> str:
    """Return the name at the end of a path of names, or '' for a label; *crops_-77* is a name as it is."""
    if not PATH.fullmatch(heading):
        return ""
    name = heading.rpartition(separator)[2]
    return name if name[:1].isalpha() or name.startswith("_") else heading


def _options(headings: Sequence[str], cells: pd.DataFrame) -> set[int]:
    """Return the places of options: a tick each, under the heading of a question that is there as well."""
    known = set(headings)
    under = (
        place for place, heading in enumerate(headings) if heading.rpartition(OPTION_SEPARATOR)[0] in known
    )
    return {place for place in under if {text.strip().casefold() for text in cells[place].unique()} <= TICKS}


def _option(heading: str) -> Column:
    question, _, option = heading.rpartition(OPTION_SEPARATOR)
    return Column(heading, question, option, role="choice")


def _coordinates(headings: Sequence[str]) -> set[str]:
    """Return the headings of places: their coordinates, and the question that they were taken apart from."""
    found = [(heading, COORDINATE.fullmatch(heading)) for heading in headings]
    parts = [
        (heading, f"{m['group'] or ''}{m['question']}", m["part"].casefold().strip("-_"))
        for heading, m in found
        if m
    ]
    whole = {question for _, question, part in parts if part == "latitude"}
    whole &= {question for _, question, part in parts if part == "longitude"}
    return whole | {heading for heading, question, _ in parts if question in whole}


def _group_and_label(heading: str, headings: Sequence[str]) -> tuple[str, str]:
    """Return a heading of labels as group and question; a slash inside a sentence parts nothing.

    A group is what several headings begin with; its questions open with a capital.
    """
    for slash in reversed([found.start() for found in re.finditer("/", heading)]):
        group, question = heading[:slash], heading[slash + 1 :].strip()
        shared = sum(other.startswith(f"{group}/") for other in headings) > 1
        if shared and question[:1].isupper() and group not in headings:
            return group, question
    return heading, ""


def _worded(cells: pd.Series[str]) -> dict[str, str]:
    """Return the names of options in a column, each with its words."""
    texts = [text.strip() for text in cells.unique()]
    if len(texts) > MOST_NAMES:
        return {}
    return {text: plain(text.replace("_", " ")) for text in texts if WORDS_AS_NAME.fullmatch(text)}
