"""A text file of records: bytes to rows of cells, trusting neither name nor encoding.

Records are counted, not lines, since a question may run over several lines. The separator is the one under
which the records agree on a width; a comma inside a sentence does not. A file that keeps its own rules is
read by the fast parser of pandas, any other by the standard library's, with its odd records in view.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

import pandas as pd
from pandas.errors import ParserError

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.letters import Encoding, Letters, likely_encoding, other_encoding
from alliance_analytics.intake.log import LogEntry
from alliance_analytics.intake.no_table import refuse_no_table
from alliance_analytics.intake.ragged import FEWEST_OF_A_HABIT, HABIT, is_blank, level
from alliance_analytics.intake.regularity import Regularity

DELIMITERS = (",", ";", "\t", "|")
NAMED_BY_EXCEL = re.compile(r"sep=(?P<delimiter>[,;\t|])\r?\n")
NEVER_CLOSED = "unexpected end of data"
HEAD = 400
"""Bytes that tell whether a text is of a kind that holds no table."""
SAMPLE = 200
"""Records looked at to find the separator."""
SAMPLE_LETTERS = 1_000_000
BROKEN_QUOTES = 0.1
"""Weight of a separator under which quotation marks close in the middle of a cell."""
MOST_COLUMNS = 16_384
"""Columns of the widest worksheet; no survey has more. Our convention."""
END = "\x03"
"""Set behind a text to see whether its last quotation mark was closed."""


@dataclass(frozen=True)
class Delimited:
    """A text file as a table.

    Parameters
    ----------
    cells : DataFrame of str
        Columns numbered from 0; the index holds the record's number in the file, from 1.
    encoding, delimiter : str
        ``utf-8``, ``utf-8-sig``, ``utf-16`` or ``cp1252``; what stands between the cells.
    notes : tuple of LogEntry
        What was found on the way.
    """

    cells: pd.DataFrame = field(repr=False)
    encoding: str
    delimiter: str
    notes: tuple[LogEntry, ...]


def read(source: BinaryIO, file: str) -> Delimited:
    """Return the records of a text file.

    Parameters
    ----------
    source : file of bytes
        Text in UTF-8, UTF-16 or Windows-1252, with any line ends.
    file : str
        Its name, for messages.

    Raises
    ------
    ExportError
        If it is no text or no table, a quotation mark is never closed, a cell is too large to be one, or
        the records do not agree on a width.
    """
    encoding = likely_encoding(source)
    source.seek(0)
    refuse_no_table(source.read(HEAD).decode(encoding.codec, "replace"), file)
    with suppress(UnicodeDecodeError):  # it holds the very bytes, and goes no further than here
        return _read(source, encoding, file)
    return _read(source, other_encoding(source, encoding, file), file)


def _read(source: BinaryIO, encoding: Encoding, file: str) -> Delimited:
    head = Letters(source, encoding, file).read(SAMPLE_LETTERS)
    notes: tuple[LogEntry, ...] = ()
    try:
        delimiter, widths = _layout(head)
        _refuse_too_wide(widths, file)
        _refuse_wrapped(head, delimiter, file)
        cells = _regular(source, encoding, file, delimiter, widths)
        if cells is None:
            cells, notes = _odd(Letters(source, encoding, file).read(), delimiter, file)
    except csv.Error as error:
        raise _no_records(str(error), file) from error
    return Delimited(cells, encoding.name, delimiter, (*encoding.notes, *notes))


def _layout(head: str) -> tuple[str, Counter[int]]:
    """Return the separator, and how many of the first records have how many cells under it."""
    named = NAMED_BY_EXCEL.match(head)
    samples = {each: _sample(head, each) for each in (named["delimiter"] if named else DELIMITERS)}
    delimiter = max(samples, key=lambda each: samples[each][0])
    return delimiter, samples[delimiter][1] + Counter([1] * bool(named))


def _sample(head: str, delimiter: str) -> tuple[float, Counter[int]]:
    """Return how well the records agree on a width, and how many are how wide.

    The mark is the cells of the usual width, weighed by the share of records that have it.
    """
    try:
        weight, widths = 1.0, _widths(head, delimiter, strict=True)
    except csv.Error:
        weight, widths = BROKEN_QUOTES, _widths(head, delimiter, strict=False)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return weight * (width - 1) * count / max(widths.total(), 1), widths


def _widths(head: str, delimiter: str, *, strict: bool) -> Counter[int]:
    records = _sampled(head, delimiter, strict=strict)
    return Counter(len(record) for record in records if len(record) > 1 or any(record))


def _sampled(head: str, delimiter: str, *, strict: bool = False) -> list[list[str]]:
    """Return the first records, up to one that the sample breaks off."""
    records: list[list[str]] = []
    try:
        records.extend(
            islice(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter, strict=strict), SAMPLE)
        )
    except csv.Error as error:
        if NEVER_CLOSED not in str(error):
            raise
    return records


def _regular(
    source: BinaryIO, encoding: Encoding, file: str, delimiter: str, widths: Counter[int]
) -> pd.DataFrame | None:
    """Return the records of a file that keeps its own rules, None if it does not."""
    if len(widths) != 1:
        return None
    (width,) = widths
    regularity = Regularity(delimiter, width)
    try:
        cells = pd.read_csv(
            Letters(source, encoding, file, regularity.watch),
            sep=delimiter,
            header=None,
            names=list(range(width)),
            index_col=False,
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
        )
    except ParserError:
        return None
    cells = cells.set_axis(pd.RangeIndex(1, len(cells) + 1, name="row"), axis="index")
    return cells if regularity.holds(len(cells), int(is_blank(cells).sum())) else None


def _odd(text: str, delimiter: str, file: str) -> tuple[pd.DataFrame, tuple[LogEntry, ...]]:
    """Return the records of a file that breaks its own rules, and what had to be done about it."""
    ended = text.endswith(("\n", "\r"))
    records, notes = _split(text if ended else text + "\n", delimiter)
    named = NAMED_BY_EXCEL.match(text) is not None
    if named:
        records[0] = []
    _refuse_swallowed(records, delimiter, file)
    cells, more = level(records, file, ended=ended)
    # Nobody left the first record blank; the others keep their numbers.
    return cells.drop(index=[1] if named else []), (*notes, *more)


def _split(text: str, delimiter: str) -> tuple[list[list[str]], tuple[LogEntry, ...]]:
    """Return the records, forgiving a stray quotation mark, but not one that swallows the rest."""
    closed = text + END
    try:
        return list(csv.reader(io.StringIO(closed, newline=""), delimiter=delimiter, strict=True))[:-1], ()
    except csv.Error as error:
        if NEVER_CLOSED in str(error):
            raise
    records = list(csv.reader(io.StringIO(closed, newline=""), delimiter=delimiter))
    if records.pop() != [END]:
        raise csv.Error(NEVER_CLOSED)
    action = "Read as they stand: they neither open nor close a cell."
    return records, (LogEntry("stray_quotes", action, found="quotation marks inside cells"),)


def _refuse_swallowed(records: Sequence[Sequence[str]], delimiter: str, file: str) -> None:
    """Raise when a cell holds line ends and as many separators as a record: it holds somebody's answers."""
    usual, _ = Counter(map(len, filter(any, records))).most_common(1)[0] if any(map(any, records)) else (1, 0)
    for number, record in enumerate(records, start=1):
        for cell in record:
            if cell.count(delimiter) >= max(usual - 1, 1) and ("\n" in cell or "\r" in cell):
                raise _no_records(f"a quotation mark in record {number} that swallows the next one", file)


