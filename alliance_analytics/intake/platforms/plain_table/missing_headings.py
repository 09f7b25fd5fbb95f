"""A table without headings that are questions: what stands there is about people, and would be shown.

The first record may be a person's. Only columns in which answers come back can tell: a heading is said once,
and what a respondent says there, others say too. Or rows and columns are swapped, so that each column is a
person's and is headed by a name, an address or the moment of sending. Or it is running text, whose first
line would be shown as a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

import pandas as pd

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.identifiers.people import NEARLY_ALL, are_known_names
from alliance_analytics.intake.identifiers.texts import whole_kind

FEWEST_RECORDS, FEWEST_COLUMNS = 10, 3
"""What it takes to see that answers come back, and whether a record is one of them. Our convention."""
MOSTLY = 0.8
WORD = re.compile(r"[^\W\d_]+")
WORDS_OF_A_SENTENCE = 4
"""Words in a row that no id, moment or name has. Our convention."""
SIGNS_OF_MAIL = frozenset("@([{")
MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?[ T]\d{1,2}[:.]\d{2}.*")


def refuse_running_text(cells: pd.DataFrame, file: str) -> None:
    """Raise when a table has few columns, and most of its records begin with a sentence.

    Parameters
    ----------
    cells : DataFrame of str
        The first records.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        With where a text belongs.
    """
    if cells.shape[1] >= FEWEST_COLUMNS:
        return
    first, *rest = (cells[place].tolist() for place in cells)
    goes_on = all(text.startswith(" ") for texts in rest for text in texts if text)  # as behind a comma
    lines = map("".join, zip(first, *rest, strict=True)) if goes_on else first
    if median(len(WORD.findall(line)) for line in lines) >= WORDS_OF_A_SENTENCE:
        raise ExportError(
            "The file is no table, whatever its name says.",
            where=file,
            found="running text",
            allowed="one record a respondent, below a record of headings",
            remedy="Export the survey again, as CSV or as a workbook. Put a report into the folder reports.",
        )


def refuse_no_headings(cells: pd.DataFrame, file: str) -> None:
    """Raise when the first record holds a mail address, or what others answered in nearly all columns.

    Parameters
    ----------
    cells : DataFrame of str
        The record that should hold the headings, and those below it.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        With what heads the columns instead.
    """
    if any(map(_is_mail, cells[:1].to_numpy().ravel())):
        raise _no_headings("a mail address in the place of a heading", cells, file)
    if len(cells) <= FEWEST_RECORDS:
        return
    first, below = cells.iloc[0].to_numpy(), cells.iloc[1:].to_numpy()
    # Headings that are repeated further down are no answers.
    others = below[(below != first).any(axis=1)].T.tolist()
    said = {place: first[place].strip() for place, texts in enumerate(others) if come_back(texts)}
    answers = [text for place, text in said.items() if text and text in map(str.strip, others[place])]
    if len(answers) >= max(FEWEST_COLUMNS, MOSTLY * len(said)) and len({*answers}) < len(answers):
        raise _no_headings(f"{len(answers)} columns headed by what others answered in them", cells, file)


def _is_mail(text: str) -> bool:
    return not SIGNS_OF_MAIL.isdisjoint(text) and whole_kind(text.strip()) == "mail"


def _no_headings(found: str, cells: pd.DataFrame, file: str) -> ExportError:
    return ExportError(
        "The headings are missing: the first record is a respondent's.",
        where=f"{file}, record {cells.index[0]}",
        found=found,
        allowed="one record of headings above the answers",
        remedy="Export the survey again, with its headings; or put them in, above the first record.",
    )


def refuse_people_in_columns(headings: Sequence[str], file: str) -> None:
    """Raise when nearly all headings behind the first are people: names, addresses or moments of sending.

    Parameters
    ----------
    headings : sequence of str
        All of them, stripped.
    file : str
        Name of the file, for messages.

    Raises
    ------
    ExportError
        With the way to turn the table round.
    """
    filled = [*filter(None, headings[1:])]
    sent = sum(MOMENT.fullmatch(text) is not None or _is_mail(text) for text in filled)
    if len(filled) >= FEWEST_COLUMNS and (sent >= NEARLY_ALL * len(filled) or are_known_names(filled)):
        raise ExportError(
            "Rows and columns are swapped: each column seems to be a person's.",
            where=file,
            found=f"{len(filled)} headings, nearly all of them names, addresses or moments",
            allowed="one record a respondent, and one column a question",
            remedy="Export the survey again; or copy the table, and paste it transposed.",
        )


def come_back(texts: Sequence[str]) -> bool:
    """Return whether most answers of a column are given more than once."""
    filled = [*filter(None, texts)]
    return 2 * len({*filled}) <= len(filled) and len(filled) >= FEWEST_RECORDS
