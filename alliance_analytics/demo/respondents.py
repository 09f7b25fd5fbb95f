"""The people who answered one wave, as records: who they say to be, when they answered, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import numpy as np
import pandas as pd

from alliance_analytics.demo.people import identity
from alliance_analytics.demo.plan import PlannedPartner, PlannedWave
from alliance_analytics.demo.platforms import DAYS_OPEN, LAYOUTS, is_coded
from alliance_analytics.demo.sheet import Sheet
from alliance_analytics.demo.simulation import SimulatedWave
from alliance_analytics.intake.platforms.answers_to_write import Record

MISSING = {"blank": 0.012, "dont_know": 0.02, "not_applicable": 0.008}
"""Chance that an answer is missing, by kind."""

ODD_MAILS = 2
ODD_PARTNERS = 2
OFFICE_HOURS = (8, 18)


def record_of(simulated: SimulatedWave, person: pd.Series, generator: np.random.Generator) -> Record:
    """Return the record that a person sends.

    Parameters
    ----------
    simulated : SimulatedWave
        Whose layout decides whether mail addresses are asked.
    person : Series
        A row of its people.
    generator : numpy Generator
        Decides on the moment.
    """
    who = identity(simulated.plan.id, person["partner"], int(person["person"]))
    started = _moment(simulated.wave, generator)
    record = Record(
        kind="response",
        partner=str(person["partner"]),
        level=str(person["level"]),
        started=started,
        submitted=started + timedelta(seconds=int(generator.integers(300, 1500))),
        address=who.address,
    )
    if not LAYOUTS[simulated.wave.platform].asks_mail:
        return record
    return replace(record, mail=who.mail, first_name=who.first_name, family_name=who.family_name)


def responses(simulated: SimulatedWave, comments: pd.DataFrame, generator: np.random.Generator) -> Sheet:
    """Return those who answered, with a few answers missing and a few names and addresses written oddly.

    Parameters
    ----------
    simulated : SimulatedWave
        Everybody invited.
    comments : DataFrame of str
        Of those who answered, one column an open question.
    generator : numpy Generator
        Source of chance.
    """
    answered = simulated.people["answered"].to_numpy()
    people = simulated.people[answered].reset_index(drop=True)
    answers = simulated.answers[answered].reset_index(drop=True).astype(float)
    missing_kinds = _missing_kinds(answers, generator)
    records = [record_of(simulated, person, generator) for _, person in people.iterrows()]
    if not is_coded(simulated.wave):
        records = _with_typed_partners(records, simulated.plan.partners, generator)
    return Sheet(
        tuple(_with_odd_mails(records, generator)),
        answers.where(missing_kinds == ""),
        missing_kinds,
        comments.reset_index(drop=True),
    )


def _moment(wave: PlannedWave, generator: np.random.Generator) -> datetime:
    day = wave.date + timedelta(days=int(generator.integers(0, DAYS_OPEN - 2)))
    hour, minute, second = (int(generator.integers(*bounds)) for bounds in (OFFICE_HOURS, (0, 60), (0, 60)))
    return datetime.combine(day, time(hour, minute, second))


def _missing_kinds(answers: pd.DataFrame, generator: np.random.Generator) -> pd.DataFrame:
    kinds = ["", *MISSING]
    chances = [1 - sum(MISSING.values()), *MISSING.values()]
    drawn = generator.choice(kinds, size=answers.shape, p=chances)
    return pd.DataFrame(drawn, index=answers.index, columns=answers.columns, dtype=object)


def _with_typed_partners(
    records: list[Record], partners: tuple[PlannedPartner, ...], generator: np.random.Generator
) -> list[Record]:
    """Let a few people type their partner's name in one of its other spellings."""
    variants = {partner.name: partner.variants for partner in partners if partner.variants}
    able = [row for row, record in enumerate(records) if record.partner in variants]
    chosen = generator.permutation(able)[:ODD_PARTNERS]
    return [
        replace(record, partner=str(generator.choice(variants[record.partner]))) if row in chosen else record
        for row, record in enumerate(records)
    ]


def _with_odd_mails(records: list[Record], generator: np.random.Generator) -> list[Record]:
    """Let a few people write their address in capitals, with a space behind it."""
    chosen = generator.permutation(len(records))[:ODD_MAILS]
    return [
        replace(record, mail=f"{record.mail.upper()} ") if row in chosen and record.mail else record
        for row, record in enumerate(records)
    ]
