"""How long somebody took to answer, where the export tells: a total of its own, or two moments.

A form may lie open over lunch, so a long time tells nothing. A short one does: nobody reads a page of
statements in a minute.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from alliance_analytics.intake.platforms.base import Column, Export
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.spelling import plain

TOTALS = frozenset(
    {
        *("duration (in seconds)", "duration", "dauer (in sekunden)", "duree (en secondes)"),
        *("duracion (en segundos)", "duur (in seconden)", "duration__in_seconds_", "interviewtime"),
        *("total time", "totaaltijd", "gesamtzeit", "temps total", "tiempo total"),
    }
)
"""Headings of a number of seconds over the whole form."""
STARTED = frozenset(
    {
        *("start", "startdate", "start date", "start date (utc)", "started", "date started", "start time"),
        *("startdatum", "datum gestart", "datum gestartet", "begindatum", "begintijd", "startzeit"),
        *("date de lancement", "date de debut", "heure de debut", "fecha de inicio", "hora de inicio"),
        *("data di inizio", "ora di inizio"),
    }
)
ENDED = frozenset(
    {
        *(
            "end",
            "enddate",
            "end date",
            "submit date (utc)",
            "submitdate",
            "date submitted",
            "datum verstuurd",
        ),
        *("datum verzonden", "datum ingestuurd", "datum abgeschickt", "date de soumission"),
        *("fecha de envio", "data invio", "completion time", "tijd van voltooien", "fertigstellungszeit"),
        *("abschlusszeit", "heure de fin", "hora de finalizacion", "ora di completamento", "einddatum"),
        *("date de fin", "enddatum", "fecha de finalizacion"),
    }
)
NOTES = frozenset({"administration", "timing"})
"""Roles of the columns that a platform fills in itself."""
SPELT = (
    "ISO8601",
    *("%m/%d/%Y %I:%M:%S %p", "%m/%d/%y %H:%M:%S", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M"),
    *("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d-%m-%Y %H:%M:%S", "%d-%m-%Y %H:%M"),
    *("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M"),
)
"""How moments are written. Month and day may be taken for each other: both moments are of one day."""
SAMPLE = 100
"""Cells that show whether a way of writing is worth trying on all."""


def answering_seconds(export: Export) -> pd.Series[float]:
    """Return how long each record took, in seconds.

    Parameters
    ----------
    export : Export
        Its columns for administration and timing are looked at; no other.

    Returns
    -------
    Series of float, (records,)
        NaN where the file does not tell, or tells something impossible.
    """
    total = _place(export.columns, TOTALS)
    started, ended = _place(export.columns, STARTED), _place(export.columns, ENDED)
    if total is not None:
        seconds = pd.to_numeric(_written(export, total).str.replace(",", "."), errors="coerce")
    elif started is not None and ended is not None:
        seconds = _between(_written(export, started), _written(export, ended))
    else:
        seconds = pd.Series(float("nan"), index=export.cells.index)
    return seconds.astype(float).where(seconds > 0)


def _place(columns: Iterable[Column], names: frozenset[str]) -> int | None:
    noted = ((place, column) for place, column in enumerate(columns) if column.role in NOTES)
    return next((place for place, column in noted if names & _called(column)), None)


def _called(column: Column) -> set[str]:
    """Return what a column is called: its name, its text, and its text behind a code."""
    texts = {plain(text) for text in (column.name, column.text) if text}
    return texts | {text.partition(". ")[2] for text in texts}


def _written(export: Export, place: int) -> pd.Series[str]:
    return each_text(export.cells[place], str.strip)


def _between(started: pd.Series[str], ended: pd.Series[str]) -> pd.Series[float]:
    """Return the seconds between two moments, both written in the first way that explains every cell."""
    both = pd.concat([started, ended])
    for spelt in SPELT:
        if _explains(spelt, both.head(SAMPLE)) and _explains(spelt, both):
            return (_moments(ended, spelt) - _moments(started, spelt)).dt.total_seconds()
    return pd.Series(float("nan"), index=started.index)


def _moments(written: pd.Series[str], spelt: str) -> pd.Series[pd.Timestamp]:
    return pd.to_datetime(written, format=spelt, errors="coerce", utc=True)


def _explains(spelt: str, written: pd.Series[str]) -> bool:
    return bool((_moments(written, spelt).notna() | (written == "")).all())
