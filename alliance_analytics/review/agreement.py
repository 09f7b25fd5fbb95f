"""Whether people say the same: in the alliance, within partners and levels, and statement by statement."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.agreement import ad_index, rwg_j, rwg_j_lindell, uniform_null_variance
from alliance_analytics.measure.camps import camps as find_camps
from alliance_analytics.measure.results import Estimates, Floats
from alliance_analytics.measure.verdicts import ENOUGH, FEWEST_FOR_AGREEMENT, agreement_verdict
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.release_statistics import release_spreads
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.groups import SECTION, group_names
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

NUMBERS = ("rwg_j", "lindell", "deviation")
EVERYBODY = "all"


def agreement(study: Study, by: str = "", scale: str = "dimension") -> Exhibit | None:
    """Show whether people say the same within the alliance and, with ``by``, within partners or levels.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    by : str
        partner or level; the whole alliance alone when empty.
    scale : str
        dimension, pillar or theme.

    Returns
    -------
    Exhibit or None
        None when the instrument has no such scale.
    """
    names = study.labels.of(scale)
    if not names or scale == "item":
        return None
    table = released_agreement(study, by, scale)
    enough = Cells(study.say, study.language).score(ENOUGH, 2)
    return Exhibit(
        "-".join(filter(None, ("agreement", by, scale))),
        SECTION,
        _headline(study, table, names, by),
        study.say("agreement.subtitle", wave=study.wave),
        table=_table(study, table, names, by),
        table_open=True,
        notes=(
            study.say("agreement.note", enough=enough),
            study.say("agreement.few_note", fewest=FEWEST_FOR_AGREEMENT, enough=enough),
        ),
        language=study.language,
    )


def released_agreement(study: Study, by: str, scale: str) -> pd.DataFrame:
    """Return rWG(J), r*WG(J), average deviation, n and verdict, a row a group and scale, as may be shown."""
    now = study.history.now
    items = now.instrument.scales(scale)  # type: ignore[arg-type]
    margins = {"": np.full(len(now.people), EVERYBODY, dtype=object)}
    margins |= {by: now.people[by].to_numpy(object)} if by else {}
    tables = [
        _rows(now.scores["item"][list(ids)].to_numpy(float), groups, study.instrument.points).assign(
            column=column, scale=scale, name=name
        )
        for column, groups in margins.items()
        for name, ids in items.items()
    ]
    table = pd.concat(tables, ignore_index=True)
    keys = {each: table["group"].where(table["column"] == each, None) for each in ("partner", "level")}
    released = release_spreads(table.assign(**keys, link=None), now.plan, items, NUMBERS)
    return released.assign(verdict=released["verdict"].where(released["shown"], "hidden"))


def _rows(answers: Floats, groups: npt.NDArray[np.object_], points: int) -> pd.DataFrame:
    null = uniform_null_variance(points)
    found = rwg_j(answers, groups, null_variance=null), ad_index(answers, groups)
    lindell = rwg_j_lindell(answers, groups, null_variance=null)
    return pd.DataFrame(
        {
            "group": found[0].names,
            "n": found[0].n,
            "rwg_j": found[0].estimate,
            "lindell": lindell.estimate,
            "deviation": found[1].estimate,
            "verdict": _verdicts(*found, points),
        }
    )


def _verdicts(agreed: Estimates, deviation: Estimates, points: int) -> list[str]:
    names = agreed.names.tolist()
    return [agreement_verdict(agreed.of(name), deviation.of(name), points).key for name in names]


def _headline(study: Study, table: pd.DataFrame, names: dict[str, str], by: str) -> str:
    cells = Cells(study.say, study.language)
    shown = table[table["shown"] & (table["column"] == by)]
    whom = "groups" if by else "alliance"
    if shown.empty:
        return study.say(f"agreement.hidden_{whom}")
    apart = shown[shown["verdict"] != "enough"]
    if apart.empty:
        return study.say(f"agreement.all_{whom}")
    if not by:
        return study.say("agreement.some_alliance", names=cells.listed(names[name] for name in apart["name"]))
    groups = group_names(study, by)
    return study.say("agreement.some_groups", names=cells.listed(groups[g] for g in apart["group"].unique()))


def _table(study: Study, table: pd.DataFrame, names: dict[str, str], by: str) -> Table:
    groups = {EVERYBODY: study.say("everybody")} | (group_names(study, by) if by else {})
    found = {(record["name"], record["group"]): record for record in table.to_dict("records")}
    absent = {"shown": False, "reason": "no_answers"}
    rows = [
        (f"{text} · {called}", *_row(study, found.get((name, group), absent)))
        for name, text in names.items()
        for group, called in groups.items()
    ]
    keys = ("group", "rwg_j", "lindell", "deviation", "n_complete", "meaning")
    header = tuple(study.say(f"column.{key}") for key in keys)
    return shown_table(
        study.say, study.say("agreement.subtitle", wave=study.wave), header, rows, (1, 2, 3, 4)
    )


def _row(study: Study, record: Record) -> tuple[str, ...]:
    cells = Cells(study.say, study.language)
    if not record["shown"]:
        return (cells.absent(record),) * 5
    numbers = (cells.score(record[name], 2) for name in NUMBERS)
    return *numbers, cells.count(record["n"]), study.say(f"agreement.{record['verdict']}_word")


def camps(study: Study) -> Exhibit:
    """Show the statements on which the whole alliance stands in two camps."""
    table = released_camps(study)
    split = table[table["two_camps"].astype(bool)].sort_values(["agreement", "item"])
    known, cells = study.labels.items, Cells(study.say, study.language)
    rows = [
        (known[row["item"]], *(cells.count(row[side]) for side in ("low_side", "high_side", "n")),
         cells.signed(row["agreement"], 2))
        for row in split.to_dict("records")
    ]  # fmt: skip
    header = tuple(study.say(f"column.{key}") for key in ("statement", "low_side", "high_side", "n", "camps"))
    caption = study.say("camps.subtitle", wave=study.wave)
    return Exhibit(
        "camps",
        SECTION,
        _camps_headline(study, table, len(split)),
        caption,
        table=shown_table(study.say, caption, header, rows, (1, 2, 3, 4)) if rows else None,
        table_open=True,
        notes=(study.say("camps.note"),),
        language=study.language,
    )


def released_camps(study: Study) -> pd.DataFrame:
    """Return sides, van der Eijk's A and two_camps of everybody's answers to what may be told."""
    now = study.history.now
    shown = now.answers.loc[now.answers["shown"], "item"]
    answers = now.scores["item"][[item for item in now.scores["item"].columns if item in set(shown)]]
    if answers.empty:
        return pd.DataFrame(columns=["item", "n", "low_side", "high_side", "agreement", "two_camps"])
    return find_camps(answers, np.full(len(answers), EVERYBODY, dtype=object), points=study.instrument.points)


def _camps_headline(study: Study, table: pd.DataFrame, split: int) -> str:
    if table.empty:
        return study.say("camps.hidden")
    return study.say("camps.some" if split else "camps.none", count=split, all=len(table))
