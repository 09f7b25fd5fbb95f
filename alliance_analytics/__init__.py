"""Find out, honestly and early, whether organisations that work together work together.

Open the study of one alliance in one wave, and ask:

    import alliance_analytics as aa

    study = aa.study("data/example", alliance="high-water-together", wave="2025")
    aa.spider(study)

Names are imported when they are first used, so that the command line answers at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Study": "review.study",
    "Workspace": "workspace",
    "agenda": "review.agenda",
    "agreement": "review.agreement",
    "agreements": "review.agreed",
    "answering_time": "review.answering_time",
    "answers": "review.answering",
    "assumptions": "review.assumed",
    "blocks": "review.building",
    "blocks_since": "review.building",
    "camps": "review.agreement",
    "change_parts": "review.taking_apart",
    "changes": "review.changing",
    "comments": "review.commenting",
    "consequences": "review.consequences",
    "data_quality": "review.method",
    "drivers": "review.driving",
    "ecosystem": "review.stage_views",
    "estimates": "review.standing",
    "evidence": "review.development",
    "explorer": "explore.explorer",
    "hidden": "review.method",
    "how": "review.method",
    "left_out": "review.left_out",
    "levels": "review.groups",
    "main_points": "review.main_points",
    "mapping_desk": "explore.mapping",
    "open_workspace": "workspace",
    "others": "review.others",
    "overview": "explore.overview",
    "page": "review.method",
    "partners": "review.groups",
    "plan": "review.planned",
    "released_scores": "review.scores",
    "reliability": "review.reliability",
    "response": "review.method",
    "slopes": "review.slopes",
    "spider": "review.standing",
    "stage": "review.development",
    "stage_views": "review.stage_views",
    "start_with": "workspace.own_data",
    "straight_lining": "review.straight_lining",
    "studies": "explore.studies",
    "study": "review.study",
    "study_of_notebook": "review.study",
    "themes": "review.theming",
    "trend": "review.standing",
    "unanswered": "review.unanswered",
    "weighted": "review.weighting",
    "who_answers": "review.who_answers",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605 - a list, made from the names above


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
