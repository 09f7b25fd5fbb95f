"""What must not leave the room and can be known by its look alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from alliance_analytics.intake.identifiers.kinds import Kind
from alliance_analytics.intake.identifiers.looks import LOOKS
from alliance_analytics.publish.audit.layer import Piece

CALLED: dict[Kind, str] = {
    "link": "a link to another place",
    "mail": "a mail address",
    "bank_account": "a bank account",
    "panel_id": "an id of a respondent",
    "device": "a network address or a device",
    "coordinates": "coordinates",
    "national_id": "a national id",
    "phone": "a telephone number",
}
NUMBERS: frozenset[Kind] = frozenset(("bank_account", "device", "coordinates", "national_id", "phone"))
"""Kinds that the numbers of a drawing look like as well: looked for in words only."""
WORDS = re.compile(r"[^\W\d_]{3,}")
PATH = re.compile(
    r"(?<![\w.])/(?:home|Users|root|tmp|mnt|srv|opt|var|private|workspaces)/\S+"
    r"|\b[A-Za-z]:\\[\w\\ .-]+|(?<!\\)\\\\[\w-]+\\\S+|\bfile:/\S+|\S*site-packages/\S*"
)
LISTING = re.compile(r"Traceback \(most recent call last\)|ipykernel_\d+|File \"[^\"]+\", line \d+")
HASH = re.compile(r"(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])", re.IGNORECASE)
SECRET = re.compile(r"\w+://[^\s:/@]+:[^\s@]+@\S+")
MARKED = re.compile(r"\bnot\s+for\s+sharing\b|\bniet\s+om\s+te\s+delen\b", re.IGNORECASE)
ANSWERS = re.compile(r"(?:(?<=[\s,;\[|>\"'])|^)(?:(?:[1-9]|10|11)(?:\.0)?|NaN|nan|null)(?=[\s,;\]|<\"']|$)")
ROW_OF_ANSWERS = 8
"""Single answers in a row that make a record of one person. Our convention."""
ROWS_OF_ANSWERS = 3
"""Such rows that make a table of people."""


@dataclass(frozen=True)
class Pattern:
    """A kind of finding, known by its look; ``drawn`` when the numbers of a drawing never look so.

    Every text that holds it holds one of the ``signs``, in small letters, if there are any: most texts can be
    passed over at once.
    """

    kind: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...] = ()
    drawn: bool = True
    proof: Callable[[str], bool] = bool

    def may_be_in(self, folded: str) -> bool:
        """Return whether a text in small letters holds a sign of it."""
        return not self.signs or any(sign in folded for sign in self.signs)


MARK = Pattern("a mark: not for sharing", MARKED, ("shar", "delen"))
PATTERNS: tuple[Pattern, ...] = (
    Pattern("a password in an address", SECRET, ("://",)),
    *(
        Pattern(CALLED[look.kind], look.pattern, look.signs, look.kind not in NUMBERS, look.proof)
        for look in LOOKS
    ),
    Pattern("a path on a computer", PATH, ("/", "\\")),
    Pattern("an error listing", LISTING, ("traceback", "ipykernel_", "file")),
    Pattern("a keyed hash", HASH),
    MARK,
)


def looks_in(piece: Piece, text: str, allowed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield kind and text of what a reading of a piece must not hold.

    Parameters
    ----------
    piece : Piece
        Where the text stands.
    text : str
        The text in one reading.
    allowed : collection of str
        Links, mail addresses and hashes that may stand as they are.
    """
    in_words, folded = _in_words(piece, text), text.casefold()
    # Where the texts of a page are joined, neighbours that no reader sees as one look like an address.
    patterns = PATTERNS if piece.place != "together" else (MARK,)
    for each in patterns:
        if (each.drawn or in_words) and each.may_be_in(folded):
            for match in each.pattern.finditer(text):
                found = match.group()
                if each.proof(found) and found.rstrip(".,;:)") not in allowed:
                    yield each.kind, found


def holds_records(piece: Piece) -> bool:
    """Return whether a text holds rows of single answers, as a table of respondents does."""
    if piece.place not in ("prose", "text"):
        return False
    rows = (len(_longest_run(line)) >= ROW_OF_ANSWERS for line in piece.text.splitlines() if line)
    return sum(rows) >= ROWS_OF_ANSWERS


def _longest_run(line: str) -> list[str]:
    """Return the longest run of cells of a line that are single answers."""
    longest: list[str] = []
    run: list[str] = []
    for cell in re.split(r"[\s,;|\[\]\"']+", line.strip()):
        run = [*run, cell] if ANSWERS.fullmatch(cell) else []
        longest = max(longest, run, key=len)
    return longest


def _in_words(piece: Piece, text: str) -> bool:
    """Return whether a text is written for people: no style, no drawing."""
    if piece.place in ("text", "prose"):
        return True
    return piece.place not in ("style", "together") and ";" not in text and len(WORDS.findall(text)) >= 3
