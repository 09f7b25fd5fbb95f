"""A workspace made around one export: the shortest way from an empty folder to a first picture."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.model.instruments import read_instrument
from alliance_analytics.workspace.folder import Workspace, open_workspace
from alliance_analytics.workspace.keys import write_link_key
from alliance_analytics.workspace.layout import SURVEY_ENDINGS


def start_with(
    export: str | Path,
    folder: str | Path,
    *,
    alliance: str = "my-alliance",
    wave: str = "first",
    instrument: str | Path | None = None,
) -> Workspace:
    """Put a copy of an export where its wave belongs, in a new workspace, and open that.

    Parameters
    ----------
    export : str or Path
        As the survey platform made it; ``~`` is one's home. It is copied, never changed.
    folder : str or Path
        A new or empty folder.
    alliance, wave : str
        What to call them; they become names of folders.
    instrument : str or Path, optional
        What was asked, as CSV or YAML; the questionnaire shipped when left out.

    Raises
    ------
    WorkspaceError
        If there is no such export, a name cannot be a folder's, or the folder is not empty: nothing is
        overwritten.
    ModelError
        If the instrument cannot be read.

    Examples
    --------
    >>> start_with("export.docx", "new")
    Traceback (most recent call last):
    ...
    alliance_analytics.errors.WorkspaceError: This is not a survey export.
      Found: export.docx
      Allowed: .csv, .tsv, .xlsx, .xls, .sav, .zsav, .dta, .zip
      What to do: Give the file as the survey platform made it.
    """
    source, root = Path(export).expanduser(), Path(folder).expanduser()
    asked = None if instrument is None else Path(instrument).expanduser()
    _refuse_other_files(source)
    for name in (alliance, wave):
        _refuse_what_names_no_folder(name)
    _refuse_a_full_folder(root)
    if asked is not None:
        read_instrument(asked)
    place = root / alliance / wave
    place.mkdir(parents=True)
    start = files("alliance_analytics.workspace") / "start" / "gitignore"
    (root / ".gitignore").write_text(start.read_text(encoding="utf-8"), encoding="utf-8")
    (root / alliance / "alliance.yml").write_text(f"title: {_titled(alliance)}\n", encoding="utf-8")
    shutil.copyfile(source, place / source.name)
    if asked is not None:
        shutil.copyfile(asked, root / f"instrument{asked.suffix.lower()}")
    write_link_key(root)
    return open_workspace(root)


def _titled(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _refuse_other_files(source: Path) -> None:
    if source.suffix.lower() not in SURVEY_ENDINGS or source.is_dir():
        raise WorkspaceError(
            "This is not a survey export.",
            found=source.name,
            allowed=", ".join(SURVEY_ENDINGS),
            remedy="Give the file as the survey platform made it.",
        )
    if not source.is_file():
        raise WorkspaceError(
            "There is no such file.",
            found=source.name,
            remedy="Check its name and its folder. ~/Downloads is where a browser saves; a folder without "
            "~ or / in front is looked for beside the notebook.",
        )


def _refuse_what_names_no_folder(name: str) -> None:
    if not name or name != Path(name).name or name.startswith("."):
        raise WorkspaceError(
            "An alliance and a wave are called by the name of a folder.",
            found=name,
            remedy="Leave out slashes, and a point in front; alliance.yml holds the title that readers see.",
        )


def _refuse_a_full_folder(root: Path) -> None:
    if root.is_file() or (root.is_dir() and any(root.iterdir())):
        raise WorkspaceError(
            "This is not an empty folder.",
            where=root.name,
            remedy="Give a new folder; nothing was written. Was it made here before? Then open it with "
            "aa.open_workspace.",
        )
