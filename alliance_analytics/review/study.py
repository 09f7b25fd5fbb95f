"""One alliance in one wave, with everything that an exhibit may ask: measured once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from alliance_analytics.errors import ParameterError
from alliance_analytics.interpret.priorities import weakest_pillars
from alliance_analytics.interpret.stages import (
    missing_for_next,
    most_likely_stage,
    stage_evidence,
    stage_shares,
)
from alliance_analytics.measure.gaps import gaps
from alliance_analytics.model.instrument import SCALE_KINDS, Instrument
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.stages import StageModel, stage_model
from alliance_analytics.publish.release import release_gaps
from alliance_analytics.publish.wording import Words, words
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.conference.registers import Registers, registers
from alliance_analytics.review.counting import only_by
from alliance_analytics.review.development.basis import stage_basis
from alliance_analytics.review.history import History, measure_history
from alliance_analytics.review.labels import Labels, labels
from alliance_analytics.review.quality.variants import released_variants
from alliance_analytics.review.themes.reports import as_corrected, codes_of_reports, themes_from_both
from alliance_analytics.workspace import Workspace, open_workspace

PARAMETERS = ("workspace", "alliance", "wave", "language")


@dataclass(frozen=True)
class Study:
    """The numbers behind every question about one alliance in one wave, all released by its plan.

    Make one with :func:`study`.
    """

    workspace: Workspace
    alliance: str
    wave: str
    language: str

    def __repr__(self) -> str:
        """Return which alliance and wave, and the waves it is compared with."""
        return f"Study of {self.title}, wave {self.wave} ({', '.join(self.history.names)})"

    def _repr_html_(self) -> str:
        title, waves = escape(self.title), escape(", ".join(self.history.names))
        return f"<p><strong>{title}</strong>, wave {escape(self.wave)}, with {waves} behind it.</p>"

    def __getitem__(self, scale: str) -> pd.DataFrame:
        """Return everybody's released estimates of one kind of scale; press Tab after the bracket.

        Raises
        ------
        ParameterError
            If there is no such kind, with the nearest that there is.
        """
        refuse_unknown("kind of scale", scale, SCALE_KINDS)
        return self.estimates(scale)

    def _ipython_key_completions_(self) -> list[str]:
        return list(SCALE_KINDS)

    @cached_property
    def title(self) -> str:
        """What readers call the alliance."""
        return self.workspace.title(self.alliance, self.language)

    @cached_property
    def instrument(self) -> Instrument:
        """The statements that people answered."""
        return self.workspace.instrument(self.alliance, self.wave)

    @cached_property
    def stages(self) -> StageModel:
        """The alliance's own stage model or the one shipped, fitted to the instrument."""
        return stage_model(self.workspace.own_file(self.alliance, "stages.yml")).fitted_to(self.instrument)

    @cached_property
    def labels(self) -> Labels:
        """What readers call everything."""
        return labels(self.instrument, self.stages, self.language)

    @cached_property
    def say(self) -> Words:
        """The sentences of the review."""
        return words("review", self.language)

    @cached_property
    def history(self) -> History:
        """All waves up to this one."""
        return measure_history(self.workspace, self.alliance, self.wave)

    @cached_property
    def released(self) -> pd.DataFrame:
        """Released estimates of all waves."""
        return self.history.released

    def estimates(self, scale: str, *, wave: str | None = None, by: str | None = None) -> pd.DataFrame:
        """Return released estimates of one kind of scale.

        Parameters
        ----------
        scale : str
            dimension, pillar, theme or item.
        wave : str, optional
            This wave when left out.
        by : str, optional
            partner, level or link; everybody when left out.
        """
        measured = self.history.of(wave or self.wave)
        few = by is None and scale != "item"  # had without all the groups and statements
        table = measured.everybody(scale) if few else measured.released
        return table[(table["scale"] == scale) & only_by(table, by)].reset_index(drop=True)

    def before(self, scale: str) -> pd.DataFrame | None:
        """Return everybody's released estimates of the wave before, or None when there is none."""
        previous = self.history.before
        return None if previous is None else self.history.unbroken(self.estimates(scale, wave=previous.wave))

    def changes(self, scale: str) -> pd.DataFrame:
        """Return released changes since the wave before, of one kind of scale."""
        table, _ = self.history.changed_in(self.wave)
        return table[table["scale"] == scale].reset_index(drop=True)

    def parts(self, scale: str) -> pd.DataFrame:
        """Return the same changes taken apart, released."""
        _, table = self.history.changed_in(self.wave)
        return table[table["scale"] == scale].reset_index(drop=True)

    def gaps(self, by: str, scale: str = "dimension") -> pd.DataFrame:
        """Return differences between partners or levels of which both means are shown, the surest first."""
        now = self.history.now
        groups = now.estimates[(now.estimates["scale"] == scale) & only_by(now.estimates, by)]
        released = release_gaps(gaps(groups, by), now.plan, by)
        return released.sort_values("ci_low", ascending=False, ignore_index=True)

    @cached_property
    def everybody(self) -> pd.DataFrame:
        """Everybody's released estimates in all waves, on all kinds of scales."""
        table = self.released
        return table[table[["partner", "level", "link"]].isna().all(axis=1)].reset_index(drop=True)

    @property
    def answered(self) -> pd.Series | None:
        """How many of all invited answered in this wave, or None where that may not be told."""
        return self.history.now.answered

    @cached_property
    def variants(self) -> pd.DataFrame:
        """How the dimension means of this wave would move if its data were treated otherwise."""
        asked = self.workspace.invited(self.alliance, self.wave)
        return released_variants(self.history.now, self.workspace.survey(self.alliance, self.wave), asked)

    @cached_property
    def registers(self) -> Registers:
        """What the alliance wrote down itself: blocks in place, agreements, plan and assumptions."""
        return registers(self.workspace, self.alliance, self.history.names)

    @cached_property
    def stage_basis(self) -> pd.DataFrame:
        """Everything that may speak for a mark, all waves: answers, blocks, partner gaps and reports."""
        blocks = self.registers.blocks.waves
        return stage_basis(self.everybody, self.history, self.themes, blocks, self.instrument.points)

    @property
    def _basis_now(self) -> pd.DataFrame:
        return self.stage_basis[self.stage_basis["wave"] == self.wave]

    @cached_property
    def stage_shares(self) -> pd.DataFrame:
        """Share of draws in each stage, all waves."""
        return stage_shares(self.stage_basis, self.stages)

    @cached_property
    def stage(self) -> pd.Series:
        """The most likely stage of this wave, with its share, and whether it could be placed."""
        table = most_likely_stage(self.stage_shares)
        return table[table["wave"] == self.wave].iloc[0]

    @cached_property
    def stage_evidence(self) -> pd.DataFrame:
        """What speaks for and against each mark in this wave."""
        return stage_evidence(self._basis_now, self.stages)

    @cached_property
    def missing_for_next(self) -> pd.DataFrame:
        """Marks of the next stage that are not met in this wave."""
        return missing_for_next(self._basis_now, self.stages)

    @cached_property
    def main_scale(self) -> str:
        """The kind of scale that says where the alliance stands: pillars, or dimensions where it has none."""
        return "pillar" if self.labels.pillars else "dimension"

    @cached_property
    def weakest(self) -> pd.DataFrame:
        """The weakest pillars of this wave, or what stands in the place of pillars."""
        return weakest_pillars(self.estimates(self.main_scale).assign(scale="pillar"))

    @cached_property
    def codes(self) -> pd.DataFrame:
        """Passages of the reports, all waves, as the coder codes them."""
        return codes_of_reports(self.workspace, self.alliance, self.history.names)

    @cached_property
    def coded(self) -> pd.DataFrame:
        """The same as people corrected them: what every count of passages is of."""
        return as_corrected(self.workspace, self.alliance, self.codes)

    @cached_property
    def themes(self) -> pd.DataFrame:
        """The four themes from statements and from reports, all waves."""
        return themes_from_both(self.released, self.coded)


