"""What the columns that may hold answers do hold, each step found once and when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.intake.description.bare_ratings import BareColumn, bare_ratings, bare_scale
from alliance_analytics.intake.description.described import Scale
from alliance_analytics.intake.description.graded_columns import GradedColumn, graded_columns
from alliance_analytics.intake.description.grids import grids_of
from alliance_analytics.intake.description.numbered_labels import anchored_scale, numbered_scale
from alliance_analytics.intake.description.options import Option, options_of
from alliance_analytics.intake.description.scales import graded_scale
from alliance_analytics.intake.platforms.base import Export


@dataclass(frozen=True)
class ColumnAnswers:
    """The answers in an export.

    Parameters
    ----------
    export : Export
        Records of respondents.
    scored : frozenset of int
        Places of the columns that ask a scored statement of the instrument.
    named : frozenset of int
        Places of the columns that ask it for the partner or the level.
    """

    export: Export
    scored: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()

    @cached_property
    def options(self) -> dict[int, tuple[Option, ...]]:
        """The different answers of each column that may hold any."""
        export = self.export
        return {
            place: options_of(column, export.cells[place], export.missing_labels)
            for place, column in enumerate(export.columns)
            if column.role == "answer" and column.repeats is None and place not in self.named
        }

    @cached_property
    def graded(self) -> dict[int, GradedColumn]:
        """The columns whose answers stand on a ladder of words."""
        return graded_columns(self.options, self._grids)

    @cached_property
    def anchored(self) -> dict[int, Scale]:
        """The scales of columns whose words are in no ladder, and stand beside numbers."""
        found = {p: numbered_scale(given) or anchored_scale(given) for p, given in self.options.items()}
        return {p: scale for p, scale in found.items() if scale and p not in self.graded}

    @cached_property
    def bare(self) -> dict[int, BareColumn]:
        """The ratings in bare numbers."""
        left = {place: given for place, given in self.options.items() if place not in self.graded}
        return bare_ratings(self.export, left, self._grids, scored=self.scored)

    @cached_property
    def scales(self) -> dict[int, Scale]:
        """The scale of every column that has one, by its place."""
        columns, are_points = self.export.columns, self.export.bare_numbers_are_points
        graded = {
            place: graded_scale(one, self.graded.values(), declared=columns[place].declares_answers)
            for place, one in self.graded.items()
        }
        bare = {p: bare_scale(one, self.bare, numbers_are_points=are_points) for p, one in self.bare.items()}
        return graded | self.anchored | bare

    @property
    def numbers(self) -> dict[int, npt.NDArray[np.float64]]:
        """The answers of each column as numbers: codes where it has any, else rungs; NaN for none."""
        graded = {
            place: {o.text: o.code if o.code is not None else rung for o, rung in one.on_ladder}
            for place, one in self.graded.items()
        }
        bare = {
            place: {o.text: o.code for o in one.options if o.code in one.numbers}
            for place, one in self.bare.items()
        }
        return {
            place: _as_numbers(self.export.cells[place], known) for place, known in (graded | bare).items()
        }

    @cached_property
    def _grids(self) -> list[str]:
        return grids_of(self.export.columns)


def _as_numbers(cells: pd.Series[str], known: Mapping[str, int | None]) -> npt.NDArray[np.float64]:
    return cells.map({text: known.get(text.strip()) for text in cells.unique()}).to_numpy(dtype=float)
