"""Records that are not as wide as the rest: in each of them some cells may stand under the wrong heading.

A separator or a line end that stands unquoted in a comment moves every cell behind it. Such a record is left
out and told of, since an answer read in the wrong column is worse than one that is missing. A program that
leaves out blank cells at the end does so often; its records are filled up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.log import LogEntry, Reason
from alliance_analytics.intake.summaries import refuse_summary

HABIT = 0.1
"""Share of the records from which an odd width is the writer's habit, not damage. Our convention."""
FEWEST_OF_A_HABIT = 3

LEFT_OUT: dict[Reason, str] = {
    "long_record": "Left out: its cells may stand in wrong columns. A separator in it may lack its quotes.",
    "short_record": "Left out: its cells may stand in wrong columns. A line end in it may lack its quotes.",
    "cut_off": "Left out: the file breaks off in it. Download or copy the file again.",
}

Numbered = Mapping[int, Sequence[str]]
"""The number of a record in the file, from 1, to its cells."""


def level(
    records: Sequence[Sequence[str]], file: str, *, ended: bool
) -> tuple[pd.DataFrame, tuple[LogEntry, ...]]:
    """Return the records of a file, all of one width, and a note on each that had another.

    Parameters
    ----------
    records : sequence of sequences of str
        As they stand in the file, blank ones among them.
    file : str
        Its name, for messages.
    ended : bool
        Whether the file ends with a line end. If not, a short record at the end was cut off.

    Returns
    -------
    DataFrame of str, and notes
        Columns numbered from 0; the index holds the record's number in the file. Records that cannot be
        trusted are gone.

    Raises
    ------
    ExportError
        If it is a summary, if the headings are too many or too few, or odd widths too many to be damage.
    """
    filled = {place + 1: record for place, record in enumerate(records) if any(map(str.strip, record))}
    if not filled:
        return _frame(dict(enumerate(records, start=1)), 1), ()
    refuse_summary(filled.values(), file)
    width = _width(filled, file)
    long = {number: record for number, record in filled.items() if len(record) > width}
    if _is_habit(long, filled):
        raise _too_many_long(long, width, file)
    short = {number: r for number, r in filled.items() if len(r) < width and number != next(iter(filled))}
    left_out: dict[int, Reason] = dict.fromkeys(long, "long_record")
    left_out |= dict.fromkeys(_untrusted(short, filled, width), "short_record")
    if not ended and len(records) in short:
        left_out[len(records)] = "cut_off"
    kept = {number: record for number, record in enumerate(records, start=1) if number not in left_out}
    notes = [_told(reason, number, filled[number], width) for number, reason in sorted(left_out.items())]
    return _frame(kept, width), (*notes, *_filled_up(len(short.keys() - left_out.keys())))


def is_blank(cells: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Return which records hold nothing but white space, shape (records,)."""
    blank = np.ones(len(cells), dtype=bool)
    for place in cells.columns:
        open_ = np.flatnonzero(blank)
        if not len(open_):
            break
        blank[open_] = [not cell.strip() for cell in cells[place].to_numpy()[open_]]
    return blank


def _width(filled: Numbered, file: str) -> int:
    """Return the width that most records have; raise when the headings are of another."""
    first, *others = filled.values()
    headed = max((place + 1 for place, cell in enumerate(first) if cell.strip()), default=0)
    widths = Counter(map(len, others)) or Counter([len(first)])
    usual, _ = max(widths.items(), key=lambda item: (item[1], item[0]))
    # Fewer headings than cells, or more than any record has: a separator may be lost in them, or too many.
    # One cell alone is a title.
    left_out_blanks = max(widths) == headed and min(widths) < usual
    if 1 < len(first) < usual or (headed > usual and not left_out_blanks):
        raise _headings_differ(headed, usual, file)
    return max(headed, usual)


def _is_habit(odd: Numbered, filled: Numbered) -> bool:
    return len(odd) >= max(FEWEST_OF_A_HABIT, HABIT * len(filled))


def _untrusted(short: Numbered, filled: Numbered, width: int) -> set[int]:
    """Return the short records that are not only without blank cells at the end."""
    if not _is_habit(short, filled):
        return set(short)
    torn = _torn(short, width)
    return torn | _ending_blank({number: r for number, r in short.items() if number not in torn})


def _ending_blank(short: Numbered) -> set[int]:
    """Return the short records of a width at which all end blank, as none does whose blanks are left out."""
    ends: dict[int, list[int]] = {}
    for number, record in short.items():
        ends.setdefault(len(record), []).append(number)
    blank = [numbers for numbers in ends.values() if not any(short[each][-1].strip() for each in numbers)]
    return {number for numbers in blank for number in numbers}


def _torn(short: Numbered, width: int) -> set[int]:
    """Return the short records that, one behind the other, make one whole: a line end tore it."""
    torn: set[int] = set()
    for number in short:
        run = [number]
        while run[-1] + 1 in short:
            run.append(run[-1] + 1)
        wholes = accumulate((len(short[each]) for each in run), lambda whole, part: whole + part - 1)
        pieces = [count for count, whole in enumerate(wholes, start=1) if whole == width]
        torn.update(run[: max(pieces, default=0)])
    return torn


def _frame(kept: Numbered, width: int) -> pd.DataFrame:
    cells = [[*record[:width], *[""] * (width - len(record))] for record in kept.values()]
    return pd.DataFrame(cells, dtype=object, index=pd.Index(list(kept), name="row"), columns=range(width))


def _told(reason: Reason, number: int, record: Sequence[str], width: int) -> LogEntry:
    found = f"{len(record)} cells, where others have {width}"
    return LogEntry(reason, LEFT_OUT[reason], found=found, row=number)


def _filled_up(count: int) -> list[LogEntry]:
    action = "Filled up: the program that wrote the file leaves out blank cells at the end."
    return [LogEntry("short_record", action, found=f"{count} shorter records")] if count else []


def _too_many_long(long: Numbered, width: int, file: str) -> ExportError:
    return ExportError(
        "Many records have more cells than there are headings.",
        where=f"{file}, {len(long)} records, the first of them record {min(long)}",
        found=f"{len(long[min(long)])} cells",
        allowed=f"{width} cells, and quotation marks around a text that holds the separator",
        remedy="Export the survey again, and do not open the file in between.",
    )


def _headings_differ(headed: int, usual: int, file: str) -> ExportError:
    return ExportError(
        "There are not as many headings as cells below them.",
        where=file,
        found=f"{headed} headings above {usual} cells",
        allowed="one heading a column",
        remedy="Export the survey again; if the table was made by hand, give each column one heading.",
    )
