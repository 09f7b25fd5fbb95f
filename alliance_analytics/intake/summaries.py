"""SurveyMonkey's summaries: they count the answers to a question, and name no respondent.

Their records are of many widths, so a summary has to be known before anybody asks how wide a record is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from alliance_analytics.errors import ExportError
from alliance_analytics.model.spelling import plain

COUNTED = frozenset(
    {
        *("answer choices", "answer options", "antwoordkeuzen", "antwortoptionen", "antwortmoglichkeiten"),
        *("choix de reponses", "opciones de respuesta", "opcoes de resposta", "opzioni di risposta"),
    }
)
COUNTS = frozenset(
    {
        *("responses", "response percent", "response count", "reacties", "beantwortungen", "reponses"),
        *("respuestas", "respostas", "risposte"),
    }
)
ANSWERED = frozenset({"answered", "answered question", "beantwoord", "beantwortet"})
SKIPPED = frozenset({"skipped", "skipped question", "overgeslagen", "ubersprungen"})
FIRST_RECORDS = 60
"""Records among which the first question of a summary begins and ends. Our convention."""


def counts_answers(records: Iterable[Sequence[str]]) -> bool:
    """Return whether one of the first records heads a count of answers, or two say how many answered.

    Examples
    --------
    >>> counts_answers([["How far?"], ["", "Agree", "", "Total"], ["Answered", "51"], ["Skipped", "3"]])
    True
    """
    first = [[cell for cell in record if cell.strip()] for record in islice(records, FIRST_RECORDS)]
    headed = any(
        cells and plain(cells[0]) in COUNTED and COUNTS.intersection(map(plain, cells)) for cells in first
    )
    tallies = {cell for cells in first for cell, count in pairwise(cells) if count.strip().isdecimal()}
    said = {*map(plain, tallies)}
    return headed or bool(said & ANSWERED and said & SKIPPED)


def refuse_summary(records: Iterable[Sequence[str]], file: str) -> None:
    """Raise when a file holds counts of answers instead of answers.

    Raises
    ------
    ExportError
        With the export that is to be made.
    """
    if counts_answers(records):
        raise _summary("This is a summary: it counts the answers to each question", file)


def refuse_summaries(texts: Iterable[str], file: str) -> None:
    """Raise when each of the texts in an archive counts the answers to one question.

    Parameters
    ----------
    texts : iterable of str
        The beginning of each, cells separated by commas.
    file : str
        Name of the archive, for messages.

    Raises
    ------
    ExportError
        With the export that is to be made.
    """
    summaries = [counts_answers(csv.reader(text.splitlines(), strict=False)) for text in texts]
    if summaries and all(summaries):
        what = f"These are {len(summaries)} summaries: each counts the answers to a question"
        raise _summary(what, file)


def _summary(what: str, file: str) -> ExportError:
    return ExportError(
        f"{what}, and holds no respondents.",
        where=file,
        allowed="one record a respondent",
        remedy="Export again, and choose all individual responses, as CSV or XLSX.",
    )
