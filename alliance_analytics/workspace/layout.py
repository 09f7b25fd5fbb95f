"""Find alliances, waves, exports and reports: ``<workspace>/<alliance>/<wave>/`` with ``reports/`` inside.

Files are told apart by place and ending; what an export is, its content says later. Only a data dictionary is
told from the export that it explains, which lies beside it and ends alike.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from alliance_analytics.errors import WorkspaceError, did_you_mean
from alliance_analytics.intake.data_dictionary import is_dictionary_file

SURVEY_ENDINGS = (".csv", ".tsv", ".xlsx", ".xls", ".sav", ".zsav", ".dta", ".zip")
INSTRUMENT_FILES = ("instrument.yml", "instrument.yaml", "instrument.csv")
CROSSWALK_FILES = ("crosswalk.yml", "crosswalk.yaml", "crosswalk.csv")
REGISTERS = ("agreements", "plan", "scorecard", "assumptions")
TABLES = (
    "invited.csv", "waves.csv", "instrument.csv", "crosswalk.csv", "forgotten.csv",
    "corrections.csv", "blind-sample.csv",
    *(f"{name}{ending}" for name in REGISTERS for ending in (".csv", ".xlsx")),
)  # fmt: skip
FORGOTTEN = "forgotten.csv"
"""What was erased when; it says of nobody who it was."""
REPORTS = "reports"
LATE = "late"
ALLIANCE_MARKS = ("alliance.yml", "waves.csv")
"""Files that lie in the folder of an alliance and nowhere else."""
SHARED_MARKS = ("invited.csv", *INSTRUMENT_FILES)
"""Files that may lie in an alliance, and beside or inside it as well."""


def alliance_folders(root: Path) -> dict[str, Path]:
    """Return alliance name to folder, sorted by name; ``root`` may be one alliance itself.

    Raises
    ------
    WorkspaceError
        If there is no such folder, or no alliance in it.
    """
    if not root.is_dir():
        raise WorkspaceError(
            "This is not a folder.", where=root.name, remedy="Give the folder that holds your alliances."
        )
    found = {folder.name: folder for folder in _folders(root) if _is_alliance(folder)}
    if _stands_alone(root, holds_alliances=bool(found)):
        return {root.resolve().name: root}
    if not found:
        raise WorkspaceError(
            "There is no alliance in this folder.",
            where=root.name,
            found=", ".join(folder.name for folder in _folders(root)) or "no folders",
            allowed="<workspace>/<alliance>/<wave>/ with a survey export in each wave",
            remedy="Run alliance init to write a commented start.",
        )
    return found


def wave_folders(alliance: Path) -> dict[str, Path]:
    """Return wave name to folder, sorted by name."""
    return {folder.name: folder for folder in _folders(alliance) if _is_wave(folder)}


def other_folders(alliance: Path) -> tuple[str, ...]:
    """Return the names of folders in an alliance that hold nothing of a wave."""
    return tuple(folder.name for folder in _folders(alliance) if not _is_wave(folder))


def survey_files(wave: Path) -> tuple[Path, ...]:
    """Return the survey exports that lie directly in the folder of a wave."""
    return tuple(sorted(path for path in wave.iterdir() if _is_survey(path) and not is_dictionary_file(path)))


def exports_of(wave: Path, named: str | None, where: str) -> tuple[Path, ...]:
    """Return the exports that a wave is read from: the one that its settings name, or all in its folder.

    Raises
    ------
    WorkspaceError
        If there is none; ``where`` says which wave it is.
    """
    files = (wave / named,) if named else survey_files(wave)
    if files and all(path.exists() for path in files):
        return files
    raise WorkspaceError(
        "This wave has no survey export.",
        where=where,
        found=named or ", ".join(sorted(path.name for path in wave.iterdir())) or "an empty folder",
        allowed=f"one export of the survey platform: {', '.join(SURVEY_ENDINGS)}",
        remedy="Put the export into the folder of the wave, or take the wave's folder away.",
    )


def dictionary_files(wave: Path) -> tuple[Path, ...]:
    """Return the data dictionaries that lie beside the exports of a wave."""
    return tuple(sorted(path for path in wave.iterdir() if is_dictionary_file(path)))


def report_files(wave: Path) -> tuple[Path, ...]:
    """Return the documents in ``reports/``, hidden files left out."""
    folder = wave / REPORTS
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    )


def late_files(wave: Path) -> tuple[Path, ...]:
    """Return later drawings of an export, kept beside it in ``late/``."""
    folder = wave / LATE
    return tuple(sorted(path for path in folder.iterdir() if _is_survey(path))) if folder.is_dir() else ()


def instrument_file(*folders: Path) -> Path | None:
    """Return the first instrument file found in ``folders``, or None."""
    return _first(INSTRUMENT_FILES, folders)


def crosswalk_file(*folders: Path) -> Path | None:
    """Return the first crosswalk found in ``folders``, or None."""
    return _first(CROSSWALK_FILES, folders)


def _first(names: tuple[str, ...], folders: tuple[Path, ...]) -> Path | None:
    places = (folder / name for folder in folders for name in names)
    return next((path for path in places if path.exists()), None)


def _folders(root: Path) -> list[Path]:
    folders = (path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    return sorted(folder for folder in folders if folder.name not in (REPORTS, LATE))


def _is_survey(path: Path) -> bool:
    name = path.name.lower()
    return (
        path.is_file()
        and path.suffix.lower() in SURVEY_ENDINGS
        and name not in TABLES
        and name[0] not in ".~"
    )


def _is_wave(folder: Path) -> bool:
    return (folder / "wave.yml").exists() or (folder / REPORTS).is_dir() or bool(survey_files(folder))


def _is_alliance(folder: Path) -> bool:
    certain = _has(folder, ALLIANCE_MARKS) or bool(wave_folders(folder))
    return certain or (_has(folder, SHARED_MARKS) and not _is_wave(folder))


def _stands_alone(root: Path, *, holds_alliances: bool) -> bool:
    """Return whether a folder is one alliance itself; a stray file in an alliance does not make it a wave."""
    if (root / "workspace.yml").exists():
        return False
    return _has(root, ALLIANCE_MARKS) or (not holds_alliances and _is_alliance(root))


def _has(folder: Path, names: tuple[str, ...]) -> bool:
    return any((folder / name).exists() for name in names)


def no_wave(alliance: str | None, wave: str | None, known: Collection[str]) -> WorkspaceError:
    """Return the error of a wave that is not there, with the nearest of those that are."""
    if known and wave is not None:
        return WorkspaceError(
            "There is no such wave.", where=alliance, found=wave, remedy=did_you_mean(wave, known)
        )
    return WorkspaceError(
        "There is no wave.", where=alliance, remedy="Make a folder for the wave and drop the export in."
    )
