"""Measure one wave of one alliance: scores, estimates, the release plan, and what the plan lets out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from alliance_analytics.model.crosswalk import renamed
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.publish.release_plan import ReleasePlan
from alliance_analytics.review.counting import Counting, Scores
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.ledger import open_ledger


@dataclass(frozen=True)
class MeasuredWave:
    """What one wave says.

    Attributes
    ----------
    alliance, wave : str
        Which.
    instrument : Instrument
        What was asked.
    people : frame, one row a respondent
        Columns alliance, wave, person, partner, level, link and, where a later wave is known, later. For
        computing only, never shown.
    scores : dict of frame
        Kind of scale to one column a scale, on the rows of ``people``. For computing only, never shown.
    plan : ReleasePlan
        What may be shown.
    estimates : frame
        Before the plan. For computing only, never shown.
    released : frame
        Estimates after the plan: overall, by partner, level, link, partner and level, and all other partners
        together.
    answers : frame
        Shares of each answer to each statement after the plan, everybody.
    response : frame
        Response rates after the plan: overall, by partner and by level.
    """

    alliance: str
    wave: str
    instrument: Instrument = field(repr=False)
    people: pd.DataFrame = field(repr=False)
    scores: Mapping[str, pd.DataFrame] = field(repr=False)
    counting: Counting = field(repr=False)

    @property
    def plan(self) -> ReleasePlan:
        """What may be shown."""
        return self.counting.plan

    @property
    def estimates(self) -> pd.DataFrame:
        """Estimates before the plan."""
        return self.counting.estimates

    @property
    def released(self) -> pd.DataFrame:
        """Estimates after the plan."""
        return self.counting.released

    @property
    def answers(self) -> pd.DataFrame:
        """Released shares of answers."""
        return self.counting.answers

    @property
    def response(self) -> pd.DataFrame:
        """Released response rates."""
        return self.counting.response

    def everybody(self, *kinds: str) -> pd.DataFrame:
        """Return released estimates of everybody on dimensions, pillars or themes, had without all others."""
        return self.counting.everybody(*kinds)

    @property
    def answered(self) -> pd.Series | None:
        """How many of all invited answered, or None where that may not be told."""
        everybody = self.counting.answered
        return None if everybody.empty or not everybody["shown"].iloc[0] else everybody.iloc[0]

    @property
    def may_be_counted(self) -> bool:
        """Whether it may be told how many answered: always where the number invited is not known."""
        return self.answered is not None or bool(self.counting.answered["invited"].isna().all())


def measure_wave(
    workspace: Workspace,
    alliance: str,
    wave: str,
    earlier: frozenset[str] = frozenset(),
    names: Mapping[str, str] | None = None,
) -> MeasuredWave:
    """Return everything that one wave says.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliance, wave : str
        Which wave.
    earlier : frozenset of str
        Keyed hashes of the people who answered the wave before; empty when that is not known.
    names : mapping of str to str, optional
        Ids of this wave's items to those by which they are to be called.
    """
    survey, called = workspace.survey(alliance, wave), names or {}
    instrument = renamed(workspace.instrument(alliance, wave), called)
    responses = survey.responses.rename(columns=called) if called else survey.responses
    people, scores = _people(responses, earlier), Scores(responses, instrument)
    counting = Counting(
        alliance,
        wave,
        people,
        responses,
        survey.missing_kinds.rename(columns=called) if called else survey.missing_kinds,
        scores,
        workspace.invited(alliance, wave),
        workspace.rule(alliance, wave),
        open_ledger(workspace).earlier(alliance, wave),
        tuple(called.get(item, item) for item in survey.rescaled),
    )
    return MeasuredWave(alliance, wave, instrument, people, scores, counting)


def knowing_later(wave: MeasuredWave, following: MeasuredWave) -> MeasuredWave:
    """Return a wave whose people and plan know who answered the following one as well."""
    person, others = once(wave.people["person"]), once(following.people["person"]).dropna()
    later = np.where(person.isin(others), "kept", "left")
    known = person.notna() & bool(len(others))
    people = wave.people.assign(later=pd.Series(later, wave.people.index, dtype=object).where(known, None))
    return replace(wave, people=people, counting=replace(wave.counting, people=people))


def once(person: pd.Series) -> pd.Series:
    """Return keyed hashes, missing for who stands twice in a wave: that person is linked to nobody."""
    return person.where(~person.duplicated(keep=False))


def _people(responses: pd.DataFrame, earlier: frozenset[str]) -> pd.DataFrame:
    people = responses[["alliance", "wave", "person", "partner", "level"]].astype(object)
    person = once(people["person"])
    stayed = np.where(person.isin(earlier), "stayed", "joined")
    known = person.notna() & bool(earlier)
    return people.assign(link=pd.Series(stayed, index=people.index, dtype=object).where(known, None))
