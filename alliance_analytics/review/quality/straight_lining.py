"""Whether people ticked one answer all the way down, and what it does to the scores."""

from __future__ import annotations

from typing import Any

import numpy as np

from alliance_analytics.intake.rows import straight_lined
from alliance_analytics.measure.answer_quality import most_used_share
from alliance_analytics.measure.results import Floats
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.few_people import may_be_told
from alliance_analytics.publish.figures.people_in_classes import people_alt, people_in_classes
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.quality.consequences import SECTION, consequence
from alliance_analytics.review.spreading import class_names, spread, spread_table
from alliance_analytics.review.study import Study

EDGES = (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Shares of somebody's answers that are one and the same, where classes begin. Our convention."""


def straight_lining(study: Study) -> Exhibit:
    """Show how often people gave one and the same answer."""
    table = spread(study, _shares(study), EDGES)
    names = class_names(table, lambda joined: _class_name(study, joined))
    settings: dict[str, Any] = {"labels": names, "language": study.language}
    subtitle, about = (
        study.say(key, wave=study.wave) for key in ("subtitle.straight", "quality.straight_about")
    )
    return Exhibit(
        "straight-lining",
        SECTION,
        _headline(study),
        subtitle,
        **picture(people_in_classes, people_alt(table, about=about, **settings), table, **settings),
        table=spread_table(study, table, names, study.say("column.most_used"), subtitle),
        notes=(study.say("quality.straight_note"), consequence(study, "straight")),
        language=study.language,
    )


def _shares(study: Study) -> Floats:
    responses = study.workspace.survey(study.alliance, study.wave).responses
    return most_used_share(responses, [item.id for item in study.instrument.scored])


def _headline(study: Study) -> str:
    survey, now = study.workspace.survey(study.alliance, study.wave), study.history.now
    found = int(straight_lined(survey.responses[survey.missing_kinds.columns]).sum())
    few, people = now.plan.rule.subtraction_minimum, len(survey.responses)
    if found >= few and may_be_told(found, people, few):
        share = Cells(study.say, study.language).share(found / people)
        return study.say("quality.straight", share=share)
    key = "hidden" if people < few or found >= few else "few" if found else "none"
    return study.say(f"quality.straight_{key}", few=few)


def _class_name(study: Study, joined: range) -> str:
    """Return what a class is called, e.g. *40% to 60%*."""
    cells = Cells(study.say, study.language)
    ends = np.array([*EDGES, np.inf])[[joined.start, joined.stop]]
    low, high = cells.share(ends[0]), "" if np.isinf(ends[1]) else cells.share(ends[1])
    if joined.start == len(EDGES) - 1:
        return study.say("class.all_alike")
    key = "class.from" if np.isinf(ends[1]) else "class.under" if joined.start == 0 else "class.between"
    return study.say(key, low=low, high=high)
