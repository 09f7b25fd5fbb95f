"""Cut a paragraph into sentences, without stumbling over abbreviations, initials and decimals."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    """
    a.d.h.v a.u.b afd approx art bijv blz ca cf co d.d d.m.v d.w.z dhr dept dr drs e.g eds evt excl fig
    gem gov hfst hr i.c.m i.e i.h.b i.o i.o.m i.p.v i.s.m i.v.m ing inc incl ir jhr m.a.w m.b.t m.b.v
    m.i.v m.n m.u.v max mevr min mr mrs ms mw n.a.v n.b nl no nr nrs o.a o.b.v o.g.v o.l.v p.p par pp
    prof red ref resp sr st str t.a.v t.b.v t.g.v t.n.v t.o.v t.w tel u.s v.w.b vgl vnl vol vs w.o wethr
    z.g zgn
    """.split()
)
_SOMETIMES_LAST = frozenset("b.v bv e.a e.d enz etc jl jr ltd n.v o.i.d p.j p.m a.m u.k".split())
"""Abbreviations that may also end a sentence: they do when a capital follows."""

_BOUNDARY = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W_a-zà-öø-ÿ])")
_LIKELY_WORDS = 12
_SENTENCE_ENDS = ".!?…;"


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, in order.

    Examples
    --------
    >>> sentences("The board met on 3.5 occasions, e.g. in May. Dr. A. Oakes chaired it.")
    ['The board met on 3.5 occasions, e.g. in May.', 'Dr. A. Oakes chaired it.']
    """
    found: list[str] = []
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        if not _goes_on(text[start : boundary.start()], text[boundary.end() :]):
            found.append(text[start : boundary.end()].strip())
            start = boundary.end()
    return [sentence for sentence in [*found, text[start:].strip()] if sentence]


def is_prose(text: str) -> bool:
    """Whether a text reads as running text, and not as a heading, a label or the cell of a table.

    It does when it has more than one word and ends as a sentence ends, or is too long for a heading, and is
    not made of numbers for the most part, as a row of a table is.
    """
    words = text.split()
    numbers = sum(any(map(str.isdigit, word)) for word in words)
    ended = text.rstrip("\"'”’»)]")[-1:] in tuple(_SENTENCE_ENDS)
    return len(words) > 1 and 2 * numbers < len(words) and (ended or len(words) >= _LIKELY_WORDS)


def _goes_on(before: str, after: str) -> bool:
    if not before.endswith("."):
        return False
    word = before.rsplit(maxsplit=1)[-1].strip("(\"'“‘[").removesuffix(".").lower()
    if word in _SOMETIMES_LAST:
        return after[:1].isdigit()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
