"""A form about a possible alliance: one entry a question, one column a rater, and what the answer rests on.

It lies as CSV, workbook or YAML wherever it was filled in. A column that is neither question, wording nor
evidence is a rater; raters are counted, never called by what the heading says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from alliance_analytics.errors import WorkspaceError, did_you_mean
from alliance_analytics.model.formation import Formation, Ratings, formation
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.workspace.registers.columns import Problems, a_number
from alliance_analytics.workspace.registers.rows import ENDINGS, Row, heading, rows_of

OWN = ("question", "wording", "evidence")
"""Columns that are no rater."""
OTHERS = {"vraag": "question", "omschrijving": "wording", "bewijs": "evidence", "onderbouwing": "evidence"}
RATED_COLUMNS = ["question", "rater", "rating", "place"]
PLACE_COLUMNS = ["question", "evidence", "place"]


@dataclass(frozen=True)
class Form:
    """A form as it was filled in.

    Attributes
    ----------
    ratings : frame
        Columns question (id), rater (a whole number from 1), rating (float) and place; given ratings only.
    entries : frame
        Columns question, evidence (None where there is none) and place, in the order of the file.
    problems : tuple of WorkspaceError
        What was not understood, each with its place.
    name : str
        Of the file, without its ending.
    """

    ratings: pd.DataFrame
    entries: pd.DataFrame
    problems: Problems
    name: str


def formation_form(path: Path, model: Formation | None = None) -> Form:
    """Return a form as it was filled in.

    Parameters
    ----------
    path : Path
        CSV, workbook or YAML.
    model : Formation, optional
        The questions; those shipped when left out.

    Raises
    ------
    AllianceError
        If the file is missing, cannot be read at all, or holds no question that is known.
    """
    _refuse_missing(path)
    asked = model or formation()
    rows = tuple(_with_own_headings(row) for row in rows_of(path))
    known = _known(asked)
    found, problems = _named(rows, known)
    if not found:
        raise _nothing_asked(path.name, known)
    ratings, wrong = _ratings(found, asked.ratings)
    entries = [(question, row.cells.get("evidence") or None, row.place) for question, row in found.items()]
    return Form(
        pd.DataFrame(ratings, columns=RATED_COLUMNS),
        pd.DataFrame(entries, columns=PLACE_COLUMNS, dtype=object),
        (*problems, *wrong),
        path.stem,
    )


def _refuse_missing(path: Path) -> None:
    if not path.is_file() or path.suffix.lower() not in ENDINGS:
        raise WorkspaceError(
            "There is no form to read.",
            where=path.name,
            allowed=f"a file that ends in {', '.join(ENDINGS)}",
            remedy="Write one to fill in with: alliance formation --example FILE",
        )


def _with_own_headings(row: Row) -> Row:
    return Row(row.place, {OTHERS.get(name, name): text for name, text in row.cells.items()})


def _known(asked: Formation) -> dict[str, str]:
    """Return what may be written for a question, to its id."""
    known: dict[str, str] = {}
    for _, entry in asked.questions:
        known |= {heading(name): entry.id for name in (entry.id, *(entry.name[each] for each in LANGUAGES))}
    return known


def _named(rows: Iterable[Row], known: dict[str, str]) -> tuple[dict[str, Row], list[WorkspaceError]]:
    """Return each question to its row; one that is unknown or comes twice is left out, and named."""
    found: dict[str, Row] = {}
    problems = []
    for row in rows:
        written = row.cells.get("question", "")
        question = known.get(heading(written))
        if question is None:
            problems.append(_unknown(row, written, known))
        elif question in found:
            problems.append(_twice(row, question, found[question]))
        else:
            found[question] = row
    return found, problems


def _ratings(
    found: dict[str, Row], scale: Ratings
) -> tuple[list[tuple[str, int, float, str]], list[WorkspaceError]]:
    names = dict.fromkeys(name for row in found.values() for name in row.cells if name and name not in OWN)
    raters = {name: place for place, name in enumerate(names, start=1)}
    ratings, problems = [], []
    for question, row in found.items():
        for name, rater in raters.items():
            text = row.cells.get(name, "")
            rating = _rating(text, scale)
            if rating is not None:
                ratings.append((question, rater, rating, row.place))
            elif text:
                problems.append(_off_the_scale(row, rater, text, scale))
    return ratings, problems


def _rating(text: str, scale: Ratings) -> float | None:
    try:
        rating = a_number(text)
    except ValueError:
        return None
    return rating if scale.lowest <= rating <= scale.highest and rating.is_integer() else None


def _off_the_scale(row: Row, rater: int, text: str, scale: Ratings) -> WorkspaceError:
    return WorkspaceError(
        "A rating is off the scale, and does not count.",
        where=f"{row.place}, rater {rater}",
        found=text if len(text) <= 6 else f"{len(text)} characters",
        allowed=f"a whole number from {scale.lowest} to {scale.highest}, or nothing",
        remedy="Ask this rater again. A remark belongs into the column evidence.",
    )


def _unknown(row: Row, written: str, known: dict[str, str]) -> WorkspaceError:
    return WorkspaceError(
        "There is no such question.",
        where=row.place,
        found=written or "nothing",
        remedy=did_you_mean(written, known.values()),
    )


def _twice(row: Row, question: str, first: Row) -> WorkspaceError:
    return WorkspaceError(
        "A question is answered twice; the first answer counts.",
        where=f"{row.place} and {first.place}",
        found=question,
        remedy="Keep one of the two, with a column for each rater.",
    )


def _nothing_asked(name: str, known: dict[str, str]) -> WorkspaceError:
    return WorkspaceError(
        "The form holds no question that is known.",
        where=name,
        allowed=", ".join(dict.fromkeys(known.values())),
        remedy="Write a form to fill in with: alliance formation --example FILE",
    )
