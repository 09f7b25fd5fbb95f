"""Sentences from which a coder learns, one a row: what shows a factor of a theme, and what shows none.

A file is a CSV with the columns theme, factor, language, polarity and text; the first two and the polarity
are empty where a sentence has no theme. There are thousands of them, so they do not stand among the cues.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from alliance_analytics.errors import ModelError
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.themes import Valence, themes

COLUMNS = ("theme", "factor", "language", "polarity", "text")


@dataclass(frozen=True)
class Prototype:
    """A whole sentence that shows a factor of a theme at work (enabler) or missing (constraint)."""

    theme: str
    factor: str
    language: str
    polarity: str
    text: str


@dataclass(frozen=True)
class Neutral:
    """A whole sentence that shows no theme."""

    language: str
    text: str


def sentences_of_file(path: Path) -> tuple[tuple[Prototype, ...], tuple[Neutral, ...]]:
    """Return the sentences of a file: those with a theme, and those without.

    Raises
    ------
    ModelError
        If there is no such file, it is not UTF-8, a column is missing, or a row names a theme, factor,
        language or polarity that does not exist; with the row.
    """
    rows = list(_rows(path))
    shown = tuple(Prototype(**row) for row in rows if row["theme"])
    return shown, tuple(Neutral(row["language"], row["text"]) for row in rows if not row["theme"])


def write_sentences(path: Path, prototypes: Iterable[Prototype], without_theme: Iterable[Neutral]) -> None:
    """Write sentences to a file that :func:`sentences_of_file` reads."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([one.theme, one.factor, one.language, one.polarity, one.text] for one in prototypes)
        writer.writerows(["", "", one.language, "", one.text] for one in without_theme)


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    factors = {theme.id: {factor.id for factor in theme.factors} for theme in themes().themes}
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            reader = csv.DictReader(source)
            _refuse(path.name, 1, set(reader.fieldnames or ()) >= set(COLUMNS), ", ".join(COLUMNS))
            for number, row in enumerate(reader, start=2):
                read = {name: (row[name] or "").strip() for name in COLUMNS}
                _check(read, factors, path.name, number)
                yield read
    except FileNotFoundError as error:
        raise ModelError(
            "A file is missing.", where=path.name, remedy="Put it beside the codebook."
        ) from error
    except UnicodeDecodeError as error:
        raise ModelError("A file is not UTF-8.", where=path.name, remedy="Save it as CSV UTF-8.") from error


def _check(row: Mapping[str, str], factors: Mapping[str, set[str]], file: str, number: int) -> None:
    theme = row["theme"]
    _refuse(file, number, row["language"] in LANGUAGES, " or ".join(LANGUAGES))
    _refuse(file, number, bool(row["text"]), "a text")
    if theme:
        _refuse(file, number, theme in factors, ", ".join(factors))
        _refuse(file, number, row["factor"] in factors[theme], ", ".join(sorted(factors[theme])))
        _refuse(file, number, row["polarity"] in get_args(Valence), " or ".join(get_args(Valence)))


def _refuse(file: str, number: int, sound: bool, allowed: str) -> None:
    if not sound:
        raise ModelError(
            "A sentence of the codebook is not as it should be.",
            where=f"{file}, row {number}",
            allowed=allowed,
            remedy="Mend the row named.",
        )
