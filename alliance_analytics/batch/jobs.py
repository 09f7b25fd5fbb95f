"""What there is to run: one job a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from alliance_analytics.workspace import Workspace

Status = Literal["done", "failed", "skipped"]


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

    @property
    def parameters(self) -> dict[str, str]:
        """What papermill puts into the notebook."""
        return {
            "workspace": str(self.workspace),
            "alliance": self.alliance,
            "wave": self.wave,
            "language": self.language,
        }


@dataclass(frozen=True)
class Outcome:
    """What became of a job. ``cell`` counts code cells from 1; ``reason`` and ``remedy`` are for people."""

    alliance: str
    wave: str
    status: Status
    page: str = ""
    headline: str = ""
    cell: int | None = None
    reason: str = ""
    remedy: str = ""
    seconds: float = 0.0


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
    """
    jobs, skipped = [], []
    for alliance in alliances or workspace.alliances:
        waves = workspace.waves(alliance)
        chosen = wave or (waves[-1] if waves else "")
        if chosen not in waves:
            skipped.append(_skipped(alliance, chosen, waves))
            continue
        own = workspace.alliance_settings(alliance).language or workspace.settings.language
        page = out / alliance / f"{chosen}.html"
        root, contact = workspace.root.resolve(), workspace.settings.contact
        jobs.append(Job(notebook, root, alliance, chosen, language or own, page, contact))
    return tuple(jobs), tuple(skipped)


def _skipped(alliance: str, wave: str, waves: Sequence[str]) -> Outcome:
    reason = f"It has no wave {wave!r}." if wave else "It has no wave."
    remedy = (
        f"Use one of: {', '.join(waves)}." if waves else "Make a folder for the wave and drop the export in."
    )
    return Outcome(alliance, wave, "skipped", reason=reason, remedy=remedy)
