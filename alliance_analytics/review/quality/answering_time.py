"""How long people took to answer, and what the scores are without the fastest."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.measure.answer_quality import FASTEST
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.figures.people_in_classes import people_alt, people_in_classes
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.quality.consequences import SECTION, consequence
from alliance_analytics.review.spreading import HIDDEN, class_names, spread, spread_table
from alliance_analytics.review.study import Study

MINUTES = (0, 2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 45, 60)
"""Where classes begin. Our convention."""


def answering_time(study: Study) -> Exhibit:
    """Show how long people took to answer, where the export tells."""
    seconds = study.workspace.survey(study.alliance, study.wave).seconds
    if seconds.notna().sum() == 0:
        return Exhibit("answering-time", SECTION, study.say("quality.time_unknown"), language=study.language)
    table = spread(study, seconds.to_numpy(float) / 60, MINUTES)
    names = class_names(table, lambda joined: _class_name(study, joined))
    settings: dict[str, Any] = {"labels": names, "language": study.language}
    subtitle, about = (study.say(key, wave=study.wave) for key in ("subtitle.time", "quality.time_about"))
    share = Cells(study.say, study.language).share(FASTEST)
    return Exhibit(
        "answering-time",
        SECTION,
        _headline(study, table, names),
        subtitle,
        **picture(people_in_classes, people_alt(table, about=about, **settings), table, **settings),
        table=spread_table(study, table, names, study.say("column.time"), subtitle),
        notes=(study.say("quality.time_note", share=share), consequence(study, "fast")),
        language=study.language,
    )


def _headline(study: Study, table: pd.DataFrame, names: dict[str, str]) -> str:
    if HIDDEN in names:
        return study.say("quality.time_hidden")
    most = table.iloc[int(table["share"].to_numpy().argmax())]
    share = Cells(study.say, study.language).share(most["share"])
    return study.say("quality.time", time=names[most["name"]], share=share)


def _class_name(study: Study, joined: range) -> str:
    """Return what a class is called, e.g. *5 to 10 minutes*."""
    low, high = MINUTES[joined.start], (*MINUTES, None)[joined.stop]
    if high is None:
        return study.say("class.minutes_any" if not low else "class.minutes_from", low=low)
    return study.say("class.minutes_under" if not low else "class.minutes_between", low=low, high=high)
