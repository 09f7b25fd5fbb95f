"""Headings in formats that do not mark them: a short line of words that no mark ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from alliance_analytics.intake.documents.block import Block
from alliance_analytics.intake.documents.sentences import is_prose

MOST_LETTERS = 90
MOST_NUMBERS = 2
"""Numbers that may stand in a heading: its own, and a year."""

_ENDS = (".", ",", ";", ":", "!", "?", "-")


def with_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, each below the nearest heading above it.

    A block whose format marks headings stays as it is.
    """
    heading = ""
    for block in blocks:
        if block.heading is not None:
            yield block
            continue
        heading = block.text if looks_like_heading(block) else heading
        yield replace(block, heading=heading)


def looks_like_heading(block: Block) -> bool:
    """Whether a block reads as a heading, and not as a label, a signature of numbers or a sentence.

    Examples
    --------
    >>> looks_like_heading(Block("2. What went well"))
    True
    >>> looks_like_heading(Block("North 12 14 15"))
    False
    """
    text = block.text
    if block.listed or is_prose(text) or len(text) > MOST_LETTERS or text.endswith(_ENDS):
        return False
    numbers = re.findall(r"\S*\d\S*", text)
    words = [word for word in text.split() if word not in numbers]
    return any(map(str.isalpha, "".join(words))) and len(numbers) <= min(MOST_NUMBERS, len(words))
