"""What identifiers look like inside a text: patterns, and the proofs that keep them from taking too much.

The patterns are written so that no text, however long or odd, takes more than a time in proportion to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address

from alliance_analytics.intake.identifiers import checksums
from alliance_analytics.intake.identifiers.kinds import Kind

FEWEST_PHONE_DIGITS, MOST_PHONE_DIGITS = 9, 15
FAR_OUT = 10
"""Degrees beyond which one of two coordinates lies, and scores, weights and loadings do not."""
RARE_IN_NUMBERING = 32
"""Chapters are seldom numbered so high; a network address nearly always holds such a part."""

_MAILBOX, _LABEL, _ENDING = r"[\w.%+'-]{1,64}", r"[\w-]{1,63}", r"[^\W\d_]{2,63}"
MAIL = re.compile(rf"{_MAILBOX} ?@ ?{_LABEL}(?:\.{_LABEL}){{0,8}}\.{_ENDING}")
_AT = r" ?[\[({] ?(?:at|apenstaartje|bei|chez) ?[\])}] ?"
_DOT = r"(?:\.| ?[\[({] ?(?:dot|punt|punkt|point|punto) ?[\])}] ?)"
SPELT_MAIL = re.compile(rf"{_MAILBOX}{_AT}{_LABEL}(?:{_DOT}{_LABEL}){{0,8}}{_DOT}{_ENDING}", re.IGNORECASE)
LINK = re.compile(r"\b(?:(?:https?|ftp)://|www\.)\S*[^\s.,;:!?)\]]", re.IGNORECASE)
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.IGNORECASE)
PANEL = re.compile(
    r"""(?<![\w-])(?:
        (?:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}   # UUID
      | (?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{24}              # as of Prolific
      | (?-i:A(?=[A-Z]*\d[A-Z]*\d)[A-Z0-9]{12,14})              # a worker of Mechanical Turk
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
RESPONSE = re.compile(r"(?<![\w-])R_[0-9a-z]{11,17}(?![\w-])", re.IGNORECASE)
IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)")
IPV6 = re.compile(r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE)
HARDWARE = re.compile(r"(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])", re.IGNORECASE)
_DEGREES = r"[-+]?\d{1,3}\.\d{4,15}"
COORDINATES = re.compile(
    rf"(?<![\w.,]){_DEGREES}°?\ ?[NSZ]?(?:\s?[,;]\s?|\s){_DEGREES}°?\ ?[EWOL]?"
    r"(?:(?:\ -?\d{1,5}(?:\.\d{1,15})?){2})?(?![\w.])"  # a form adds how high, and how sure
    r"|\d{1,3}\ ?°\ ?\d{1,2}\ ?['′’]\ ?(?:\d{1,2}(?:[.,]\d{1,6})?\ ?(?:[\"″”]|''))?\ ?[NSZEWOL]\b",
    re.IGNORECASE,
)
NATIONAL_ID = re.compile(
    r"""(?<![\w.,-])(?:
        \d{4}[. ]?\d{2}[. ]?\d{3}                               # BSN
      | \d{2}[ ]?\d{3}[ ]?\d{3}[ ]?\d{3}                        # Steuer-ID
      | [12][ ]?\d\d[ ]?\d\d[ ]?(?:\d\d|2[AB])[ ]?\d{3}[ ]?\d{3}[ ]?\d\d   # NIR
      | [XYZ\d][. -]?\d{7}[ -]?[A-Z] | \d{2}\.\d{3}\.\d{3}-?[A-Z]          # DNI, NIE
    )(?!\w|[.,]\d)""",
    re.VERBOSE,
)
INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
PHONE = re.compile(
    r"""(?<![\w,.])(?:
        (?:\+|00)\d{1,3}(?:[ ./-]{0,3}\(?\d\)?){7,12}           # with a country code
      | \(?0\d{1,4}\)?(?:[ ./-]{0,2}\d){6,9}                    # as dialled at home
      | \(?\d{3}\)?[ .-]\d{3}[.-]\d{4}                          # as in North America
    )(?!\w)""",
    re.VERBOSE,
)
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.*")


@dataclass(frozen=True)
class Look:
    """How one kind of identifier looks.

    Parameters
    ----------
    kind : str
        The kind.
    pattern : Pattern
        Finds it; a group ``who``, where there is one, is the part that tells.
    signs : tuple of str
        Every text that holds it holds one of these, in small letters, if there are any.
    digits : int, optional
        It holds at least so many. Signs and digits let most texts be passed over at once; a look has signs,
        or digits, or both.
    proof : callable, optional
        Whether what was found is one indeed.
    """

    kind: Kind
    pattern: re.Pattern[str]
    signs: tuple[str, ...] = ()
    digits: int = 0
    proof: Callable[[str], bool] = bool


def is_phone(text: str) -> bool:
    """Return whether a text of the look of a telephone number is one, and neither a date nor too short."""
    digits = sum(map(str.isdigit, text))
    return FEWEST_PHONE_DIGITS <= digits <= MOST_PHONE_DIGITS and DATE.fullmatch(text) is None


def is_network_address(text: str) -> bool:
    """Return whether four numbers with dots can be a network address, and hardly a chapter's number."""
    parts = [int(part) for part in text.split(".")]
    return max(parts) < 256 and max(parts) >= RARE_IN_NUMBERING


def is_long_network_address(text: str) -> bool:
    """Return whether a text is an address of version 6 of the internet protocol, and no time of day.

    Examples
    --------
    >>> is_long_network_address("2001:db8::7"), is_long_network_address("12:30:45")
    (True, False)
    """
    try:
        return IPv6Address(text).packed != b"" and sum(map(str.isalnum, text)) >= 3
    except ValueError:
        return False


def is_place(text: str) -> bool:
    """Return whether two numbers with many decimals, or degrees and minutes, can be a place on earth."""
    numbers = [abs(float(number)) for number in re.findall(r"\d+(?:\.\d+)?", text)[:2]]
    return "°" in text or (numbers[0] <= 90 and numbers[1] <= 180 and max(numbers) >= FAR_OUT)


LOOKS: tuple[Look, ...] = (
    Look("link", LINK, ("://", "www.")),
    Look("mail", MAIL, ("@",)),
    Look("mail", SPELT_MAIL, ("(", "[", "{")),
    Look("bank_account", IBAN, digits=10, proof=checksums.is_iban),
    Look("panel_id", RESPONSE, ("r_",)),
    Look("panel_id", PANEL, digits=1),
    Look("device", IPV4, (".",), 4, is_network_address),
    Look("device", IPV6, (":",), 1, is_long_network_address),
    Look("device", HARDWARE, (":", "-")),
    Look("coordinates", COORDINATES, (".", "°"), 2, is_place),
    Look("national_id", NATIONAL_ID, digits=7, proof=checksums.is_national_id),
    Look("national_id", INSURANCE, digits=6),
    Look("phone", PHONE, digits=FEWEST_PHONE_DIGITS, proof=is_phone),
)
"""In this order, since what one look takes for itself no other sees."""
