"""Write records as a text file with the same bytes on every system."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path


def write_csv(
    path: Path,
    records: Iterable[Sequence[str]],
    *,
    delimiter: str = ",",
    quote_all: bool = False,
    encoding: str = "utf-8",
) -> None:
    """Write records with line feeds, quoting what needs it.

    Parameters
    ----------
    path : Path
        File to write; one that is there is replaced.
    records : iterable of sequences of str
        Header records first.
    delimiter : str, default ','
        One character.
    quote_all : bool, default False
        Quote every cell, as some platforms do.
    encoding : str, default 'utf-8'
        ``'utf-8-sig'`` opens the file with a byte order mark.
    """
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(
            file,
            delimiter=delimiter,
            quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL,
            lineterminator="\n",
        ).writerows(records)
