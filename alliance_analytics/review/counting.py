"""What one wave says, each part counted when somebody first asks for it: a first look needs little."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from alliance_analytics.intake.record_marks import PastReleases
from alliance_analytics.measure.distributions import answer_shares
from alliance_analytics.measure.estimates import Grouping, estimate_groupings, grouped
from alliance_analytics.measure.response import invited_of_groups, response_rates
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.instrument import SCALE_KINDS, Instrument
from alliance_analytics.model.release_rule import ReleaseRule
from alliance_analytics.publish.additions import with_later
from alliance_analytics.publish.release import release_answers, release_estimates, release_response
from alliance_analytics.publish.release_plan import GROUP, OTHERS, ReleasePlan, release_plan
from alliance_analytics.publish.score_decisions import BASE
from alliance_analytics.publish.witnesses import Statements

MARGINS: tuple[tuple[str, ...], ...] = ((), ("partner",), ("level",), ("link",), ("partner", "level"))
RATES: tuple[tuple[str, ...], ...] = ((), ("partner",), ("level",))
KEYS = ["alliance", "wave"]


@dataclass(frozen=True)
class Scores(Mapping[str, pd.DataFrame]):
    """Kind of scale to a frame of one column a scale and one row a respondent, scored when asked for."""

    responses: pd.DataFrame = field(repr=False)
    instrument: Instrument = field(repr=False)
    _scored: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def statements(self) -> Statements:
        """Kind of scale to the statements of each scale."""
        return {kind: self.instrument.scales(kind) for kind in SCALE_KINDS}

    def __getitem__(self, kind: str) -> pd.DataFrame:
        """Return the scores on all scales of one kind."""
        if kind not in self._scored:
            asked = self.instrument
            self._scored[kind] = score_scales(
                self.responses, self.statements[kind], asked.turned, asked.points
            )
        return self._scored[kind]

    def __iter__(self) -> Iterator[str]:
        """Yield the kinds of scale."""
        return iter(SCALE_KINDS)

    def __len__(self) -> int:
        """Return how many kinds of scale there are."""
        return len(SCALE_KINDS)


@dataclass(frozen=True)
class Counting:
    """What a wave is counted from, and the same parts, each counted once and not before it is asked for.

    Attributes
    ----------
    alliance, wave : str
        Which.
    people, responses, missing_kinds : frame, one row a respondent
        In the order of the export; items by the ids by which they are to be called.
    scores : Scores
        On the same rows.
    invited : frame
        Who was invited, as the workspace tells it.
    rule : ReleaseRule
        The minima of the wave.
    past : PastReleases
        What was shown of this wave before.
    rescaled : tuple of str
        Items that were answered on another scale.
    items : tuple of str, optional
        Of many alliances less is asked: the plan then decides on these statements only, and the estimates are
        everybody's and, on dimensions, those of partners. All of it where left out.
    """

    alliance: str
    wave: str
    people: pd.DataFrame
    responses: pd.DataFrame
    missing_kinds: pd.DataFrame
    scores: Scores
    invited: pd.DataFrame
    rule: ReleaseRule
    past: PastReleases
    rescaled: tuple[str, ...]
    items: tuple[str, ...] | None = None
    _everybody: dict[tuple[str, ...], pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def plan(self) -> ReleasePlan:
        """What may be shown."""
        plan = self._planned(self.items, self.scores)
        return with_later(plan, self.people, self.scores) if "later" in self.people else plan

    @cached_property
    def estimates(self) -> pd.DataFrame:
        """Of all groups, before the plan."""
        if self.items is not None:
            some = {**self.scores, "item": self.scores["item"][[*self.items]]}
            dimensions = {"dimension": self.scores["dimension"]}
            return pd.concat(
                [self._estimated(some, [()]), self._estimated(dimensions, [("partner",)])], ignore_index=True
            )
        return self._estimated(self.scores, MARGINS, sorted(self.people["partner"].dropna().unique()))

    @cached_property
    def released(self) -> pd.DataFrame:
        """The same after the plan."""
        return release_estimates(self.estimates, self.plan)

    def plan_of_everybody(self, kinds: Collection[str]) -> ReleasePlan:
        """Return a plan that decides on everybody on scales of some kinds, and on little else."""
        if "item" in kinds:
            return self.plan
        return self._plan_of_main if {*kinds} <= {*BASE} else self._plan_of_everybody

    def everybody(self, *kinds: str) -> pd.DataFrame:
        """Return released estimates of everybody on scales of some kinds, groups and statements left out.

        Parameters
        ----------
        kinds : str
            Of dimension, pillar and theme.
        """
        if kinds not in self._everybody:
            self._everybody[kinds] = self._of_everybody(kinds)
        return self._everybody[kinds]

    @cached_property
    def answers(self) -> pd.DataFrame:
        """Released shares of each answer to each statement."""
        asked = self.scores.instrument
        items = [item.id for item in asked.scored]
        shares = answer_shares(self.responses, self.missing_kinds, items, asked.points)
        named = shares.assign(alliance=self.alliance, wave=self.wave)
        return _without_rescaled(release_answers(named, self.plan), self.rescaled)

    @cached_property
    def answered(self) -> pd.DataFrame:
        """Released response of everybody; no row where nobody said how many were invited."""
        table = _response(self.people, self.invited, ((),))
        return release_response(table, self._plan_of_main)

    @cached_property
    def response(self) -> pd.DataFrame:
        """Released response rates: overall, by partner and by level."""
        return release_response(_response(self.people, self.invited, RATES), self._plan_of_main)

    def _of_everybody(self, kinds: tuple[str, ...]) -> pd.DataFrame:
        if "released" in vars(self):
            return self.released[self.released["scale"].isin(kinds) & only_by(self.released, None)]
        estimates = self._estimated({kind: self.scores[kind] for kind in kinds}, [()])
        return release_estimates(estimates, self.plan_of_everybody(kinds))

    @cached_property
    def _plan_of_main(self) -> ReleasePlan:
        """The plan of everybody on dimensions and pillars, which all other scales come after."""
        if self.past.releases or vars(self).keys() & {"plan", "_plan_of_everybody"}:
            return self._plan_of_everybody
        scores = {kind: self.scores[kind] for kind in BASE}
        given = self.responses.reindex(columns=[*self.scores.statements["item"]])
        return self._planned((), {**scores, "item": given}, everybody=True)

    @cached_property
    def _plan_of_everybody(self) -> ReleasePlan:
        """The plan of everybody, without single statements: what it shows, the whole plan shows."""
        # What was shown before is known again only by all that was shown.
        whole = self.past.releases or "plan" in vars(self)
        return self.plan if whole else self._planned((), self.scores, everybody=True)

    def _planned(
        self, items: Collection[str] | None, scores: Mapping[str, pd.DataFrame], *, everybody: bool = False
    ) -> ReleasePlan:
        return release_plan(
            self.people.drop(columns="later", errors="ignore"),  # decided after all else
            scores,
            self.invited,
            self.rule,
            statements=self.scores.statements,
            earlier=self.past,
            items=items,
            everybody=everybody,
        )

    def _estimated(
        self,
        scores: Mapping[str, pd.DataFrame],
        margins: Iterable[tuple[str, ...]],
        partners: Iterable[str] = (),
    ) -> pd.DataFrame:
        """Return estimates of the groups of some margins, and of everybody but each of some partners."""
        people = self.people
        groupings = [grouped(people, by, population_of(self.invited, people, by)) for by in margins]
        others = [self._others(partner) for partner in partners]
        return estimate_groupings([*groupings, *others], scores, points=self.scores.instrument.points)

    def _others(self, partner: str) -> Grouping:
        """Return everybody but one partner's people, as one merged group."""
        places = np.where(self.people["partner"] == partner, -1, 0)
        asked = self.invited.loc[self.invited["partner"] != partner, "invited"]
        population = float(asked.sum()) if len(asked) else float("nan")
        named = {"alliance": self.alliance, "wave": self.wave, "partner": OTHERS + partner}
        return Grouping(pd.DataFrame([named], dtype=object).assign(population=population), places)


