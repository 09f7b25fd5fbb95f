"""The answer key of a synthetic world: what was planted, and the means of everybody invited.

An estimate from those who answered should cover the population's mean about as often as it says. Each scale
is the mean of its statements, negative ones turned, for a person; the population's mean and sd (n - 1) run
over all people invited, whose answers are complete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from alliance_analytics.demo.exports import Export
from alliance_analytics.demo.platforms import LAYOUTS
from alliance_analytics.demo.report import Document
from alliance_analytics.demo.simulation import SimulatedWave
from alliance_analytics.model.instrument import ScaleKind

Truth = dict[str, Any]
KINDS: tuple[ScaleKind, ...] = ("dimension", "pillar", "theme")
DECIMALS = 4
RULES = {
    "population": "everybody invited, answers complete, also of those who kept silent",
    "scale": "a person's mean over the statements of a scale, negative ones turned; an outcome is its answer",
    "sd": "n - 1",
    "read": "mean of the usable answers of kept records, as answered, not turned",
}


@dataclass(frozen=True)
class FinishedWave:
    """A wave with the export and the reports that were made of it; ``documents`` by file name."""

    simulated: SimulatedWave
    export: Export
    documents: Mapping[str, Document]


def truth_of_alliance(waves: Sequence[FinishedWave]) -> Truth:
    """Return the answer key of one alliance, ready for JSON.

    Parameters
    ----------
    waves : sequence of FinishedWave
        In the order of time.
    """
    plan = waves[0].simulated.plan
    return {
        "parameters": {
            "behaviour": plan.behaviour.model_dump(),
            "partners": {partner.name: partner.offset for partner in plan.partners},
        },
        "waves": {wave.simulated.wave.name: _truth_of_wave(wave) for wave in waves},
        "linked": {
            f"{first.simulated.wave.name}|{second.simulated.wave.name}": _linked(first, second)
            for first, second in pairwise(waves)
        },
    }


def _truth_of_wave(finished: FinishedWave) -> Truth:
    simulated, wave = finished.simulated, finished.simulated.wave
    people = simulated.people
    return {
        "date": wave.date.isoformat(),
        "platform": wave.platform,
        "stage": wave.stage,
        "parameters": {"pillars": wave.pillars, "themes": wave.themes, "answering": wave.answering},
        "invited": _counted(people),
        "answered": _counted(people[people["answered"]]),
        "release": _release(finished.export),
        "comments": _themes(finished.export.comments),
        "population": _population(simulated),
        "reports": _reports(finished.documents),
    }


def _counted(people: pd.DataFrame) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for (partner, level), group in people.groupby(["partner", "level"], sort=False):
        counts.setdefault(str(partner), {})[str(level)] = len(group)
    return counts


def _release(export: Export) -> Truth:
    survey = export.survey
    kept = [row for row in survey.rows if survey.records[row].kind == "response"]
    written = {survey.records[row].partner for row in kept}
    return {
        "file": export.file,
        "rows_in_file": len(survey.records),
        "kept": len(kept),
        "excluded": export.excluded,
        "label_variants": len(survey.spellings),
        "partner_variants": sorted(written - set(survey.partners)),
        "missing": {
            kind: int((survey.missing_kinds.iloc[kept] == kind).to_numpy().sum())
            for kind in ("blank", "dont_know", "not_applicable")
        },
        "read": _by_name(survey.answers.iloc[kept].mean()),
    }


def _themes(planted: pd.DataFrame) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for (theme, polarity), group in planted.groupby(["theme", "polarity"]):
        counts.setdefault(str(theme), {})[str(polarity)] = len(group)
    return counts


def _population(simulated: SimulatedWave) -> Truth:
    scores, people = _scores(simulated), simulated.people
    by_group = {
        by: {str(group): _summary(scores[people[by] == group]) for group in people[by].unique()}
        for by in ("partner", "level")
    }
    return {"overall": _summary(scores)} | by_group


def _scores(simulated: SimulatedWave) -> pd.DataFrame:
    """Return one row a person and one column a (kind of scale, name)."""
    turned, instrument = simulated.turned, simulated.instrument
    scales = {
        (kind, name): turned[list(ids)].mean(axis=1)
        for kind in KINDS
        for name, ids in instrument.scales(kind).items()
    }
    outcomes = {("outcome", item.id): turned[item.id] for item in instrument.scored if item.kind == "outcome"}
    return pd.DataFrame(scales | outcomes)


def _summary(scores: pd.DataFrame) -> Truth:
    """Return n and, for each kind of scale, its means and sds by name."""
    summary: Truth = {"n": len(scores)}
    for kind in scores.columns.unique(0):
        summary[kind] = {
            "mean": _by_name(pd.Series(scores[kind].mean())),
            "sd": _by_name(pd.Series(scores[kind].std())),
        }
    return summary


def _by_name(values: pd.Series[Any]) -> dict[str, float | None]:
    # One person has no spread, and JSON no word for it.
    return {
        str(name): None if pd.isna(value) else round(float(value), DECIMALS) for name, value in values.items()
    }


def _reports(documents: Mapping[str, Document]) -> Truth:
    """Count the planted sentences of all documents, and list them by document and subject."""
    planted = [
        sentence for document in documents.values() for sentence in document.sentences if sentence.theme
    ]
    coded = pd.DataFrame([asdict(sentence) for sentence in planted])
    return {
        "themes": _themes(coded),
        "sentences": {name: _by_subject(document) for name, document in documents.items()},
    }


def _by_subject(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sentence in document.sentences:
        subject = "/".join(filter(None, (sentence.theme, sentence.polarity, sentence.stage)))
        found.setdefault(subject or "neutral", []).append(sentence.text)
    return found


def _linked(first: FinishedWave, second: FinishedWave) -> dict[str, int]:
    """Count the people who answered both waves, and those whom a mail address can link."""
    answered = [
        wave.simulated.people.loc[wave.simulated.people["answered"], "person"] for wave in (first, second)
    ]
    both = len(set(answered[0]) & set(answered[1]))
    mail = all(LAYOUTS[wave.simulated.wave.platform].asks_mail for wave in (first, second))
    return {"both": both, "by_mail": both if mail else 0}
