"""Each partner, or level, against all others together: who is out of line with the rest."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.gaps import gaps
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.ranges import Measure, ranges, ranges_alt
from alliance_analytics.publish.release_plan import OTHERS
from alliance_analytics.publish.release_statistics import release_from_others
from alliance_analytics.review.cells import Cells, decimals_for
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.counting import population_of
from alliance_analytics.review.groups import SECTION, group_in_text, group_names, scale_in_text
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

LEVEL = 0.95
OTHERS_COLUMNS = ["scale", "name", "group", "value", "ci_low", "ci_high", "n", "n_others", "groups"]


def others(study: Study, by: str = "partner", scale: str = "dimension") -> Exhibit | None:
    """Compare each partner or level with all others; None when the instrument has no such scale.

    Raises
    ------
    ParameterError
        If there is no such group.
    """
    refuse_unknown("group", by, ("partner", "level"))
    groups = group_names(study, by)
    if not (groups and study.labels.of(scale)):
        return None
    table = released_from_others(study, by, scale)
    headline = _headline(study, table, by, groups)
    notes = (study.say("others.note", groups=len(groups)),)
    common = (f"others-{by}-{scale}", SECTION, headline, study.say("others.subtitle", wave=study.wave))
    if table.empty:
        return Exhibit(*common, notes=notes, language=study.language)
    return Exhibit(
        *common,
        **_picture(study, table, scale, groups),
        table=_table(study, table, scale, groups),
        notes=notes,
        language=study.language,
    )


def released_from_others(study: Study, by: str, scale: str) -> pd.DataFrame:
    """Return how far each group's mean is from that of all others, where both may be shown.

    Returns
    -------
    frame
        Columns of ``OTHERS_COLUMNS``; ``value`` is the group's mean minus the others', with limits that hold
        for all ``groups`` of one scale together (Bonferroni).
    """
    people = study.history.now.people
    present = sorted(people[by].dropna().unique())
    level = 1 - (1 - LEVEL) / max(len(present), 1)
    tables = [_against(study, by, scale, group, level).assign(groups=len(present)) for group in present]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=OTHERS_COLUMNS)
    return release_from_others(table[OTHERS_COLUMNS], study.history.now.plan, by)


def _against(study: Study, by: str, scale: str, group: str, level: float) -> pd.DataFrame:
    now, rest = study.history.now, OTHERS + group
    people = now.people.assign(**{by: now.people[by].where(now.people[by].isin([group]), rest)})
    invited = study.workspace.invited(study.alliance, study.wave)
    asked = invited.assign(**{by: invited[by].where(invited[by] == group, rest)})
    population = population_of(asked, people, (by,))
    estimates = estimate_groups(
        people, {scale: now.scores[scale]}, (by,), population, points=study.instrument.points
    )
    found = gaps(estimates, by, level)
    above = found["high"] == group
    sign = above.map({True: 1, False: -1}).astype(float)
    return found.assign(
        group=group,
        value=sign * found["gap"],
        ci_low=found["ci_low"].where(above, -found["ci_high"]),
        ci_high=found["ci_high"].where(above, -found["ci_low"]),
        n=found["n_high"].where(above, found["n_low"]),
        n_others=found["n_low"].where(above, found["n_high"]),
    )


def _clear(table: pd.DataFrame) -> pd.DataFrame:
    """Return the differences beyond doubt, the largest first."""
    clear = table[(table["ci_low"] > 0) | (table["ci_high"] < 0)]
    return clear.sort_values("value", key=abs, ascending=False)


def _headline(study: Study, table: pd.DataFrame, by: str, groups: dict[str, str]) -> str:
    if table.empty:
        return study.say(f"groups.{by}_hidden")
    if _clear(table).empty:
        return study.say(f"others.{by}_none")
    largest, cells = _clear(table).iloc[0], Cells(study.say, study.language)
    return study.say(
        f"others.{by}_{'above' if largest['value'] > 0 else 'below'}",
        group=group_in_text(groups, largest["group"], by),
        name=scale_in_text(study, largest["scale"], largest["name"]),
        gap=cells.score(abs(largest["value"]), decimals_for(largest["n"], largest["n_others"])),
    )


def _rows(study: Study, scale: str, groups: dict[str, str]) -> dict[str, str]:
    """Return the text of each row, by scale and group."""
    return {
        f"{name}/{group}": f"{text} · {called}"
        for name, text in study.labels.of(scale).items()
        for group, called in groups.items()
    }


def _picture(study: Study, table: pd.DataFrame, scale: str, groups: dict[str, str]) -> Any:
    named = table.rename(columns={"ci_low": "low", "ci_high": "high"}).assign(
        name=table["name"] + "/" + table["group"], shown=True, reason=""
    )
    measure = Measure(
        study.say("others.axis"),
        study.say("others.value"),
        line=0.0,
        ends=(-0.5, 0.5),
        decimals=1,
        sign=True,
    )
    drawn = {key: text for key, text in _rows(study, scale, groups).items() if key in set(named["name"])}
    settings: dict[str, Any] = {"labels": drawn, "measure": measure, "language": study.language}
    return picture(ranges, ranges_alt(named, **settings), named, **settings)


def _table(study: Study, table: pd.DataFrame, scale: str, groups: dict[str, str]) -> Table:
    cells = Cells(study.say, study.language)
    found = {f"{record['name']}/{record['group']}": record for record in table.to_dict("records")}
    rows: list[tuple[str, ...]] = []
    for key, text in _rows(study, scale, groups).items():
        if key not in found:
            rows.append((text, *(study.say("hidden"),) * 4))
            continue
        record = found[key]
        decimals = decimals_for(record["n"], record["n_others"])
        interval = cells.interval(record["ci_low"], record["ci_high"], decimals, sign=True)
        counts = (cells.count(record[name]) for name in ("n", "n_others"))
        rows.append((text, cells.signed(record["value"], decimals), interval, *counts))
    keys = ("group", "difference", "interval", "n", "n_others")
    header = tuple(study.say(f"column.{key}") for key in keys)
    caption = study.say("others.subtitle", wave=study.wave)
    return shown_table(study.say, caption, header, rows, (1, 2, 3, 4))