def all_but_one_partner(released: pd.DataFrame) -> pd.Series:
    """Return which rows are of all other partners together, and of no partner itself."""
    return released["partner"].astype("string").str.startswith(OTHERS).fillna(value=False).astype(bool)


def only_by(table: pd.DataFrame, by: str | None) -> pd.Series:
    """Return which rows are of groups made by ``by`` alone (partner, level or link), or of everybody."""
    chosen = ~all_but_one_partner(table)
    for column in GROUP:
        chosen &= table[column].notna() if column == by else table[column].isna()
    return chosen


def population_of(invited: pd.DataFrame, people: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    """Return how many were invited a group; unknown (NaN) for groups that nobody counted."""
    keys = [*KEYS, *by]
    if "link" in by or invited.empty:
        return people[keys].drop_duplicates().assign(population=np.nan)
    asked = invited_of_groups(invited, keys)
    return pd.DataFrame([*asked], columns=keys).assign(population=[*asked.values()])


def _without_rescaled(answers: pd.DataFrame, rescaled: Collection[str]) -> pd.DataFrame:
    """Return released answers without those given on another scale: its options are not the instrument's."""
    gone = answers["item"].isin(rescaled)
    numbers = ["n", "dont_know", "not_answered", *(c for c in map(str, answers) if c.startswith("share_"))]
    hidden = {name: answers[name].astype(float).mask(gone) for name in numbers}
    reason = answers["reason"].mask(gone & answers["shown"], "rescaled")
    return answers.assign(**hidden, reason=reason, shown=answers["shown"] & ~gone)


def _response(
    people: pd.DataFrame, invited: pd.DataFrame, margins: tuple[tuple[str, ...], ...]
) -> pd.DataFrame:
    """Return response rates; no rows when nobody said how many were invited."""
    tables = [response_rates(people, invited, by) for by in margins if len(invited)]
    columns = [*KEYS, "partner", "level", "invited", "answered", "rate"]
    if not tables:
        return pd.DataFrame(columns=columns, dtype=object)
    return pd.concat(tables, ignore_index=True).reindex(columns=columns).astype(object)
