"""All studies of a workspace under their names, so that a key can be completed and none is measured twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alliance_analytics.errors import AllianceError
from alliance_analytics.review.study import Study, study
from alliance_analytics.workspace import Workspace, open_workspace

Name = str | tuple[str, ...]


@dataclass(frozen=True)
class Studies(Mapping[Name, Study]):
    """The study of each alliance in each wave. Make them with :func:`studies`."""

    workspace: Workspace
    _opened: dict[tuple[str, ...], Study] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, name: Name) -> Study:
        """Return a study.

        Parameters
        ----------
        name : str or tuple of str
            Alliance; alliance and wave; or alliance, wave and language. The newest wave when left out.

        Raises
        ------
        WorkspaceError
            If there is no such alliance or wave, with the nearest that there is.
        """
        asked = (name,) if isinstance(name, str) else tuple(name)
        if asked not in self._opened:
            self._opened[asked] = study(self.workspace, *asked)
        return self._opened[asked]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield alliance and wave, alliances by name and waves by age."""
        workspace = self.workspace
        return ((name, wave) for name in workspace.alliances for wave in workspace.waves(name))

    def __len__(self) -> int:
        """Return how many waves there are."""
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        """Return the names of alliances and waves."""
        return repr(self.workspace).replace("Workspace", "Studies", 1)

    def _repr_html_(self) -> str:
        return self.workspace._repr_html_()

    def titles(self, language: str) -> list[tuple[str, str]]:
        """Return what readers call each alliance, and its name."""
        return [(self._title(name, language), name) for name in self.workspace.alliances]

    def _title(self, alliance: str, language: str) -> str:
        try:
            return self.workspace.title(alliance, language)
        except AllianceError:  # whoever asks for its study is told
            return alliance

    def _ipython_key_completions_(self) -> list[Name]:
        return [*self.workspace.alliances, *self]


def studies(workspace: str | Path | Workspace) -> Studies:
    """Return all studies of a workspace, to be had by name; press Tab after the bracket.

    Parameters
    ----------
    workspace : str, Path or Workspace
        A folder of alliances, or one opened.

    Raises
    ------
    WorkspaceError
        If the folder holds no alliance.

    Examples
    --------
    >>> studies("data/example")["second-desk", "2025"]
    Study of Second Desk, wave 2025 (2022, 2023, 2024, 2025)
    """
    return Studies(workspace if isinstance(workspace, Workspace) else open_workspace(workspace))
