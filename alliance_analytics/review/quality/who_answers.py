"""Whether the people who answer are still the people who were invited, from wave to wave."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.figures.who_answers import who_answers as draw_who_answers
from alliance_analytics.publish.figures.who_answers import who_answers_alt
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.groups import group_names
from alliance_analytics.review.pictures import picture
from alliance_analytics.review.quality.consequences import SECTION, consequence
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.review.waves import MeasuredWave

COLUMNS = ["wave", "name", "share", "invited", "shown", "reason"]


def who_answers(study: Study, by: str = "partner") -> Exhibit | None:
    """Show the share of each partner, or level, among those who answered and those invited, in all waves.

    None when nobody said how many were invited.

    Raises
    ------
    ParameterError
        If there is no such group.
    """
    refuse_unknown("group", by, ("partner", "level"))
    parts = [_shares(wave, by) for wave in study.history.waves]
    table = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    if table.empty:
        return None
    names = {
        **group_names(study, by),
        **{name: name for name in table["name"] if name not in group_names(study, by)},
    }
    settings: dict[str, Any] = {"labels": names, "waves": study.history.names, "language": study.language}
    return Exhibit(
        f"who-answers-{by}",
        SECTION,
        _headline(study, table, names, by),
        study.say("subtitle.who_answers"),
        **picture(draw_who_answers, who_answers_alt(table, **settings), table, **settings),
        table=_table(study, table, names),
        notes=tuple(filter(None, (study.say("quality.who_note"), consequence(study, "weighted")))),
        language=study.language,
    )


def _shares(wave: MeasuredWave, by: str) -> pd.DataFrame:
    """Return the share of each group among those who answered one wave, where both numbers are released."""
    if wave.response.empty:
        return pd.DataFrame(columns=COLUMNS)
    table = wave.response[wave.response[by].notna()].reset_index(drop=True)
    asked = table["invited"].astype(float)
    both = table["shown"].astype(bool) & (wave.answered is not None)
    everybody = float("nan") if wave.answered is None else float(wave.answered["answered"])
    return pd.DataFrame(
        {
            "wave": wave.wave,
            "name": table[by],
            "share": (table["answered"].astype(float) / everybody).where(both),
            "invited": asked / asked.sum(),
            "shown": both,
            "reason": table["reason"].where(table["reason"] != "", "subtraction").mask(both, ""),
        }
    )


def _headline(study: Study, table: pd.DataFrame, names: dict[str, str], by: str) -> str:
    shown = table[table["shown"]]
    if shown.empty:
        return study.say("quality.who_hidden")
    row = shown.iloc[int((shown["share"] - shown["invited"]).abs().to_numpy().argmax())]
    cells = Cells(study.say, study.language)
    numbers = {"share": cells.share(row["share"]), "invited": cells.share(row["invited"])}
    return study.say(f"quality.who_{by}", name=names[row["name"]], wave=row["wave"], **numbers)


def _table(study: Study, table: pd.DataFrame, names: dict[str, str]) -> Table:
    cells, found = (
        Cells(study.say, study.language),
        {(r["name"], r["wave"]): r for r in table.to_dict("records")},
    )

    def cell(name: str, wave: str) -> str:
        record = found.get((name, wave))
        if record is None:
            return study.say("not_known")
        share, invited = cells.or_absent(record, cells.share(record["share"])), cells.share(record["invited"])
        return study.say("of_invited", share=share, invited=invited)

    waves = study.history.names
    rows = [(text, *(cell(name, wave) for wave in waves)) for name, text in names.items()]
    header = (study.say("column.group"), *(study.say("column.before", previous=wave) for wave in waves))
    caption = study.say("subtitle.who_answers")
    return shown_table(study.say, caption, header, rows, tuple(range(1, len(header))))
