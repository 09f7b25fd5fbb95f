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
    "assessment": "review.formation",
    "assumptions": "review.assumed",
    "blocks": "review.building",
    "blocks_since": "review.building",
    "camps": "review.agreement",
    "capacity": "review.capacity",
    "capacity_explorer": "explore.capacity",
    "change_parts": "review.taking_apart",
    "changes": "review.changing",
    "coding_desk": "explore.coding_desk",
    "comments": "review.commenting",
    "connected": "review.network",
    "consequences": "review.consequences",
    "data_quality": "review.method",
    "decision_times": "review.governance",
    "drivers": "review.driving",
    "ecosystem": "review.stage_views",
    "estimates": "review.standing",
    "evidence": "review.development",
    "explorer": "explore.explorer",
    "formation_of": "review.formation",
    "formation_page": "review.formation_page",
    "hidden": "review.method",
    "how": "review.method",
    "how_many": "review.capacity",
    "left_out": "review.left_out",
    "levels": "review.groups",
    "main_points": "review.main_points",
    "mapping_desk": "explore.mapping",
    "meetings_that_decide": "review.governance",
    "network": "review.network",
    "open_workspace": "workspace",
    "others": "review.others",
    "overview": "explore.overview",
    "page": "review.method",
    "partners": "review.groups",
    "plan": "review.planned",
    "practice": "review.practice",
    "practice_exhibits": "review.portfolio_page",
    "process_map": "review.process_map",
    "portfolio": "review.portfolio",
    "portfolio_rows": "review.portfolio_rows",
    "portfolio_view": "review.portfolio_page",
    "reading_queue": "review.theming_passages",
    "released_scores": "review.scores",
    "reliability": "review.reliability",
    "response": "review.method",
    "services_delivered": "review.governance",
    "slopes": "review.slopes",
    "sources_agree": "review.theming_sources",
    "spider": "review.standing",
    "stage": "review.development",
    "stage_views": "review.stage_views",
    "start_with": "workspace.own_data",
    "straight_lining": "review.straight_lining",
    "studies": "explore.studies",
    "study": "review.study",
    "study_of_notebook": "review.study",
    "theme_comments": "review.theming_comments",
    "theme_factors": "review.theming_factors",
    "theme_passages": "review.theming_passages",
    "theme_shares": "review.theming_shares",
    "themes": "review.theming",
    "themes_explained": "review.theming_sources",
    "tiering": "review.capacity",
    "trend": "review.standing",
    "try_out": "review.capacity",
    "unanswered": "review.unanswered",
    "unmanaged_alliances": "review.capacity",
    "usual_scenarios": "review.capacity",
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
