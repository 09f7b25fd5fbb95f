"""Cut a paragraph into sentences, without stumbling over abbreviations, initials and decimals."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    """
    approx bijv blz bv ca co d.w.z dhr dr drs e.d e.g etc evt excl fig gem i.e inc incl ing ir jl jr ltd
    m.b.t m.n mevr mr mrs ms n.a.v nl no nr o.a o.b.v p.m prof resp sr st t.a.v t.b.v t.o.v vgl vs z.o.z zgn
    """.split()
)
FEWEST_WORDS = 2
BOUNDARY = re.compile(r"(?<=[.!?…])([\"'”’)\]]*)\s+(?=[\"'“‘(\[]?[A-ZÀ-Þ0-9])")


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, in order.

    Examples
    --------
    >>> sentences("The board met on 3.5 occasions, e.g. in May. Dr. Oakes chaired it.")
    ['The board met on 3.5 occasions, e.g. in May.', 'Dr. Oakes chaired it.']
    """
    found: list[str] = []
    start = 0
    for boundary in BOUNDARY.finditer(text):
        if not _is_abbreviation(text[start : boundary.start()]):
            found.append(text[start : boundary.end()].strip())
            start = boundary.end()
    return [sentence for sentence in [*found, text[start:].strip()] if sentence]


def is_sentence(text: str) -> bool:
    """Return whether a text reads as running text, and not as a heading, a label or a number."""
    return len(text.split()) > FEWEST_WORDS and text.rstrip("\"'”’)]")[-1:] in ".!?…;:"


def _is_abbreviation(before: str) -> bool:
    """Return whether the text ends in an abbreviation or an initial instead of a sentence."""
    if not before.endswith("."):
        return False
    word = before.rsplit(maxsplit=1)[-1].strip("(\"'“‘[").removesuffix(".").lower()
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())
