"""Measure one wave of one alliance: scores, estimates, the release plan, and what the plan lets out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from alliance_analytics.measure.distributions import answer_shares
from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.response import response_rates
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.crosswalk import renamed
from alliance_analytics.model.instrument import SCALE_KINDS, Instrument
from alliance_analytics.publish.additions import with_later
from alliance_analytics.publish.release import release_answers, release_estimates, release_response
from alliance_analytics.publish.release_plan import GROUP, OTHERS, ReleasePlan, release_plan
from alliance_analytics.publish.witnesses import Statements
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.ledger import open_ledger

MARGINS: tuple[tuple[str, ...], ...] = ((), ("partner",), ("level",), ("link",), ("partner", "level"))
KEYS = ["alliance", "wave"]


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
    scores: dict[str, pd.DataFrame] = field(repr=False)
    plan: ReleasePlan = field(repr=False)
    estimates: pd.DataFrame = field(repr=False)
    released: pd.DataFrame
    answers: pd.DataFrame
    response: pd.DataFrame

    @property
    def answered(self) -> pd.Series | None:
        """How many of all invited answered, or None where that may not be told."""
        everybody = self._everybody
        return None if everybody.empty or not everybody["shown"].iloc[0] else everybody.iloc[0]

    @property
    def may_be_counted(self) -> bool:
        """Whether it may be told how many answered: always where the number invited is not known."""
        everybody = self._everybody
        return self.answered is not None or bool(everybody["invited"].isna().all())

    @property
    def _everybody(self) -> pd.DataFrame:
        return self.response[self.response["partner"].isna() & self.response["level"].isna()]


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
    responses = survey.responses.rename(columns=called)
    missing_kinds = survey.missing_kinds.rename(columns=called)
    invited = workspace.invited(alliance, wave)
    people = _people(responses, earlier)
    scores = _scores(responses, instrument)
    statements: Statements = {kind: instrument.scales(kind) for kind in SCALE_KINDS}
    past = open_ledger(workspace).earlier(alliance, wave)
    plan = release_plan(
        people, scores, invited, workspace.rule(alliance, wave), statements=statements, earlier=past
    )
    estimates = _estimates(people, scores, invited, instrument.points)
    items = [item.id for item in instrument.scored]
    answers = answer_shares(responses, missing_kinds, items, instrument.points)
    released_answers = release_answers(answers.assign(alliance=alliance, wave=wave), plan)
    return MeasuredWave(
        alliance,
        wave,
        instrument,
        people,
        scores,
        plan,
        estimates,
        released=release_estimates(estimates, plan),
        answers=_without_rescaled(released_answers, [called.get(item, item) for item in survey.rescaled]),
        response=release_response(_response(people, invited), plan),
    )


def knowing_later(wave: MeasuredWave, following: MeasuredWave) -> MeasuredWave:
    """Return a wave whose people and plan know who answered the following one as well."""
    person, others = once(wave.people["person"]), once(following.people["person"]).dropna()
    later = np.where(person.isin(others), "kept", "left")
    known = person.notna() & bool(len(others))
    people = wave.people.assign(later=pd.Series(later, wave.people.index, dtype=object).where(known, None))
    return replace(wave, people=people, plan=with_later(wave.plan, people, wave.scores))


def all_but_one_partner(released: pd.DataFrame) -> pd.Series:
    """Return which rows are of all other partners together, and of no partner itself."""
    return released["partner"].astype("string").str.startswith(OTHERS).fillna(value=False).astype(bool)


def only_by(table: pd.DataFrame, by: str | None) -> pd.Series:
    """Return which rows are of groups made by ``by`` alone (partner, level or link), or of everybody."""
    chosen = ~all_but_one_partner(table)
    for column in GROUP:
        chosen &= table[column].notna() if column == by else table[column].isna()
    return chosen


def once(person: pd.Series) -> pd.Series:
    """Return keyed hashes, missing for who stands twice in a wave: that person is linked to nobody."""
    return person.where(~person.duplicated(keep=False))


def population_of(invited: pd.DataFrame, people: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    """Return how many were invited a group; unknown (NaN) for groups that nobody counted."""
    keys = [*KEYS, *by]
    if "link" in by or invited.empty:
        return people[keys].drop_duplicates().assign(population=np.nan)
    return invited.groupby(keys)["invited"].sum().rename("population").reset_index()


def _without_rescaled(answers: pd.DataFrame, rescaled: Collection[str]) -> pd.DataFrame:
    """Return released answers without those given on another scale: its options are not the instrument's."""
    gone = answers["item"].isin(rescaled)
    numbers = ["n", "dont_know", "not_answered", *(c for c in map(str, answers) if c.startswith("share_"))]
    hidden = {name: answers[name].astype(float).mask(gone) for name in numbers}
    reason = answers["reason"].mask(gone & answers["shown"], "rescaled")
    return answers.assign(**hidden, reason=reason, shown=answers["shown"] & ~gone)


def _people(responses: pd.DataFrame, earlier: frozenset[str]) -> pd.DataFrame:
    people = responses[["alliance", "wave", "person", "partner", "level"]].astype(object)
    person = once(people["person"])
    stayed = np.where(person.isin(earlier), "stayed", "joined")
    known = person.notna() & bool(earlier)
    return people.assign(link=pd.Series(stayed, index=people.index, dtype=object).where(known, None))


def _scores(responses: pd.DataFrame, instrument: Instrument) -> dict[str, pd.DataFrame]:
    return {
        kind: score_scales(responses, instrument.scales(kind), instrument.turned, instrument.points)
        for kind in SCALE_KINDS
    }


def _estimates(
    people: pd.DataFrame, scores: dict[str, pd.DataFrame], invited: pd.DataFrame, points: int
) -> pd.DataFrame:
    tables = [
        estimate_groups(people, scores, by, population_of(invited, people, by), points=points)
        for by in MARGINS
    ]
    for partner in sorted(people["partner"].dropna().unique()):
        tables.append(_others(people, scores, invited, points, partner))
    filled = [table.astype(dict.fromkeys(GROUP, object)) for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else tables[0]


def _others(
    people: pd.DataFrame, scores: dict[str, pd.DataFrame], invited: pd.DataFrame, points: int, partner: str
) -> pd.DataFrame:
    """Return the estimates of everybody but one partner's people, as one merged group."""
    these, asked = (
        table[table["partner"] != partner].assign(partner=OTHERS + partner) for table in (people, invited)
    )
    theirs = {kind: frame.loc[these.index] for kind, frame in scores.items()}
    population = population_of(asked, these, ("partner",))
    return estimate_groups(these, theirs, ("partner",), population, points=points)


def _response(people: pd.DataFrame, invited: pd.DataFrame) -> pd.DataFrame:
    """Return the response by partner and by level; no rows when nobody said how many were invited."""
    margins = ((), ("partner",), ("level",)) if len(invited) else ()
    tables = [response_rates(people, invited, by) for by in margins]
    columns = [*KEYS, "partner", "level", "invited", "answered", "rate"]
    empty = pd.DataFrame(columns=columns, dtype=object)
    return pd.concat(
        [empty, *(table.reindex(columns=columns).astype(object) for table in tables)], ignore_index=True
    )
