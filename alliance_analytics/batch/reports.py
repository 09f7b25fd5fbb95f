"""``reports.yaml``: many reports from one source, for which alliances, waves, languages and audiences.

reports:
  - alliances: [harbour, canal]     # all of them when left out
    waves: newest                   # or all, or a list
    languages: [en, nl]             # each alliance's own when left out
    audiences: [everybody, board]
audiences:
  board: [main-points, standing, agenda]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from alliance_analytics.batch.jobs import EVERYBODY, Job, Outcome, called, spoken, without_wave
from alliance_analytics.batch.notebooks import notebook_named, refuse_undeclared
from alliance_analytics.errors import ParameterError, did_you_mean
from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Entry, Language
from alliance_analytics.workspace import Workspace

REVIEW = "annual-review"


class Report(Entry):
    """Reports of one kind: every alliance, wave, language and audience named, each with each."""

    alliances: tuple[str, ...] = Field(default=(), description="All of them when left out.")
    waves: Literal["newest", "all"] | tuple[str, ...] = "newest"
    languages: tuple[Language, ...] = Field(default=(), description="The alliance's own when left out.")
    audiences: tuple[str, ...] = (EVERYBODY,)
    notebook: str = Field(default=REVIEW, description="End of the name of a notebook of the project.")
    parameters: dict[str, str | bool | int | float] = Field(default_factory=dict)


class Reports(Entry):
    """All of ``reports.yaml``."""

    reports: tuple[Report, ...]
    audiences: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="Audience to the sections of the review that it is given."
    )


@dataclass(frozen=True)
class Places:
    """Where reports are read from and written to."""

    workspace: Workspace
    out: Path


def read_reports(path: Path) -> Reports:
    """Return what ``reports.yaml`` asks for.

    Raises
    ------
    ModelError
        If it is broken, or has an unknown key.
    ParameterError
        If a report is for an audience that is not described.
    """
    asked = load(path, Reports)
    known = (EVERYBODY, *asked.audiences)
    for name in (name for report in asked.reports for name in report.audiences):
        if name not in known:
            raise ParameterError(
                "There is no such audience.",
                where=path.name,
                found=name,
                allowed=", ".join(known),
                remedy=did_you_mean(name, known),
            )
    return asked


def plan_reports(asked: Reports, places: Places) -> tuple[tuple[Job, ...], tuple[Outcome, ...]]:
    """Return the jobs asked for, and the outcomes of those that there is no wave for.

    Raises
    ------
    ParameterError
        If two reports would be one page, or a notebook has no such parameter.
    WorkspaceError
        If there is no such alliance or notebook.
    """
    jobs: list[Job] = []
    skipped: list[Outcome] = []
    for report in asked.reports:
        for found in _of(report, asked, places):
            if isinstance(found, Job):
                jobs.append(found)
            else:
                skipped.append(found)
    _refuse_twice([job.name for job in jobs])
    return tuple(jobs), tuple(dict.fromkeys(skipped))


def _of(report: Report, asked: Reports, places: Places) -> Iterator[Job | Outcome]:
    workspace = places.workspace
    for alliance in report.alliances or workspace.alliances:
        waves = workspace.waves(alliance)
        for wave in _chosen(report, waves):
            if wave not in waves:
                yield without_wave(alliance, wave, waves)
                continue
            for language in report.languages or (spoken(workspace, alliance),):
                for audience in report.audiences:
                    yield _job(report, asked, places, (alliance, wave, language, audience))


def _chosen(report: Report, waves: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(report.waves, tuple):
        return report.waves
    return (waves if report.waves == "all" else waves[-1:]) or ("",)


def _job(report: Report, asked: Reports, places: Places, which: tuple[str, str, str, str]) -> Job:
    alliance, wave, language, audience = which
    workspace, notebook = places.workspace, notebook_named(report.notebook)
    # Only what differs from the ordinary review of an alliance is in the name of a page.
    marks = [
        language if language != spoken(workspace, alliance) else "",
        audience if audience != EVERYBODY else "",
        report.notebook if report.notebook != REVIEW else "",
    ]
    told = [mark for mark in marks if mark]
    job = Job(
        notebook,
        workspace.root.resolve(),
        alliance,
        wave,
        language,
        places.out / alliance / f"{'-'.join([wave, *told])}.html",
        workspace.settings.contact,
        audience=audience,
        sections=asked.audiences.get(audience, ()),
        settings=report.parameters,
        label=f"{wave} ({', '.join(told)})" if told else wave,
        title=called(workspace, alliance),
    )
    refuse_undeclared(notebook, job.parameters)
    return job


def _refuse_twice(names: list[str]) -> None:
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise ParameterError(
            "Two reports would be one page.",
            where="reports.yaml",
            found=", ".join(twice[:5]),
            remedy="Ask for each alliance, wave, language and audience once.",
        )