def _refuse_too_wide(widths: Counter[int], file: str) -> None:
    widest = max(widths, default=1)
    if widest > MOST_COLUMNS:
        raise ExportError(
            "The file has too many columns to be a survey.",
            where=file,
            found=f"{widest} columns",
            allowed=f"at most {MOST_COLUMNS}",
            remedy="Export the survey with one record a respondent.",
        )


def _refuse_wrapped(head: str, delimiter: str, file: str) -> None:
    """Raise when many records stand in one cell each, as wide inside as the headings are."""
    records = [record for record in _sampled(head, delimiter) if any(record)]
    alone = [record[0] for record in records if len(record) == 1]
    if len(alone) < max(FEWEST_OF_A_HABIT, HABIT * len(records)):
        return
    inner, widths = _layout("\n".join(alone))
    usual, count = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    headings = records[0] if len(records[0]) > 1 else next(csv.reader(records[0], delimiter=inner))
    if len(headings) == usual > 2 and count >= (1 - HABIT) * widths.total():
        raise ExportError(
            "Many records stand in one cell each: a spreadsheet put quotation marks around them.",
            where=file,
            found=f"{len(alone)} of the first {len(records)} records, with {usual} cells inside",
            allowed="quotation marks around single cells",
            remedy="Export the survey again, and do not open the file in between.",
        )


def _no_records(found: str, file: str) -> ExportError:
    return ExportError(
        "The file cannot be split into records.",
        where=file,
        found=found,
        allowed="text with commas, semicolons or tabs between its cells, and closed quotation marks",
        remedy="Export the survey again, and do not open the file in between. It may have been cut off.",
    )
