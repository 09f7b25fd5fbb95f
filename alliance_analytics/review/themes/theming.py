"""What the survey and the reports say on the four success themes, over the years."""

from __future__ import annotations

from itertools import product
from typing import Any

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.themes import themes as draw_themes
from alliance_analytics.publish.figures.themes import themes_alt
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.labels import Names, theme_names
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.review.themes.sample import agreement_note, agreement_of

SECTION = "themes"
SOURCES = ("statements", "reports")


def themes(study: Study) -> Exhibit | None:
    """Show the themes over the waves, from statements and from reports; None when neither speaks of any."""
    if study.themes.empty:
        return None
    settings: dict[str, Any] = {
        "labels": _names(study),
        "waves": study.history.names,
        "language": study.language,
    }
    return Exhibit(
        "themes-over-time",
        SECTION,
        _headline(study),
        study.say("subtitle.themes", points=study.instrument.points),
        **picture(
            draw_themes,
            themes_alt(study.themes, **settings),
            study.themes,
            points=study.instrument.points,
            **settings,
        ),
        table=_table(study),
        notes=(_note(study), *([agreement_note(study, agreement_of(study))] if len(study.codes) else [])),
        language=study.language,
    )


def of_source(study: Study, source: str) -> pd.DataFrame:
    """Return this wave's rows of one source, statements or reports, that may be shown."""
    table = study.themes
    return table[(table["wave"] == study.wave) & (table["source"] == source) & table["shown"]]


def _names(study: Study) -> Names:
    """Return the themes that people were asked about or that reports can be coded by, in order."""
    known, found = theme_names(study.language) | study.labels.themes, set(study.themes["theme"])
    return {theme: name for theme, name in known.items() if theme in found}


def _headline(study: Study) -> str:
    scores = of_source(study, "statements").sort_values(["value", "theme"])
    if scores.empty:
        return study.say("themes.none" if of_source(study, "reports").empty else "themes.hidden")
    names = study.labels.themes
    return study.say(
        "themes.headline", highest=names[scores["theme"].iloc[-1]], lowest=names[scores["theme"].iloc[0]]
    )


def _note(study: Study) -> str:
    passages = study.coded[study.coded["wave"] == study.wave]
    places = passages.drop_duplicates(["document", "page", "paragraph", "text"])
    coded = passages.dropna(subset="theme").drop_duplicates(["document", "page", "paragraph", "text"])
    return study.say(
        "themes.note", passages=len(places), coded=len(coded), left=int(places["abstained"].sum())
    )


def _table(study: Study) -> Table:
    cells, names = Cells(study.say, study.language), _names(study)
    found = study.themes.set_index(["theme", "wave", "source"], drop=False).to_dict("index")
    places = product(names, study.history.names, SOURCES)
    rows = [(names[at[0]], at[1], *_row(study, cells, found[at])) for at in places if at in found]
    keys = ("theme", "wave", "source", "value", "interval", "n", "enabler", "constraint", "unclear")
    header = tuple(study.say(f"column.{key}") for key in keys)
    caption = study.say("subtitle.themes", points=study.instrument.points)
    return shown_table(study.say, caption, header, rows, tuple(range(3, len(header))))


def _row(study: Study, cells: Cells, record: Record) -> tuple[str, ...]:
    source = study.say(f"themes.source_{record['source']}")
    if record["source"] == "reports":
        counts = (cells.count(record[name]) for name in ("n", "enabler", "constraint", "unclear"))
        if not record["shown"]:
            return (source, study.say("themes.not_mentioned"), "–", *counts)
        interval = cells.interval(record["low"], record["high"], sign=True)
        return (source, cells.signed(record["value"]), interval, *counts)
    if not record["shown"]:
        return (source, *(cells.absent(record),) * 3, "–", "–", "–")
    interval = cells.interval(record["low"], record["high"])
    return (source, cells.score(record["value"]), interval, cells.count(record["n"]), "–", "–", "–")
