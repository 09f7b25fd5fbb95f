"""Which reviews there are to make, remembered from run to run.

Opening a workspace imports what reading answers needs. A plan depends only on the settings, the names of the
files, the program and what was asked for; while these stay the same, the plan of the last run is taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from alliance_analytics.batch.extras import CHECKS, refuse_unknown_extras
from alliance_analytics.batch.fingerprint import Tree
from alliance_analytics.batch.jobs import Job, Kernel, Outcome, job_from_plain, plan_jobs
from alliance_analytics.batch.manifest import FOLDER, outcome_from_plain
from alliance_analytics.batch.notebooks import notebook_named, parsed_parameters, refuse_undeclared
from alliance_analytics.digests import digest_of, digest_of_file, digest_of_program
from alliance_analytics.publish.page.writing import write_beside

PLAN = "plan.json"
REVIEW = "annual-review"


@dataclass(frozen=True)
class Asked:
    """What a user asked for."""

    workspace: Path
    out: Path
    alliances: tuple[str, ...] = ()
    wave: str | None = None
    language: str | None = None
    reports: Path | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Parameters of the notebook, as they were typed."""
    extras: tuple[str, ...] = ()
    kernel: Kernel = "ordinary"


@dataclass(frozen=True)
class Plan:
    """The reviews to make, those that there is nothing to make of, and what the index is called."""

    jobs: tuple[Job, ...]
    skipped: tuple[Outcome, ...]
    title: str
    language: str


def plan(asked: Asked, tree: Tree) -> Plan:
    """Return the plan of the last run when it still holds, or a new one.

    Raises
    ------
    AllianceError
        If the workspace, ``reports.yaml`` or what was asked for is broken.
    """
    key = _key(asked, tree)
    return _remembered(asked, key) or _remember(asked, key, _made(asked))


def _made(asked: Asked) -> Plan:
    from alliance_analytics.workspace import open_workspace  # noqa: PLC0415 - the import this module saves
    from alliance_analytics.workspace.settings import title_in  # noqa: PLC0415

    refuse_unknown_extras(asked.extras)
    workspace = open_workspace(asked.workspace)
    jobs, skipped = _planned(asked, workspace)
    tongue = asked.language or workspace.settings.language
    return Plan(
        tuple(replace(job, kernel=asked.kernel, extras=asked.extras, checks=CHECKS) for job in jobs),
        skipped,
        title_in(workspace.settings.title, tongue, workspace.name),
        tongue,
    )


def _planned(asked: Asked, workspace: Any) -> tuple[tuple[Job, ...], tuple[Outcome, ...]]:
    if asked.reports is not None:
        from alliance_analytics.batch.reports import Places, plan_reports, read_reports  # noqa: PLC0415 - rarely used

        return plan_reports(read_reports(asked.reports), Places(workspace, asked.out))
    notebook = notebook_named(REVIEW)
    settings = parsed_parameters(notebook, asked.parameters)
    jobs, skipped = plan_jobs(
        workspace, notebook, asked.out, alliances=asked.alliances, wave=asked.wave, language=asked.language
    )
    jobs = tuple(replace(job, settings=settings) for job in jobs)
    for job in jobs[:1]:
        refuse_undeclared(notebook, job.parameters)
    return jobs, skipped


def _key(asked: Asked, tree: Tree) -> str:
    told = asdict(asked) | {"workspace": str(asked.workspace.resolve()), "out": str(asked.out)}
    reports = digest_of_file(asked.reports) if asked.reports else ""
    return digest_of([tree.plan, digest_of_program(), reports, json.dumps(told, sort_keys=True, default=str)])


def _remembered(asked: Asked, key: str) -> Plan | None:
    with suppress(OSError, ValueError, TypeError, KeyError):
        plain = json.loads((asked.out / FOLDER / PLAN).read_text(encoding="utf-8"))
        if plain["key"] == key:
            jobs = (job_from_plain(_with_paths(job, asked)) for job in plain["jobs"])
            skipped = (outcome_from_plain(one) for one in plain["skipped"])
            return Plan(tuple(jobs), tuple(skipped), plain["title"], plain["language"])
    return None


def _with_paths(job: Mapping[str, Any], asked: Asked) -> dict[str, Any]:
    """Return a remembered job with its paths, of which nothing is written down."""
    return {
        **job,
        "notebook": notebook_named(Path(job["notebook"]).stem),
        "workspace": asked.workspace.resolve(),
        "page": asked.out / job["alliance"] / job["page"],
    }


def _without_paths(job: Job) -> dict[str, Any]:
    return job.as_plain() | {"workspace": "", "notebook": job.notebook.name, "page": job.page.name}


def _remember(asked: Asked, key: str, found: Plan) -> Plan:
    content = {
        "key": key,
        "jobs": [_without_paths(job) for job in found.jobs],
        "skipped": [asdict(one) for one in found.skipped],
        "title": found.title,
        "language": found.language,
    }
    place = asked.out / FOLDER / PLAN
    place.parent.mkdir(parents=True, exist_ok=True)
    write_beside(place, json.dumps(content, ensure_ascii=False) + "\n")
    return found
