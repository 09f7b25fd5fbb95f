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
    "agenda": "review.conference.agenda",
    "agreement": "review.agreement",
    "agreements": "review.conference.agreed",
    "answering_time": "review.quality.answering_time",
    "answers": "review.answering",
    "assessment": "review.formation.formation",
    "assumptions": "review.conference.assumed",
    "blocks": "review.development.building",
    "blocks_since": "review.development.building",
    "camps": "review.agreement",
    "capacity": "review.portfolio.capacity",
    "capacity_explorer": "explore.capacity",
    "change_parts": "review.change.taking_apart",
    "changes": "review.change.changing",
    "coding_desk": "explore.coding_desk",
    "comments": "review.commenting",
    "connected": "review.portfolio.network",
    "consequences": "review.quality.consequences",
    "data_quality": "review.method",
    "decision_times": "review.portfolio.governance",
    "drivers": "review.driving",
    "ecosystem": "review.development.views",
    "estimates": "review.standing",
    "evidence": "review.development.development",
    "explorer": "explore.explorer",
    "formation_of": "review.formation.formation",
    "formation_page": "review.formation.page",
    "hidden": "review.method",
    "how": "review.method",
    "how_many": "review.portfolio.capacity",
    "left_out": "review.quality.left_out",
    "levels": "review.groups",
    "main_points": "review.main_points",
    "mapping_desk": "explore.mapping",
    "meetings_that_decide": "review.portfolio.governance",
    "network": "review.portfolio.network",
    "open_workspace": "workspace",
    "others": "review.others",
    "overview": "explore.overview",
    "page": "review.method",
    "partners": "review.groups",
    "plan": "review.conference.planned",
    "practice": "review.portfolio.practice",
    "practice_exhibits": "review.portfolio.page",
    "process_map": "review.conference.process_map",
    "portfolio": "review.portfolio.portfolio",
    "portfolio_rows": "review.portfolio.rows",
    "portfolio_view": "review.portfolio.page",
    "reading_queue": "review.themes.passages",
    "released_scores": "review.scores",
    "reliability": "review.reliability",
    "response": "review.method",
    "reviews": "batch.reviewing",
    "services_delivered": "review.portfolio.governance",
    "slopes": "review.change.slopes",
    "sources_agree": "review.themes.sources",
    "spider": "review.standing",
    "stage": "review.development.development",
    "stage_views": "review.development.views",
    "start_with": "workspace.own_data",
    "straight_lining": "review.quality.straight_lining",
    "studies": "explore.studies",
    "study": "review.study",
    "study_of_notebook": "review.study",
    "theme_comments": "review.themes.comments",
    "theme_factors": "review.themes.factors",
    "theme_passages": "review.themes.passages",
    "theme_shares": "review.themes.shares",
    "themes": "review.themes.theming",
    "themes_explained": "review.themes.sources",
    "tiering": "review.portfolio.capacity",
    "trend": "review.standing",
    "try_out": "review.portfolio.capacity",
    "unanswered": "review.quality.unanswered",
    "unmanaged_alliances": "review.portfolio.capacity",
    "usual_scenarios": "review.portfolio.capacity",
    "weighted": "review.quality.weighting",
    "who_answers": "review.quality.who_answers",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605 - a list, made from the names above


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
