"""What there is to run: one job a review."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from alliance_analytics.workspace import Workspace

Status = Literal["done", "unchanged", "failed", "skipped"]
Kernel = Literal["inside", "forked", "ordinary"]
CORES, TIMEOUT = os.cpu_count() or 1, 900.0
"""How many reviews are made at once, and seconds that one may take, when nobody says."""
PATHS = ("notebook", "workspace", "page")
EVERYBODY = "everybody"
"""The audience that is given the whole review."""


@dataclass(frozen=True)
class Job:
    """One notebook to run: for one alliance and wave, in one language, to one page."""

    notebook: Path
    workspace: Path
    alliance: str
    wave: str
    language: str
    page: Path
    contact: str = ""
    """Who readers may ask: the only address that a page may hold."""
    audience: str = EVERYBODY
    sections: tuple[str, ...] = ()
    """Sections of the review that this audience is given; all of them when empty."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Parameters of the notebook beside alliance, wave and language."""
    extras: tuple[str, ...] = ()
    """Names of the further files to make of the same exhibits (see ``extras.py``)."""
    checks: tuple[str, ...] = ()
    """Places of the functions that look at it before it is put in place (see ``extras.py``)."""
    kernel: Kernel = "ordinary"
    label: str = ""
    """What the index calls it: the wave, with language and audience where there are several."""
    title: str = ""
    """What the index calls the alliance."""

    @property
    def parameters(self) -> dict[str, Any]:
        """What papermill puts into the notebook."""
        return {
            **self.settings,
            "workspace": str(self.workspace),
            "alliance": self.alliance,
            "wave": self.wave,
            "language": self.language,
        }

    @property
    def name(self) -> str:
        """The page, within the folder of the pages: what the job is called in a manifest and in a log."""
        return f"{self.alliance}/{self.page.name}"

    def as_plain(self) -> dict[str, Any]:
        """Return the job as JSON can hold it."""
        return asdict(self) | {name: str(getattr(self, name)) for name in PATHS}


def job_from_plain(plain: Mapping[str, Any]) -> Job:
    """Return the job that :meth:`Job.as_plain` wrote down."""
    paths = {name: Path(plain[name]) for name in PATHS}
    listed = {name: tuple(plain[name]) for name in ("sections", "extras", "checks")}
    return Job(**{**plain, **paths, **listed})


@dataclass(frozen=True)
class Outcome:
    """What became of a job. ``cell`` counts code cells from 1; ``reason`` and ``remedy`` are for people.

    ``seconds`` are those of the clock, ``memory`` is the most that the process held at once, in MiB; of a
    review that is unchanged they are those of the run that made it.
    """

    alliance: str
    wave: str
    status: Status
    page: str = ""
    headline: str = ""
    cell: int | None = None
    reason: str = ""
    remedy: str = ""
    seconds: float = 0.0
    memory: int | None = None
    notebook: str = ""
    language: str = ""
    audience: str = EVERYBODY
    files: tuple[str, ...] = ()
    """Further files that were made, within the folder of the pages."""
    label: str = ""
    title: str = ""


def outcome_of(job: Job, status: Status, **found: Any) -> Outcome:
    """Return an outcome that says which job it is of."""
    return Outcome(
        job.alliance,
        job.wave,
        status,
        notebook=job.notebook.name,
        language=job.language,
        audience=job.audience,
        label=job.label or job.wave,
        title=job.title,
        **found,
    )


def plan_jobs(
    workspace: Workspace,
    notebook: Path,
    out: Path,
    *,
    alliances: Sequence[str] = (),
    wave: str | None = None,
    language: str | None = None,
) -> tuple[tuple[Job, ...], tuple[Outcome, ...]]:
    """Return the jobs asked for, and the outcomes of those that there is nothing to do for.

    Parameters
    ----------
    workspace : Workspace
        Where the data is.
    notebook : Path
        What to run.
    out : Path
        Folder of the pages: ``<out>/<alliance>/<wave>.html``.
    alliances : sequence of str
        All of them when empty.
    wave : str, optional
        The newest of each alliance when left out. An alliance without that wave is skipped.
    language : str, optional
        The alliance's own, or the workspace's, when left out.

    Raises
    ------
    WorkspaceError
        If there is no such alliance.
    """
    jobs, skipped = [], []
    for alliance in alliances or workspace.alliances:
        waves = workspace.waves(alliance)
        chosen = wave or (waves[-1] if waves else "")
        if chosen not in waves:
            skipped.append(without_wave(alliance, chosen, waves))
            continue
        jobs.append(
            Job(
                notebook,
                workspace.root.resolve(),
                alliance,
                chosen,
                language or spoken(workspace, alliance),
                out / alliance / f"{chosen}.html",
                workspace.settings.contact,
                label=chosen,
                title=called(workspace, alliance),
            )
        )
    return tuple(jobs), tuple(skipped)


def called(workspace: Workspace, alliance: str) -> str:
    """Return the title of an alliance in the language of the index."""
    return workspace.title(alliance, workspace.settings.language)


def spoken(workspace: Workspace, alliance: str) -> str:
    """Return the language of an alliance: its own, or the workspace's."""
    return workspace.alliance_settings(alliance).language or workspace.settings.language


def without_wave(alliance: str, wave: str, waves: Sequence[str]) -> Outcome:
    """Return the outcome of a review that there is no wave for."""
    reason = f"It has no wave {wave!r}." if wave else "It has no wave."
    remedy = (
        f"Use one of: {', '.join(waves)}." if waves else "Make a folder for the wave and drop the export in."
    )
    return Outcome(alliance, wave, "skipped", reason=reason, remedy=remedy, label=wave)
