"""The small files of a workspace: what no export says, who was invited, and that it is all invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from alliance_analytics.demo.exports import Export
from alliance_analytics.demo.plan import PlannedAlliance, PlannedWave, PlannedWorld, data_file
from alliance_analytics.demo.platforms import is_coded
from alliance_analytics.intake.platforms.answers_to_write import AnswersToWrite
from alliance_analytics.intake.platforms.csv_records import write_csv

README_TEMPLATE = "world_readme.md"


def write_workspace_settings(world: PlannedWorld, folder: Path) -> None:
    """Write ``workspace.yml`` and ``README.md``."""
    settings = {"title": world.title.model_dump(), "language": world.language, "synthetic": True}
    _write_yaml(folder / "workspace.yml", settings)
    template = data_file(README_TEMPLATE).read_text(encoding="utf-8")
    sections = "\n".join(_section(plan) for plan in world.alliances)
    text = template.format(title=world.title["en"], alliances=sections)
    (folder / "README.md").write_text(text, encoding="utf-8", newline="\n")


def write_alliance_settings(plan: PlannedAlliance, folder: Path) -> None:
    """Write ``alliance.yml``."""
    partners = [{"name": partner.name, "variants": list(partner.variants)} for partner in plan.partners]
    settings = {
        "title": plan.title.model_dump(),
        "partners": partners,
        "profile": {"partners": len(partners), **plan.profile.model_dump()},
        "synthetic": True,
    }
    _write_yaml(folder / "alliance.yml", settings)


def write_wave_settings(plan: PlannedAlliance, wave: PlannedWave, export: Export, folder: Path) -> None:
    """Write ``wave.yml``, with codes where the export holds bare numbers, and ``invited.csv``."""
    settings: dict[str, Any] = {
        "title": wave.title,
        "date": wave.date,
        "language": wave.language,
        "building_blocks": list(wave.building_blocks),
        "objectives": [objective.model_dump(exclude_none=True) for objective in wave.objectives],
    }
    if wave.coded and is_coded(wave):
        settings |= _codes(export.survey)
    _write_yaml(folder / "wave.yml", settings)
    invited = [
        (partner.name, level, str(count))
        for partner in plan.partners
        for level, count in partner.people.items()
    ]
    write_csv(folder / "invited.csv", [("partner", "level", "invited"), *invited])


def _codes(survey: AnswersToWrite) -> dict[str, dict[int, str]]:
    answers = {code: survey.labels[answer] for answer, code in (survey.codes or {}).items()}
    return {
        "answer_codes": dict(sorted(answers.items())),
        "partner_codes": dict(enumerate(survey.partners, start=1)),
        "level_codes": dict(enumerate(survey.instrument.levels, start=1)),
    }


def _section(plan: PlannedAlliance) -> str:
    people = sum(sum(partner.people.values()) for partner in plan.partners)
    names = ", ".join(partner.name for partner in plan.partners)
    lines = [
        f"## {plan.title['en']}",
        plan.profile.activities,
        "",
        f"Partners: {names}. {people} people are invited each wave.",
        "",
        "| wave | date | export of | language | planted stage |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {wave.name} | {wave.date} | {_platform(wave)} | {wave.language} | {wave.stage} |"
        for wave in plan.waves
    ]
    return "\n".join([*lines, ""])


def _platform(wave: PlannedWave) -> str:
    name = wave.platform.replace("_", " ")
    return f"{name}, numbers" if wave.coded else name


def _write_yaml(path: Path, content: dict[str, Any]) -> None:
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8", newline="\n")
