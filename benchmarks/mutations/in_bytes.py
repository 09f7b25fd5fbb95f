"""Damage to the bytes of a file: what programs, disks and downloads do."""

from __future__ import annotations

import csv
import io
from random import Random

from benchmarks.mutations.layouts import Layout


def is_text(layout: Layout) -> bool:
    """Return whether the layout is a text file."""
    return layout.is_text


def is_quoted_text(layout: Layout) -> bool:
    """Return whether the layout is a text file that knows quotation marks."""
    return layout.form == "text"


def is_text_of_labels(layout: Layout) -> bool:
    """Return whether one damaged letter cannot make another answer of an answer."""
    return layout.is_text and layout.codes is None


def with_a_mark(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _letters(content).encode("utf-8-sig")


def without_a_mark(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _letters(content).encode()


def in_utf_16(content: bytes, chance: Random, layout: Layout) -> bytes:
    mark = chance.choice(("", "\ufeff"))
    return (mark + _letters(content)).encode(chance.choice(("utf-16-le", "utf-16-be")))


def in_windows_1252(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _letters(content).encode("cp1252", "replace")


def in_mac_roman(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _letters(content).encode("mac-roman", "replace")


def in_utf_32(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _letters(content).encode("utf-32")


def read_as_another_encoding_and_saved(content: bytes, chance: Random, layout: Layout) -> bytes:
    """Read UTF-8 as Windows-1252, and save that as UTF-8: every accent is two letters."""
    return _letters(content).encode().decode("cp1252", "replace").encode()


def encodings_mixed(content: bytes, chance: Random, layout: Layout) -> bytes:
    """Write the second half in Windows-1252."""
    text = _letters(content)
    half = len(text) // 2
    return text[:half].encode() + text[half:].encode("cp1252", "replace")


def mark_inside(content: bytes, chance: Random, layout: Layout) -> bytes:
    text = _letters(content)
    place = chance.randrange(len(text))
    return (text[:place] + "\ufeff" + text[place:]).encode()


def other_delimiter(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _written(content, layout, delimiter=chance.choice(",;\t|"))


def odd_delimiter(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _written(content, layout, delimiter=chance.choice(":^~#"))


def all_quoted(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _written(content, layout, quoting=csv.QUOTE_ALL)


def quotes_escaped(content: bytes, chance: Random, layout: Layout) -> bytes:
    """Write a backslash before a quotation mark inside a cell, instead of doubling it."""
    return _written(content, layout, doublequote=False, escapechar="\\")


def nothing_quoted(content: bytes, chance: Random, layout: Layout) -> bytes:
    """Leave all quotation marks out."""
    return b"".join(content.split(b'"'))


def separator_named(content: bytes, chance: Random, layout: Layout) -> bytes:
    """Write the line above the headings by which Excel is told the separator."""
    return f"sep={layout.delimiter}\n".encode() + _letters(content).encode()


def other_line_ends(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _letters(content).replace("\n", chance.choice(("\r\n", "\r"))).encode()


def mixed_line_ends(content: bytes, chance: Random, layout: Layout) -> bytes:
    return "".join(
        chance.choice(("\n", "\r\n", "\r")) if letter == "\n" else letter for letter in _letters(content)
    ).encode()


def line_ends_doubled(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _letters(content).replace("\n", "\r\r\n").encode()


def cut_off(content: bytes, chance: Random, layout: Layout) -> bytes:
    return content[: chance.randrange(len(content))]


def beginning_lost(content: bytes, chance: Random, layout: Layout) -> bytes:
    return content[chance.randrange(1, len(content)) :]


def quote_lost(content: bytes, chance: Random, layout: Layout) -> bytes:
    places = [place for place, byte in enumerate(content) if byte == ord('"')]
    place = chance.choice(places)
    return content[:place] + content[place + 1 :]


def quote_added(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _with(content, b'"', chance)


def zero_byte(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _with(content, b"\0", chance)


def control_character(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _with(content, bytes([chance.choice((1, 7, 8, 11, 12, 26, 27, 127))]), chance)


def line_end_added(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _with(content, b"\n", chance)


def line_end_lost(content: bytes, chance: Random, layout: Layout) -> bytes:
    places = [place for place, byte in enumerate(content) if byte == ord("\n")]
    place = chance.choice(places)
    return content[:place] + content[place + 1 :]


def line_lost(content: bytes, chance: Random, layout: Layout) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def delimiter_added(content: bytes, chance: Random, layout: Layout) -> bytes:
    return _with(content, layout.delimiter.encode(), chance)


def byte_changed(content: bytes, chance: Random, layout: Layout) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def byte_lost(content: bytes, chance: Random, layout: Layout) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + content[place + 1 :]


def piece_lost(content: bytes, chance: Random, layout: Layout) -> bytes:
    """Lose a piece of one line with a delimiter in it; without one, *Disagree* may become *agree* unseen."""
    start, end = _piece(content, chance, layout)
    return content[:start] + content[end:]


def piece_twice(content: bytes, chance: Random, layout: Layout) -> bytes:
    start, end = _piece(content, chance, layout)
    return content[:end] + content[start:end] + content[end:]


def rubbish_behind(content: bytes, chance: Random, layout: Layout) -> bytes:
    return content + chance.randbytes(chance.randint(1, 200))


def rubbish_alone(content: bytes, chance: Random, layout: Layout) -> bytes:
    return content[: chance.choice((0, 4, 200))] + chance.randbytes(2_000)


def _letters(content: bytes) -> str:
    return content.decode("utf-8-sig")


def _piece(content: bytes, chance: Random, layout: Layout) -> tuple[int, int]:
    """Return where a piece of one line begins and ends that holds a delimiter."""
    places = [place for place, byte in enumerate(content) if byte == ord(layout.delimiter)]
    middle = chance.choice(places)
    start = max(middle - chance.randint(0, 20), content.rfind(b"\n", 0, middle) + 1)
    end = content.find(b"\n", middle)
    return start, min(middle + chance.randint(1, 20), end)


def _with(content: bytes, piece: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + piece + content[place:]


def _written(content: bytes, layout: Layout, **dialect: object) -> bytes:
    """Return the records written by other rules."""
    records = csv.reader(io.StringIO(_letters(content), newline=""), delimiter=layout.delimiter)
    text = io.StringIO()
    rules = {"delimiter": layout.delimiter, "lineterminator": "\n", **dialect}
    csv.writer(text, **rules).writerows(records)
    return text.getvalue().encode()
