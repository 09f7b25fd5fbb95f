"""An opened workspace: ask it for frames by alliance and wave. Files are read once, when asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from alliance_analytics.errors import AllianceError, WorkspaceError, did_you_mean
from alliance_analytics.intake.documents.passages import DocumentIntake, read_documents
from alliance_analytics.intake.survey import SurveyIntake, SurveySettings, read_survey
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import default_instrument, read_instrument, without_modules
from alliance_analytics.model.release_rule import ReleaseRule, release_rule
from alliance_analytics.workspace.keys import LinkKey, link_key
from alliance_analytics.workspace.layout import (
    alliance_folders,
    instrument_file,
    report_files,
    survey_files,
    wave_folders,
)
from alliance_analytics.workspace.merging import merged_survey
from alliance_analytics.workspace.settings import (
    AllianceSettings,
    WaveSettings,
    WorkspaceSettings,
    settings_from,
    title_in,
)
from alliance_analytics.workspace.tables import invited_from_settings, invited_from_table, wave_from_table

Read = TypeVar("Read")


def open_workspace(folder: str | Path) -> Workspace:
    """Open a folder of alliances, or the folder of one alliance.

    Raises
    ------
    WorkspaceError
        If there is no alliance in it, with what to do next.
    """
    root = Path(folder)
    folders = alliance_folders(root)
    return Workspace(root, folders, settings_from(root / "workspace.yml", WorkspaceSettings), link_key(root))


@dataclass(frozen=True)
class Workspace:
    """Frames of all alliances and waves in a folder. Make one with :func:`open_workspace`.

    Attributes
    ----------
    root : Path
        The folder.
    folders : dict
        Alliance name to its folder.
    settings : WorkspaceSettings
        What ``workspace.yml`` says.
    key : LinkKey
        Links people over the waves.
    """

    root: Path
    folders: dict[str, Path]
    settings: WorkspaceSettings
    key: LinkKey
    _read: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def __repr__(self) -> str:
        """Return the names of alliances and waves; never a path, a row or a key."""
        lines = [
            f"{alliance}: {', '.join(self.waves(alliance)) or 'no waves'}" for alliance in self.alliances
        ]
        return "\n".join(["Workspace", *(f"  {line}" for line in lines)])

    @property
    def name(self) -> str:
        """Name of the folder."""
        return self.root.resolve().name

    @property
    def alliances(self) -> tuple[str, ...]:
        """Names of the alliances, sorted."""
        return tuple(self.folders)

    def waves(self, alliance: str) -> tuple[str, ...]:
        """Return the names of an alliance's waves, oldest first."""
        names = wave_folders(self._alliance_folder(alliance))
        return tuple(sorted(names, key=partial(self._age, alliance)))

    def newest(self, alliance: str) -> str:
        """Return the newest wave of an alliance.

        Raises
        ------
        WorkspaceError
            If it has no wave.
        """
        waves = self.waves(alliance)
        if not waves:
            raise _no_wave(alliance, None, ())
        return waves[-1]

    def title(self, alliance: str, language: str) -> str:
        """Return what readers call the alliance."""
        return title_in(self.alliance_settings(alliance).title, language, alliance)

    def alliance_settings(self, alliance: str) -> AllianceSettings:
        """Return what ``alliance.yml`` says."""
        path = self._alliance_folder(alliance) / "alliance.yml"
        return self._once(("alliance", alliance), partial(settings_from, path, AllianceSettings))

    def wave_settings(self, alliance: str, wave: str) -> WaveSettings:
        """Return what ``wave.yml``, or else the wave's row of ``waves.csv``, says."""
        return self._once(("wave", alliance, wave), partial(self._wave_settings, alliance, wave))

    def date(self, alliance: str, wave: str) -> datetime.date | None:
        """Return the date of a wave, if any file says it."""
        return self.wave_settings(alliance, wave).date

    def instrument(self, alliance: str) -> Instrument:
        """Return the alliance's instrument: its own file, the workspace's, or *Mastering Alliances*."""
        return self._once(("instrument", alliance), partial(self._instrument, alliance))

    def own_file(self, alliance: str, name: str) -> Path | None:
        """Return an alliance's or the workspace's own file of the model, e.g. ``stages.yml``, if any."""
        places = (self._alliance_folder(alliance) / name, self.root / name)
        return next((path for path in places if path.exists()), None)

    def rule(self, alliance: str, wave: str) -> ReleaseRule:
        """Return the release rule of a wave, raised where ``wave.yml`` says so."""
        return release_rule().raised(self.wave_settings(alliance, wave).release_rule)

    def invited(self, alliance: str, wave: str) -> pd.DataFrame:
        """Return who was invited.

        Returns
        -------
        frame
            Columns alliance, wave, partner, level (id) and invited (people); no rows when nobody said.
        """
        table = self._invited(alliance, wave)
        return table.assign(alliance=alliance, wave=wave)[["alliance", "wave", "partner", "level", "invited"]]

    def survey(self, alliance: str, wave: str) -> SurveyIntake:
        """Return what was read from the exports of one wave: responses, comments and the intake log.

        Raises
        ------
        WorkspaceError
            If the wave has no export.
        ExportError
            If an export cannot be read unambiguously.
        """
        return self._once(("survey", alliance, wave), partial(self._survey, alliance, wave))

    def documents(self, alliance: str, wave: str) -> DocumentIntake:
        """Return what was read from the reports of one wave: passages and a log."""
        files = report_files(self._wave_folder(alliance, wave))
        read = partial(read_documents, files, alliance=alliance, wave=wave)
        return self._once(("documents", alliance, wave), read)

    def files(self, alliance: str, wave: str) -> tuple[Path, ...]:
        """Return the exports and reports that a wave is read from, in a fixed order."""
        return (*self._exports(alliance, wave), *report_files(self._wave_folder(alliance, wave)))

    def responses(self, alliance: str | None = None, wave: str | None = None) -> pd.DataFrame:
        """Return one row a respondent.

        Parameters
        ----------
        alliance, wave : str, optional
            All of them when left out.

        Returns
        -------
        frame
            Columns alliance, wave, person (keyed hash, missing where nobody can be linked), partner, level,
            and one float column an item: 1 to 5 *as answered*, NaN where there is no usable answer.
            Statements that describe the bad end are not turned here; scoring does that.

        Raises
        ------
        AllianceError
            If there is no such alliance or wave, or a wave cannot be read.
        """
        alliances = self.alliances if alliance is None else (alliance,)
        asked = [(name, each) for name in alliances for each in self.waves(name)]
        chosen = [pair for pair in asked if wave in (None, pair[1])]
        if not chosen:
            raise _no_wave(alliance, wave, [each for _, each in asked])
        return pd.concat([self.survey(*pair).responses for pair in chosen], ignore_index=True)

    def _age(self, alliance: str, wave: str) -> tuple[str, str]:
        try:
            return str(self.date(alliance, wave) or wave), wave
        except AllianceError:  # told when the wave itself is read; the others keep their place
            return wave, wave

    def _once(self, key: tuple[Any, ...], read: Callable[[], Read]) -> Read:
        if key not in self._read:
            self._read[key] = read()
        found: Read = self._read[key]
        return found

    def _alliance_folder(self, alliance: str) -> Path:
        if alliance not in self.folders:
            raise WorkspaceError(
                "There is no such alliance.", found=alliance, remedy=did_you_mean(alliance, self.folders)
            )
        return self.folders[alliance]

    def _wave_folder(self, alliance: str, wave: str) -> Path:
        folders = wave_folders(self._alliance_folder(alliance))
        if wave not in folders:
            raise _no_wave(alliance, wave, folders)
        return folders[wave]

    def _wave_settings(self, alliance: str, wave: str) -> WaveSettings:
        own, table = (
            self._wave_folder(alliance, wave) / "wave.yml",
            self._alliance_folder(alliance) / "waves.csv",
        )
        if not own.exists() and table.exists():
            return wave_from_table(table, wave)
        return settings_from(own, WaveSettings)

    def _instrument(self, alliance: str) -> Instrument:
        path = instrument_file(self._alliance_folder(alliance), self.root)
        whole = read_instrument(path) if path else default_instrument()
        left_out = self.alliance_settings(alliance).modules_left_out
        return without_modules(whole, left_out) if left_out else whole

    def _invited(self, alliance: str, wave: str) -> pd.DataFrame:
        instrument, folder = self.instrument(alliance), self._wave_folder(alliance, wave)
        for path in (folder / "invited.csv", self._alliance_folder(alliance) / "invited.csv"):
            table = invited_from_table(path, wave, instrument) if path.exists() else pd.DataFrame()
            if len(table):
                return table
        return invited_from_settings(
            self.wave_settings(alliance, wave).invited, instrument, f"{wave}/wave.yml"
        )

    def _survey(self, alliance: str, wave: str) -> SurveyIntake:
        settings, instrument = self._survey_settings(alliance, wave), self.instrument(alliance)
        read = partial(
            read_survey,
            instrument=instrument,
            settings=settings,
            alliance=alliance,
            wave=wave,
            link_key=self.key.value,
        )
        return merged_survey([read(path) for path in self._exports(alliance, wave)])

    def _exports(self, alliance: str, wave: str) -> tuple[Path, ...]:
        folder, named = self._wave_folder(alliance, wave), self.wave_settings(alliance, wave).file
        files = (folder / named,) if named else survey_files(folder)
        if not files or not all(path.exists() for path in files):
            raise WorkspaceError(
                "This wave has no survey export.",
                where=f"{alliance}/{wave}",
                found=named or ", ".join(sorted(path.name for path in folder.iterdir())) or "an empty folder",
                allowed="one export of the survey platform: .csv, .tsv, .xlsx, .sav",
                remedy="Put the export into the folder of the wave, or take the wave's folder away.",
            )
        return files

    def _survey_settings(self, alliance: str, wave: str) -> SurveySettings:
        wave_settings, named = self.wave_settings(alliance, wave), self.alliance_settings(alliance).partners
        partners = {partner.name: partner.variants for partner in named}
        for name in self.invited(alliance, wave)["partner"]:
            partners.setdefault(str(name), ())
        return SurveySettings(
            platform=wave_settings.platform,
            partners=partners,
            answer_codes=wave_settings.answer_codes,
            partner_codes=wave_settings.partner_codes,
            level_codes=wave_settings.level_codes,
            mapping=wave_settings.mapping,
            language=wave_settings.language,
        )


def _no_wave(alliance: str | None, wave: str | None, known: Collection[str]) -> WorkspaceError:
    if known and wave is not None:
        return WorkspaceError(
            "There is no such wave.", where=alliance, found=wave, remedy=did_you_mean(wave, known)
        )
    return WorkspaceError(
        "There is no wave.", where=alliance, remedy="Make a folder for the wave and drop the export in."
    )
