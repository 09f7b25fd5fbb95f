"""An opened workspace: ask it for frames by alliance and wave. Files are read once, when asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from alliance_analytics.errors import AllianceError, WorkspaceError, did_you_mean
from alliance_analytics.intake.survey import SurveyIntake
from alliance_analytics.model.crosswalk import ItemChanges
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.release_rule import ReleaseRule, release_rule
from alliance_analytics.workspace.keys import LinkKey, link_key
from alliance_analytics.workspace.layout import (
    alliance_folders,
    dictionary_files,
    no_wave,
    report_files,
    wave_folders,
)
from alliance_analytics.workspace.questionnaires import (
    changes_over,
    instrument_of_alliance,
    instrument_of_wave,
)
from alliance_analytics.workspace.settings import (
    AllianceSettings,
    WaveSettings,
    WorkspaceSettings,
    settings_from,
    title_in,
)
from alliance_analytics.workspace.shown import Responses, waves_as_html
from alliance_analytics.workspace.surveys import exports_in, responses_of, survey_of
from alliance_analytics.workspace.tables import invited_of, wave_from_table

if TYPE_CHECKING:
    from alliance_analytics.intake.documents.passages import DocumentIntake

Read = TypeVar("Read")


def open_workspace(folder: str | Path) -> Workspace:
    """Open a folder of alliances, or the folder of one alliance.

    Raises
    ------
    WorkspaceError
        If there is no alliance in it, with what to do next.

    Examples
    --------
    >>> open_workspace("data/example")
    Workspace
      high-water-together: 2021, 2022, 2023, 2024, 2025
      second-desk: 2022, 2023, 2024, 2025
    """
    root = Path(folder).expanduser()
    folders, settings = alliance_folders(root), settings_from(root / "workspace.yml", WorkspaceSettings)
    return Workspace(root, folders, settings, link_key(root, synthetic=settings.synthetic))


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

    def _repr_html_(self) -> str:
        return waves_as_html(self.name, {alliance: self.waves(alliance) for alliance in self.alliances})

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
            raise no_wave(alliance, None, ())
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

    def instrument(self, alliance: str, wave: str | None = None) -> Instrument:
        """Return what an alliance asks (its own file, the workspace's, or the default), or one wave's own."""
        return self._once(("instrument", alliance, wave), partial(self._instrument, alliance, wave))

    def item_changes(self, alliance: str, earlier: str, later: str) -> ItemChanges:
        """Return what became of the items from one wave to a later one, over all waves in between.

        Raises
        ------
        ModelError
            If an instrument or a crosswalk is broken.
        """
        between = self.waves(alliance)
        between = between[between.index(earlier) : between.index(later) + 1]
        asked = [(self.wave_folder(alliance, w), self.instrument(alliance, w)) for w in between]
        return self._once(("changes", alliance, earlier, later), partial(changes_over, asked))

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
        table = self._once(("invited", alliance, wave), partial(self._invited, alliance, wave))
        return table.assign(alliance=alliance, wave=wave)[["alliance", "wave", "partner", "level", "invited"]]

    def survey(self, alliance: str, wave: str, *, keep_rows: Collection[str] = ()) -> SurveyIntake:
        """Return what was read from the exports of one wave: responses, comments and the intake log.

        Parameters
        ----------
        alliance, wave : str
            Which wave. Its items have the ids that they had in that wave.
        keep_rows : collection of str, optional
            Kinds of record that count although they are usually left out, beside those of ``wave.yml``.

        Raises
        ------
        ParameterError
            If there is no such kind of record, or none that can be kept.
        WorkspaceError
            If the wave has no export.
        ExportError
            If an export cannot be read unambiguously.
        """
        asked = alliance, wave, frozenset(keep_rows)
        return self._once(("survey", *asked), partial(survey_of, self, *asked))

    def wave_folder(self, alliance: str, wave: str) -> Path:
        """Return the folder of a wave.

        Raises
        ------
        WorkspaceError
            If there is no such wave.
        """
        folders = wave_folders(self._alliance_folder(alliance))
        if wave not in folders:
            raise no_wave(alliance, wave, folders)
        return folders[wave]

    def documents(self, alliance: str, wave: str) -> DocumentIntake:
        """Return what was read from the reports of one wave: passages and a log."""
        # Readers of six formats: scores and settings are had without them.
        from alliance_analytics.intake.documents.passages import read_documents  # noqa: PLC0415

        files = report_files(self.wave_folder(alliance, wave))
        read = partial(read_documents, files, alliance=alliance, wave=wave)
        return self._once(("documents", alliance, wave), read)

    def files(self, alliance: str, wave: str) -> tuple[Path, ...]:
        """Return the exports, data dictionaries and reports that a wave is read from, in a fixed order."""
        folder = self.wave_folder(alliance, wave)
        return (*exports_in(self, alliance, wave), *dictionary_files(folder), *report_files(folder))

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
            Statements that describe the bad end are not turned here; scoring does that. Items have the ids
            of the newest of an alliance's waves; what it no longer asks keeps its own.

        Raises
        ------
        AllianceError
            If there is no such alliance or wave, or a wave cannot be read.

        Examples
        --------
        >>> open_workspace("data/example").responses("second-desk", "2025").shape
        (33, 61)
        """
        alliances = self.alliances if alliance is None else (alliance,)
        asked = [(name, each) for name in alliances for each in self.waves(name)]
        chosen = [pair for pair in asked if wave in (None, pair[1])]
        if not chosen:
            raise no_wave(alliance, wave, [each for _, each in asked])
        return Responses(responses_of(self, chosen))

    def _age(self, alliance: str, wave: str) -> tuple[str, str]:
        try:
            return str(self.date(alliance, wave) or wave), wave
        except AllianceError:  # told when the wave itself is read; the others keep their place
            return wave, wave

    def _once(self, key: tuple[Any, ...], read: Callable[[], Read]) -> Read:
        found: Read = self._read[key] if key in self._read else self._read.setdefault(key, read())
        return found

    def _alliance_folder(self, alliance: str) -> Path:
        if alliance not in self.folders:
            raise WorkspaceError(
                "There is no such alliance.", found=alliance, remedy=did_you_mean(alliance, self.folders)
            )
        return self.folders[alliance]

    def _wave_settings(self, alliance: str, wave: str) -> WaveSettings:
        own = self.wave_folder(alliance, wave) / "wave.yml"
        table = self._alliance_folder(alliance) / "waves.csv"
        in_table = table.exists() and not own.exists()
        return wave_from_table(table, wave) if in_table else settings_from(own, WaveSettings)

    def _instrument(self, alliance: str, wave: str | None) -> Instrument:
        if wave is not None:
            named = self.wave_settings(alliance, wave).instrument
            own = instrument_of_wave(self.wave_folder(alliance, wave), named)
            return own or self.instrument(alliance)
        left_out = self.alliance_settings(alliance).modules_left_out
        return instrument_of_alliance(self._alliance_folder(alliance), self.root, left_out)

    def _invited(self, alliance: str, wave: str) -> pd.DataFrame:
        folders = self.wave_folder(alliance, wave), self._alliance_folder(alliance)
        told = self.wave_settings(alliance, wave).invited
        return invited_of(folders, wave, self.instrument(alliance, wave), told)
