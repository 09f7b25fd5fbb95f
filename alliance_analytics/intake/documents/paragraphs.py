"""Lines back to paragraphs: a full line goes on, and a line ended on purpose ends a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from alliance_analytics.intake.documents.block import OPENING, Block

FULL = 0.85
"""A line that had room for the next word, within this part of the longest line, was ended on purpose."""

Line = tuple[str, int | None]
_BULLET = re.compile(r"\s*(?:[•▪◦●‣·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])-\n(?!(?:en|of|and|or)\b)(?=[a-zà-ÿ])|\u00ad\n?")


def without_split_words(text: str) -> str:
    r"""Return a text in which words that a line end had split are whole.

    Examples
    --------
    >>> without_split_words("the part-\nners of in-\nand outflow")
    'the partners of in-\nand outflow'
    """
    return _SPLIT_WORD.sub("", text)


def blocks_of_lines(lines: Sequence[Line]) -> list[Block]:
    """Return the paragraphs that some lines were broken from.

    Parameters
    ----------
    lines : sequence of (str, int or None)
        Each line with the page it stands on, blank lines included.

    Returns
    -------
    list of Block
        A paragraph has the page of its first line; a line that starts with a bullet or a number starts an
        item.
    """
    blocks = groupby(zip(_numbers([text for text, _ in lines]), lines, strict=True), key=lambda pair: pair[0])
    return [block for _, group in blocks if (block := _block([line for _, line in group])).text]


def blocks_of_text(text: str) -> list[Block]:
    """Return the paragraphs of a text without pages."""
    return blocks_of_lines([(line, None) for line in without_split_words(text).splitlines()])


def opening_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the first filled lines, each with single spaces."""
    return tuple(islice((text for line in lines if (text := joined([line]))), OPENING))


def joined(words: Iterable[str]) -> str:
    """Return pieces of text as one line with single spaces."""
    return " ".join(" ".join(words).split())


def _block(lines: list[Line]) -> Block:
    first, page = lines[0]
    bullet = _BULLET.match(first)
    texts = [first[bullet.end() :] if bullet else first, *(text for text, _ in lines[1:])]
    return Block(joined(texts), page, listed=bool(bullet))


def _numbers(lines: list[str]) -> Iterator[int]:
    longest = max(map(len, lines), default=0)
    number = 0
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        yield number
        number += _ends(line.rstrip(), after, longest)


def _ends(line: str, after: str, longest: int) -> bool:
    following = after.split(maxsplit=1)
    if not line or not following or _BULLET.match(after):
        return True
    if following[0][0].islower():
        return False
    return len(line) + 1 + len(following[0]) < FULL * longest
