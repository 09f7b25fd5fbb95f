"""One wave of a workspace, from its exports and settings to the responses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import pandas as pd

from alliance_analytics.intake.survey import SurveyIntake, SurveySettings, read_survey
from alliance_analytics.model.crosswalk import ItemChanges
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.workspace.keys import LinkKey
from alliance_analytics.workspace.layout import exports_of
from alliance_analytics.workspace.merging import merged_survey
from alliance_analytics.workspace.questionnaires import ids_now
from alliance_analytics.workspace.settings import AllianceSettings, WaveSettings, survey_settings


class Told(Protocol):
    """What has to be known of a wave to read it, as an opened workspace tells it."""

    @property
    def key(self) -> LinkKey:
        """Links people over the waves."""

    def wave_folder(self, alliance: str, wave: str) -> Path:
        """Return the folder of a wave."""

    def alliance_settings(self, alliance: str) -> AllianceSettings:
        """Return what ``alliance.yml`` says."""

    def wave_settings(self, alliance: str, wave: str) -> WaveSettings:
        """Return what ``wave.yml`` says."""

    def instrument(self, alliance: str, wave: str | None = None) -> Instrument:
        """Return what a wave asks."""

    def invited(self, alliance: str, wave: str) -> pd.DataFrame:
        """Return who was invited."""

    def item_changes(self, alliance: str, earlier: str, later: str) -> ItemChanges:
        """Return what became of the items from one wave to a later one."""

    def survey(self, alliance: str, wave: str) -> SurveyIntake:
        """Return what was read from the exports of a wave."""


def survey_of(workspace: Told, alliance: str, wave: str, keep: frozenset[str]) -> SurveyIntake:
    """Return what all exports of a wave hold together.

    Parameters
    ----------
    workspace, alliance, wave
        Which wave.
    keep : frozenset of str
        Kinds of record that count beside those of the wave's settings.

    Raises
    ------
    AllianceError
        If the wave has no export, or one cannot be read without a guess.
    """
    settings = _settings(workspace, alliance, wave)
    read = partial(
        read_survey,
        instrument=workspace.instrument(alliance, wave),
        settings=settings,
        alliance=alliance,
        wave=wave,
        link_key=workspace.key.of_wave(alliance, wave),
        keep_rows=keep,
    )
    read_each = [read(path) for path in exports_in(workspace, alliance, wave)]
    return merged_survey(read_each, {*settings.keep_rows, *keep})


def responses_of(workspace: Told, chosen: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return the responses of several waves in one frame, items by the ids of each alliance's newest of them.

    Parameters
    ----------
    workspace
        Where they are.
    chosen : sequence of (str, str)
        Alliance and wave, the waves of an alliance oldest first.
    """
    newest = dict(chosen)
    names = [ids_now(wave, workspace.item_changes(name, wave, newest[name])) for name, wave in chosen]
    read = (workspace.survey(*pair).responses for pair in chosen)
    renamed = [table.rename(columns=ids) for table, ids in zip(read, names, strict=True)]
    return pd.concat(renamed, ignore_index=True)


def exports_in(workspace: Told, alliance: str, wave: str) -> tuple[Path, ...]:
    """Return the exports of a wave: the one that its settings name, or all that lie in its folder.

    Raises
    ------
    WorkspaceError
        If there is none.
    """
    named = workspace.wave_settings(alliance, wave).file
    return exports_of(workspace.wave_folder(alliance, wave), named, f"{alliance}/{wave}")


def _settings(workspace: Told, alliance: str, wave: str) -> SurveySettings:
    """Return how the wave is read; partners are those of the alliance and of the list of who was invited."""
    partners = {each.name: each.variants for each in workspace.alliance_settings(alliance).partners}
    for name in workspace.invited(alliance, wave)["partner"]:
        partners.setdefault(str(name), ())
    return survey_settings(
        workspace.wave_settings(alliance, wave), partners, workspace.wave_folder(alliance, wave)
    )
