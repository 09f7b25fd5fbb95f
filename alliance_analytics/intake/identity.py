"""Who answered, known only long enough to count each person once and to link the waves.

Identifiers are found by what the platform says of a column, by its name, and by its content. They are used
here, and dropped: what goes on is a keyed hash, which nobody can turn back, or try out addresses on,
without the key.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from alliance_analytics.intake.identifiers.columns import identifying_columns
from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.identifiers.stand_ins import is_stand_in
from alliance_analytics.intake.log import LogEntry, heading_shown
from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.spelling import plain

MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PLAIN_MAIL = re.compile(r"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
"""An address that is in the one spelling already, as nearly all are."""
BESIDE_A_NAME = re.compile(r"<([^<>]+)>")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\\s]+")
SHORTENED = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d+")
WITH_DECIMALS = re.compile(r"(?P<number>\d+)[.,]0+")
PERSONAL = re.compile(r"prolific|mturk|worker|panel")
"""A panel gives each person one id for good; other ids may be a department's, or new in each wave."""


@dataclass(frozen=True)
class Identity:
    """What tells one respondent from another. Its text shows none of it.

    Parameters
    ----------
    person : Series of str, (records,)
        Mail address in one spelling, else a token, else an id of a panel; '' for none.
    response_id : Series of str, (records,)
        The platform's own id of a response, or ''.
    devices : tuple of Series of str
        Network address or seed, or ''; one for each such column that holds anything.
    notes : tuple of LogEntry
        Which columns were dropped.
    """

    person: pd.Series[str] = field(repr=False)
    response_id: pd.Series[str] = field(repr=False)
    devices: tuple[pd.Series[str], ...] = field(repr=False)
    notes: tuple[LogEntry, ...]


def identify(export: Export, questions: Collection[int]) -> Identity:
    """Return what tells the respondents of an export apart.

    Parameters
    ----------
    export : Export
        Records of respondents.
    questions : collection of int
        Places of the columns that hold answers, which are no identifiers whatever they are called.
    """
    kinds = identifying_columns(export.columns, export.cells, besides=questions)
    ids = [one for one in _columns(export, _of_kind(kinds, "response_id"), as_id) if _differs(one)][:1]
    devices = _columns(export, _of_kind(kinds, "device"))
    return Identity(
        person=_first_given(_persons(export, kinds), export.cells.index),
        response_id=_first_given(ids, export.cells.index),
        devices=tuple(device for device in devices if _tells_apart(device)),
        notes=_dropped([export.columns[place] for place in kinds]),
    )


def _differs(ids: pd.Series[str]) -> bool:
    """Return whether a column holds more than one id; one that all records share is nobody's."""
    return len(ids) < 2 or ids.nunique() > 1


def _tells_apart(device: pd.Series[str]) -> bool:
    """Return whether devices are people's own; many answer through one office, or to one interviewer."""
    given = device[device != ""]
    return 0 < len(given) <= 2 * given.nunique()


def person_link(values: pd.Series[str], key: bytes | None) -> pd.Series[str]:
    """Return a keyed hash for each person, the same in every wave.

    Parameters
    ----------
    values : Series of str
        Mail address or token, in one spelling; '' for none. What stands for a person in a clean copy is
        nobody's in any other file, and is not linked.
    key : bytes or None
        Secret of the workspace. Without it nobody can be linked.

    Returns
    -------
    Series of str
        HMAC-SHA256 in hexadecimal; NA without a value or a key.
    """
    if not key:
        return pd.Series(pd.NA, index=values.index, dtype=object)
    keyed = hmac.new(key, digestmod="sha256")
    return each_text(
        values, lambda value: pd.NA if not value or is_stand_in(value) else _finished(keyed, value)
    )


def hashed_person(value: str, key: bytes) -> str:
    """Return the keyed hash of one address or code, HMAC-SHA256 in hexadecimal."""
    return _finished(hmac.new(key, digestmod="sha256"), value)


def _finished(keyed: hmac.HMAC, value: str) -> str:
    """Return the hash of a value; a copy of a key that is taken in already is quicker than a new one."""
    own = keyed.copy()
    own.update(value.encode())
    return own.hexdigest()


def mail_address(text: str) -> str:
    """Return a mail address in the one spelling by which a person is known, or '' for what is no address.

    Capitals, white space, invisible signs, *mailto:* and a name before an address in angle brackets make no
    difference. What follows a plus sign does: ``team+ann@`` and ``team+bob@`` may be two people who share a
    mailbox, and to take two people for one loses answers, while to take one for two only loses a link.

    Examples
    --------
    >>> mail_address(" Ann Smith <Ann.Smith@Example.org>"), mail_address("anonymous")
    ('ann.smith@example.org', '')
    """
    if PLAIN_MAIL.fullmatch(text):
        return text
    written = unicodedata.normalize("NFKC", text)
    bracketed = BESIDE_A_NAME.search(written)
    address = INVISIBLE.sub("", bracketed[1] if bracketed else written).casefold().removeprefix("mailto:")
    return address if MAIL.fullmatch(address) else ""


def as_id(text: str) -> str:
    """Return an id in the one spelling by which a response is known, or '' where a spreadsheet shortened it.

    A number that was shortened, such as ``1.27497E+10``, stands for many ids; one that got decimals for one.

    Examples
    --------
    >>> as_id(" 12749699617.0"), as_id("1.27497E+10")
    ('12749699617', '')
    """
    written = text.strip()
    if not written[:1].isdecimal():
        return written
    number = WITH_DECIMALS.fullmatch(written)
    return "" if SHORTENED.fullmatch(written) else number["number"] if number else written


def _persons(export: Export, kinds: Mapping[int, Kind]) -> list[pd.Series[str]]:
    """Return what can name a person, the surest first."""
    mails = [each_text(export.cells[place], mail_address) for place in _of_kind(kinds, "mail")]
    panels = [place for place in _of_kind(kinds, "panel_id") if _is_personal(export.columns[place])]
    return [*mails, *_columns(export, [*_of_kind(kinds, "token"), *panels], as_id)]


def _is_personal(column: Column) -> bool:
    return PERSONAL.search(plain(f"{column.name} {column.heading}")) is not None


def _of_kind(kinds: Mapping[int, Kind], kind: Kind) -> list[int]:
    return [place for place, found in kinds.items() if found == kind]


def _columns(
    export: Export, places: Iterable[int], spelling: Callable[[str], str] = str.strip
) -> list[pd.Series[str]]:
    return [each_text(export.cells[place], spelling) for place in places]


def _first_given(candidates: Sequence[pd.Series[str]], index: pd.Index[int]) -> pd.Series[str]:
    given = pd.Series("", index=index, dtype=object)
    for candidate in candidates:
        given = given.mask(given == "", candidate)
    return given


def _dropped(columns: Sequence[Column]) -> tuple[LogEntry, ...]:
    if not columns:
        return ()
    headings = ", ".join(heading_shown(column.heading) for column in columns)
    return (
        LogEntry("identifiers_dropped", "Used to count each person once, then left out.", found=headings),
    )
