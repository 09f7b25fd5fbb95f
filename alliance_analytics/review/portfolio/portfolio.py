"""All alliances of a workspace side by side: measured, pooled, ranked, and held against the front door."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.interpret.portfolio.benchmark import beside_norms, internal_benchmark
from alliance_analytics.interpret.portfolio.ranking import need_ranking
from alliance_analytics.interpret.portfolio.standing import ESTIMATE, pooled_standing, with_overall
from alliance_analytics.interpret.portfolio.warnings import Seen, warnings_for
from alliance_analytics.model.front_door import FrontDoor
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.stages import stage_model
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.labels import Labels, labels
from alliance_analytics.review.portfolio.measuring import Measured, measured_alliance
from alliance_analytics.review.portfolio.practice import Practice
from alliance_analytics.review.waiting import waiting
from alliance_analytics.workspace import Workspace, open_workspace
from alliance_analytics.workspace.registers.columns import Register

Measure = Callable[[Workspace], Iterable[Measured]]


@dataclass(frozen=True)
class Portfolio:
    """The numbers behind the portfolio, all released. Make one with :func:`portfolio`.

    Attributes
    ----------
    workspace : Workspace
        Where the alliances are.
    measured : tuple of Measured
        One an alliance, in the order of the workspace.
    language : str
        ``'en'`` or ``'nl'``.
    today : date
        From which something is overdue.
    """

    workspace: Workspace
    measured: tuple[Measured, ...]
    language: str
    today: datetime.date

    def __repr__(self) -> str:
        """Return how many alliances, and as of when."""
        return f"Portfolio of {len(self.measured)} alliances as of {self.today}"

    @cached_property
    def say(self) -> Words:
        """The sentences of the portfolio."""
        return words("portfolio", self.language)

    @property
    def cells(self) -> Cells:
        """Numbers as readers see them."""
        return self.practice.cells

    @cached_property
    def labels(self) -> Labels:
        """What readers call scales and stages, by the questionnaire of the first alliance."""
        instrument = self.workspace.instrument(self.workspace.alliances[0])
        return labels(instrument, stage_model().fitted_to(instrument), self.language)

    @cached_property
    def titles(self) -> dict[str, str]:
        """What readers call each alliance."""
        return {each.alliance: self.workspace.title(each.alliance, self.language) for each in self.measured}

    @cached_property
    def standing(self) -> pd.DataFrame:
        """Pooled means of all alliances on all scales, with ranks."""
        rows = [row for each in self.measured for row in each.estimates]
        return pooled_standing(with_overall(pd.DataFrame(rows, columns=ESTIMATE)))

    @cached_property
    def standing_of(self) -> dict[str, pd.DataFrame]:
        """Alliance to its rows of ``standing``; one that could not be read is missing."""
        return {str(alliance): rows for alliance, rows in self.standing.groupby("alliance", sort=False)}

    @cached_property
    def ranking(self) -> pd.DataFrame:
        """The alliances in the order of their need; those without a rank last."""
        return need_ranking(self.standing)

    @cached_property
    def benchmark(self) -> pd.DataFrame:
        """Where each alliance stands among the others."""
        return internal_benchmark(self.standing)

    @cached_property
    def practice(self) -> Practice:
        """How the alliances are looked after, as of the same day."""
        return Practice(self.workspace, self.language, self.today)

    @property
    def door(self) -> FrontDoor:
        """Services, criteria and rules of the front door."""
        return self.practice.door

    @property
    def register(self) -> Register:
        """The register of the front door."""
        return self.practice.registers.door

    @property
    def relations(self) -> pd.DataFrame:
        """One row a relation of the register: its place, and what is open."""
        return self.practice.relations

    @cached_property
    def beside_norms(self) -> pd.DataFrame:
        """Shown means beside the norms of the same scales."""
        return beside_norms(self.standing, self.practice.registers.norms.rows)

    @property
    def problems(self) -> tuple[WorkspaceError, ...]:
        """What was not understood in the registers."""
        return self.practice.registers.problems

    @cached_property
    def places(self) -> dict[str, dict[str, Any]]:
        """Alliance to its row of the front door; the first where several relations are of one alliance."""
        known = self.relations.dropna(subset=["alliance"]).drop_duplicates("alliance")
        return {str(row["alliance"]): row for row in _records(known)}

    @cached_property
    def warnings(self) -> dict[str, tuple[str, ...]]:
        """Alliance to the ids of its warnings."""
        ranks = {str(row["alliance"]): row for row in _records(self.ranking)}
        return {each.alliance: self._warnings(each, ranks.get(each.alliance)) for each in self.measured}

    def _warnings(self, each: Measured, need: dict[str, Any] | None) -> tuple[str, ...]:
        if each.problem or need is None:
            return ("not_read",)
        own = self.standing_of[each.alliance]
        seen = Seen(
            need,
            own[own["scale"] == "pillar"],
            each.change,
            each.response,
            datetime.date.fromisoformat(each.date) if each.date else None,
            self.places.get(each.alliance),
        )
        points = int(own["points"].iloc[0])
        return warnings_for(seen, today=self.today, has_register=len(self.register.rows) > 0, points=points)


def portfolio(
    workspace: str | Path | Workspace,
    language: str = "",
    today: datetime.date | None = None,
    measure: Measure | None = None,
) -> Portfolio:
    """Open the portfolio of a workspace.

    Parameters
    ----------
    workspace : str, Path or Workspace
        A folder of alliances, or one opened.
    language : str
        ``'en'`` or ``'nl'``; the workspace's when empty.
    today : date, optional
        From which revisits are overdue; this day when left out.
    measure : callable, optional
        Measures all alliances of a workspace, as the store of the portfolio does; one after the other when
        left out.

    Raises
    ------
    ParameterError
        If the language is unknown.
    WorkspaceError
        If there is no alliance.

    Examples
    --------
    >>> portfolio("data/example").ranking["alliance"].tolist()
    ['second-desk', 'high-water-together']
    """
    if language:
        refuse_unknown("language", language, LANGUAGES)
    opened = workspace if isinstance(workspace, Workspace) else open_workspace(workspace)
    found = tuple((measure or one_by_one)(opened))
    return Portfolio(opened, found, language or opened.settings.language, today or datetime.date.today())


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def one_by_one(workspace: Workspace) -> Iterator[Measured]:
    """Yield what is known of each alliance, one after the other, with a bar when that takes long."""
    with waiting(len(workspace.alliances)) as step:
        for alliance in workspace.alliances:
            yield measured_alliance(workspace, alliance)
            step()
