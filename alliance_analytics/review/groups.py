"""Whether partners, or levels, see a different alliance."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.gaps import gaps as draw_gaps
from alliance_analytics.publish.figures.gaps import gaps_alt
from alliance_analytics.review.cells import Cells, decimals_for, in_sentence
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "groups"


def partners(study: Study, scale: str = "dimension") -> Exhibit | None:
    """Compare partners on the dimensions (or another kind of scale); None without such a scale.

    Examples
    --------
    >>> from alliance_analytics.review.study import study
    >>> partners(study("data/example")).headline
    'Waterschap Lage Delden and Rijksdienst Rivieren see the relational dimension differently'
    """
    return _compared(study, "partner", scale)


def levels(study: Study, scale: str = "dimension") -> Exhibit | None:
    """Compare levels on the dimensions (or another kind of scale); None without such a scale."""
    return _compared(study, "level", scale)


def group_names(study: Study, by: str) -> dict[str, str]:
    """Return the groups of one kind that could answer, id to text."""
    asked = study.workspace.invited(study.alliance, study.wave)
    people = study.estimates("dimension", by=by)[by]
    found = list(dict.fromkeys([*asked[by], *people]))
    return {name: study.labels.levels.get(name, name) if by == "level" else name for name in found}


def widest(differences: pd.DataFrame) -> pd.Series:
    """Return the widest of the differences that stand beyond doubt, or of all when none does."""
    clear = differences[differences["ci_low"] > 0]
    return (clear if len(clear) else differences).sort_values("gap", ascending=False).iloc[0]


def gap_in_words(study: Study, by: str, gap: pd.Series) -> dict[str, str]:
    """Return what a sentence says of a difference: high and low (groups), name (scale), gap and interval."""
    cells, names = Cells(study.say, study.language), group_names(study, by)
    decimals = decimals_for(gap["n_high"], gap["n_low"])
    return {
        "high": group_in_text(names, gap["high"], by),
        "low": group_in_text(names, gap["low"], by),
        "name": scale_in_text(study, gap["scale"], gap["name"]),
        "gap": cells.score(gap["gap"], decimals),
        "interval": cells.interval(gap["ci_low"], gap["ci_high"], decimals),
    }


def scale_in_text(study: Study, scale: str, name: str) -> str:
    """Return how a scale is called inside a sentence, e.g. *the cultural dimension*."""
    text = study.labels.of(scale)[name]
    return study.say(f"name.{scale}", name=text if scale == "item" else in_sentence(text))


def group_in_text(names: dict[str, str], group: str, by: str) -> str:
    """Return how a group is called inside a sentence: a level is no proper name."""
    return in_sentence(names[group]) if by == "level" else names[group]


def _compared(study: Study, by: str, scale: str) -> Exhibit | None:
    table, groups = study.estimates(scale, by=by), group_names(study, by)
    if not (groups and study.labels.of(scale)):
        return None
    settings: dict[str, Any] = {
        "by": by,
        "groups": groups,
        "labels": study.labels.of(scale),
        "language": study.language,
    }
    points = study.instrument.points
    headline, notes = _finding(study, by, scale)
    return Exhibit(
        f"{by}s-{scale}",
        SECTION,
        headline,
        _subtitle(study, table),
        **picture(draw_gaps, gaps_alt(table, **settings), table, points=points, **settings),
        table=_table(study, table, groups, by, scale),
        notes=(*notes, study.say("groups.small_note", minimum=study.history.now.plan.rule.precision_minimum)),
        language=study.language,
    )


def _finding(study: Study, by: str, scale: str) -> tuple[str, tuple[str, ...]]:
    differences = study.gaps(by, scale)
    if differences.empty:
        return study.say(f"groups.{by}_hidden"), ()
    largest = widest(differences)
    if largest["ci_low"] <= 0:
        return study.say(f"groups.{by}_no_gap"), ()
    words = gap_in_words(study, by, largest)
    note = study.say("groups.gap_note", pairs=largest["pairs"], **words)
    return study.say(f"groups.{by}_gap", **words), (note,)


def _subtitle(study: Study, table: pd.DataFrame) -> str:
    key = "subtitle.groups" if table["population"].notna().any() else "subtitle.groups_unknown"
    return study.say(key, points=study.instrument.points, wave=study.wave)


def _table(study: Study, table: pd.DataFrame, groups: dict[str, str], by: str, scale: str) -> Table:
    cells, names = Cells(study.say, study.language), study.labels.of(scale)
    found = {(record["name"], record[by]): record for record in table.to_dict("records")}
    absent = {"shown": False, "reason": "no_answers"}
    rows = [
        (f"{text} · {group_text}", *cells.estimate(found.get((name, group), absent)))
        for name, text in names.items()
        for group, group_text in groups.items()
    ]
    header = tuple(study.say(f"column.{key}") for key in ("group", "mean", "interval", "n"))
    return shown_table(study.say, _subtitle(study, table), header, rows, (1, 2, 3))
