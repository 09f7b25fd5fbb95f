"""A small survey of which every answer is known: what goes into each layout, and must come out again.

Each respondent works for a partner of their own, so that the partner tells whose row it is in every layout,
also where a file knows no addresses. Rows are so different that none can be taken for another.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from random import Random

import pandas as pd

from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite, Record
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.model.sourced import Language

SCORED = ("P1a", "P1d", "P2b", "P3a", "P3c", "P4b", "P5a", "P6a", "P7b", "P7d", "P8a", "P8b")
ASKED = frozenset({"PARTNER", "LEVEL", "C1", *SCORED})
PARTNERS = (
    *("Amstel Bank", "Bommel Oost", "Café Noord", "Drenthe", "Eemland Ziekenhuis", "Fort Hoofddijk"),
    *("Gemeente IJssel", "Haven & Kade", "Isala", "Jutfaas, Nieuwegein", "Krommenie", "Lelylaan"),
)
MISSING = ("blank", "dont_know", "not_applicable")
STEM = {"en": "How far do you agree?", "nl": "In hoeverre bent u het eens?"}
COMMENT = {
    "en": 'We at {partner} met "often";\nthat is, weekly, at the café.',
    "nl": 'Bij {partner} spraken we elkaar "vaak";\ndat wil zeggen: wekelijks, in één zaal.',
}
FEWEST_DIFFERENT = 5
"""Items on which any two people differ, at least."""
FIRST_SENT = datetime(2025, 5, 6, 9, 4, 11)


@cache
def known_instrument() -> Instrument:
    """Return the shipped questionnaire, cut down to twelve statements and one open question."""
    full = default_instrument()
    return full.model_copy(update={"items": tuple(item for item in full.items if item.id in ASKED)})


def known_survey(chance: Random, language: Language = "en") -> AnswersToWrite:
    """Return answers of twelve people, in labels.

    Parameters
    ----------
    chance : Random
        Draws the answers; the people are the same.
    language : str, default 'en'
        Language of the form.
    """
    instrument = known_instrument()
    points = _points(chance)
    kinds = pd.DataFrame("", index=points.index, columns=points.columns, dtype=object)
    for row in kinds.index[:9]:
        kinds.iat[row, chance.randrange(len(SCORED))] = MISSING[row % len(MISSING)]
    return AnswersToWrite(
        instrument=instrument,
        language=language,
        stem=STEM[language],
        partners=PARTNERS,
        labels=labels_of(instrument, language),
        records=tuple(map(record_of, range(len(PARTNERS)))),
        answers=points.where(kinds == ""),
        missing_kinds=kinds,
        comments=pd.DataFrame({"C1": [comment_of(row, language) for row in points.index]}, dtype=object),
    )


def labels_of(instrument: Instrument, language: Language) -> dict[str, str]:
    """Return each point, and each kind of no usable answer, to its label."""
    scales = answer_scales()
    scale = scales.scale(instrument.answer_scale)
    labels = {str(point): scale.canonical(point, language) for point in range(1, instrument.points + 1)}
    return labels | {kind: scales.missing_wording(kind).canonical(language) for kind in MISSING[1:]}


def record_of(row: int) -> Record:
    """Return who sent the record of a row, counted from 0, and when."""
    started = FIRST_SENT + timedelta(hours=5 * row, minutes=7 * row)
    return Record(
        kind="response",
        partner=PARTNERS[row % len(PARTNERS)],
        level=("strategic", "tactical", "operational")[row % 3],
        started=started,
        submitted=started + timedelta(minutes=11, seconds=3 * row),
        mail=f"respondent.{row}@example.org",
        first_name=f"Voornaam{row}",
        family_name=f"Achternaam{row}",
        address=f"192.0.2.{row + 1}",
    )


def comment_of(row: int, language: Language) -> str:
    """Return what a person wrote, or '': every third person wrote nothing."""
    return COMMENT[language].format(partner=PARTNERS[row]) if row % 3 else ""


def without_missing_kinds(survey: AnswersToWrite) -> AnswersToWrite:
    """Return the survey as a form asks it that offers no *don't know* and no *not applicable*."""
    return replace(survey, missing_kinds=survey.missing_kinds.replace(dict.fromkeys(MISSING[1:], "blank")))


def _points(chance: Random) -> pd.DataFrame:
    rows: list[list[int]] = []
    while len(rows) < len(PARTNERS):
        drawn = [chance.randint(1, 5) for _ in SCORED]
        if all(sum(a != b for a, b in zip(drawn, row, strict=True)) >= FEWEST_DIFFERENT for row in rows):
            rows.append(drawn)
    return pd.DataFrame(rows, columns=list(SCORED), dtype=float)
