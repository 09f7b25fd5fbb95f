"""The records that stand in an export beside the responses: trials, people who stopped, one sent twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import numpy as np
import pandas as pd

from alliance_analytics.demo.plan import PlannedWave
from alliance_analytics.demo.platforms import LAYOUTS
from alliance_analytics.demo.respondents import record_of
from alliance_analytics.demo.sheet import Sheet
from alliance_analytics.demo.simulation import SimulatedWave
from alliance_analytics.intake.platforms.answers_to_write import Record, RecordKind

COUNTS: dict[RecordKind, int] = {
    "preview": 1,
    "test": 1,
    "unfinished": 2,
    "opened_only": 3,
    "empty": 1,
    "duplicate": 1,
}
"""Records of each kind, where the layout can mark them."""

TRIALS: tuple[RecordKind, ...] = ("preview", "test")
ANSWERED_BEFORE_STOPPING = 0.4


def with_extras(sheet: Sheet, simulated: SimulatedWave, generator: np.random.Generator) -> Sheet:
    """Return the responses with the other records among them, in order of time.

    Parameters
    ----------
    sheet : Sheet
        The responses.
    simulated : SimulatedWave
        Its platform decides which kinds there can be; people who kept silent may have opened the form.
    generator : numpy Generator
        Source of chance.
    """
    marked = LAYOUTS[simulated.wave.platform].marked
    kinds = [kind for kind, count in COUNTS.items() if kind in marked for _ in range(count)]
    extras = []
    for kind, visitor in zip(kinds, _visitors(simulated, generator), strict=False):
        if kind == "duplicate":
            extras.append(_sent_again(sheet, generator))
        else:
            record = _record(kind, record_of(simulated, visitor, generator), simulated.wave)
            extras.append(_visit(record, sheet, simulated.instrument.points, generator))
    return sheet.joined(*extras).in_order_of_time()


def _visitors(simulated: SimulatedWave, generator: np.random.Generator) -> list[pd.Series]:
    """Return the people who kept silent, then the others, each group in a drawn order."""
    people = simulated.people.iloc[generator.permutation(len(simulated.people))]
    return [person for _, person in people.sort_values("answered", kind="stable").iterrows()]


def _record(kind: RecordKind, visitor: Record, wave: PlannedWave) -> Record:
    if kind in TRIALS:
        opened = datetime.combine(wave.date, time(7, 10 * TRIALS.index(kind)))
        return replace(
            visitor,
            kind=kind,
            started=opened,
            submitted=opened + timedelta(minutes=6),
            mail=f"{kind}@example.org" if visitor.mail else "",
            first_name="",
            family_name="",
        )
    if kind == "unfinished":
        return replace(visitor, kind=kind)
    return replace(visitor, kind=kind, partner="", level="")


def _visit(record: Record, sheet: Sheet, points: int, generator: np.random.Generator) -> Sheet:
    """Return one record with answers that mean nothing, as far as its kind got."""
    items = list(sheet.answers.columns)
    drawn = generator.integers(1, points + 1, (1, len(items))).astype(float)
    full = Sheet(
        (record,),
        pd.DataFrame(drawn, columns=items),
        pd.DataFrame("", index=[0], columns=items, dtype=object),
        pd.DataFrame("", index=[0], columns=sheet.comments.columns, dtype=object),
    )
    reached = {"unfinished": int(len(items) * ANSWERED_BEFORE_STOPPING), "opened_only": 0, "empty": 0}
    return full.without_answers(items[reached.get(record.kind, len(items)) :])


def _sent_again(sheet: Sheet, generator: np.random.Generator) -> Sheet:
    again = sheet.rows([int(generator.integers(len(sheet.records)))])
    sent = again.records[0].submitted
    later = replace(again.records[0], kind="duplicate", started=sent, submitted=sent + timedelta(minutes=9))
    return replace(again, records=(later,))
