"""What people answered, between the two ends of each friction."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.publish.exhibit import Exhibit, Table, anchor_of
from alliance_analytics.publish.figures.answers import answers as draw_answers
from alliance_analytics.publish.figures.answers import answers_alt
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.leanings import answers_subtitle, leaning_headline, leaning_range
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "answers"


def answers(study: Study, dimension: str) -> Exhibit:
    """Show the answers to each statement of one dimension as diverging bars.

    Raises
    ------
    ParameterError
        If the instrument has no such dimension.
    """
    refuse_unknown("dimension", dimension, study.labels.dimensions)
    table, names = _distribution(study, dimension), _statements(study, dimension)
    settings: dict[str, Any] = {"labels": names, "language": study.language}
    friction = study.labels.frictions.get(dimension)
    ends = dict.fromkeys(names, friction) if friction else None
    return Exhibit(
        f"answers-{anchor_of(dimension)}",
        SECTION,
        leaning_headline(study, table, dimension),
        answers_subtitle(study, table),
        **picture(draw_answers, answers_alt(table, **settings), table, ends=ends, **settings),
        table=_table(study, table, names),
        paragraphs=leaning_range(study, table),
        notes=(study.say("answers.note"),),
        language=study.language,
    )


def _statements(study: Study, dimension: str) -> dict[str, str]:
    items = study.instrument.scales("dimension")[dimension]
    return {item: study.labels.items[item] for item in items}


def _distribution(study: Study, dimension: str) -> pd.DataFrame:
    directions = {item.id: item.direction for item in study.instrument.scored}
    table = study.history.now.answers
    chosen = table[table["item"].isin(_statements(study, dimension))].reset_index(drop=True)
    return chosen.assign(direction=chosen["item"].map(directions))


def _table(study: Study, table: pd.DataFrame, names: dict[str, str]) -> Table:
    cells = Cells(study.say, study.language)
    shares = [name for name in table.columns if name.startswith("share_")]
    rows = [(names[record["item"]], *_row(cells, record, shares)) for record in table.to_dict("records")]
    header = (
        study.say("column.statement"),
        *_options(study),
        *(study.say(f"column.{key}") for key in ("n", "dont_know", "not_answered")),
    )
    return shown_table(
        study.say,
        answers_subtitle(study, table),
        header,
        tuple(rows),
        tuple(range(1, len(header))),
    )


def _options(study: Study) -> tuple[str, ...]:
    """Return the points of the answer scale, its ends with their labels."""
    scale = answer_scales().scale(study.instrument.answer_scale)
    if study.language not in scale.labels:
        return tuple(map(str, range(1, scale.points + 1)))
    first, last = (scale.canonical(point, study.language) for point in (1, scale.points))
    return (f"1: {first}", *map(str, range(2, scale.points)), f"{scale.points}: {last}")


def _row(cells: Cells, record: Record, shares: list[str]) -> tuple[str, ...]:
    counts = [
        cells.or_absent(record, cells.count(record[name])) for name in ("n", "dont_know", "not_answered")
    ]
    return (*(cells.or_absent(record, cells.share(record[name])) for name in shares), *counts)