def study(workspace: str | Path | Workspace, alliance: str = "", wave: str = "", language: str = "") -> Study:
    """Open the study of one alliance in one wave.

    Parameters
    ----------
    workspace : str, Path or Workspace
        A folder of alliances, or one opened.
    alliance : str
        Which alliance; the first one when empty.
    wave : str
        Which wave; the newest when empty.
    language : str
        ``'en'`` or ``'nl'``; the alliance's, or else the workspace's, when empty.

    Raises
    ------
    ParameterError
        If the language is unknown.
    WorkspaceError
        If the alliance or the wave does not exist, with the nearest that does.

    Examples
    --------
    >>> opened = study("data/example", "second-desk")
    >>> opened
    Study of Second Desk, wave 2025 (2022, 2023, 2024, 2025)
    >>> opened["dimension"]["name"].tolist()
    ['content', 'cultural', 'procedural', 'relational']
    """
    if language:
        refuse_unknown("language", language, LANGUAGES)
    opened = workspace if isinstance(workspace, Workspace) else open_workspace(workspace)
    chosen = alliance or opened.alliances[0]
    asked = wave or opened.newest(chosen)
    opened.wave_settings(chosen, asked)  # so that an unknown wave is refused here, not by an exhibit
    own = opened.alliance_settings(chosen).language or opened.settings.language
    return Study(opened, chosen, asked, language or own)


def study_of_notebook(names: Mapping[str, Any]) -> Study:
    """Open the study that the parameters cell of a notebook asks for.

    Parameters
    ----------
    names : mapping
        ``globals()`` of the notebook, right below its parameters.

    Raises
    ------
    ParameterError
        If a parameter was given that the notebook does not know: papermill itself would go on without a word.
    """
    given = {name: value for name, value in names.items() if _looks_given(name, value)}
    for name, value in given.items():
        refuse_unknown("parameter of the notebook", name, PARAMETERS)
        if not isinstance(value, str):
            raise ParameterError(
                "A parameter is not text.",
                where=name,
                found=repr(value),
                allowed="text in quotes",
                remedy=f'Write {name} = "{value}".',
            )
    return study(**given)


def _looks_given(name: str, value: object) -> bool:
    plain = isinstance(value, str | int | float | bool | list | dict) or value is None
    return name in PARAMETERS or (plain and not name.startswith("_") and name not in ("In", "Out"))
