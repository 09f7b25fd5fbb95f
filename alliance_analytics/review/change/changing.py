"""What truly changed since the wave before: every change with its interval, and which stand beyond doubt."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.review.cells import Cells, Record, decimals_for
from alliance_analytics.review.standing import SECTION, asked_otherwise
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table


def changes(study: Study, scale: str = "") -> Exhibit | None:
    """Show what moved since the wave before; None when there is no wave before, or no such scale.

    Examples
    --------
    >>> from alliance_analytics.review.study import study
    >>> changes(study("data/example")).headline
    '7 of 8 means moved beyond doubt since wave 2024'
    """
    scale = scale or study.main_scale
    named, table = study.labels.of(scale), study.changes(scale)
    if table.empty or not named:
        return None
    shown, previous = table[table["shown"]], table["previous_wave"].iloc[0]
    return Exhibit(
        f"changes-{scale}",
        SECTION,
        _how_many_moved(study, shown, previous),
        table=_changes_table(study, table, scale),
        table_open=True,
        notes=(
            *((_what_is_doubt(study, shown, scale),) if len(shown) else ()),
            *asked_otherwise(study, [study.wave]),
        ),
        language=study.language,
    )


def moved_beyond_doubt(changes: pd.DataFrame) -> pd.DataFrame:
    """Return the shown changes that moved beyond doubt among all changes looked at, the largest first."""
    clear = changes["shown"] & changes["moved"]
    return changes[clear].sort_values("change", key=abs, ascending=False)


def _how_many_moved(study: Study, shown: pd.DataFrame, previous: str) -> str:
    if shown.empty:
        return study.say("standing.change_hidden", previous=previous)
    moved = len(moved_beyond_doubt(shown))
    key = "standing.change_some" if moved else "standing.change_none"
    return study.say(key, moved=moved, all=len(shown), previous=previous)


def _what_is_doubt(study: Study, shown: pd.DataFrame, scale: str) -> str:
    tested = study.say(
        "standing.paired" if (shown["tested"] == "paired").any() else "standing.everybody_tested"
    )
    key = "standing.change_screened" if scale == "item" else "standing.change_note"
    return study.say(key, all=len(shown), tested=tested)


def _changes_table(study: Study, table: pd.DataFrame, scale: str) -> Table:
    names = study.labels.of(scale)
    stayed: dict[str, Record] = {part["name"]: part for part in study.parts(scale).to_dict("records")}
    rows = [
        (names[record["name"]], *_change_cells(study, record), *_stayed_cells(study, stayed, record))
        for record in table.to_dict("records")
    ]
    previous = table["previous_wave"].iloc[0]
    extra = ("within", "interval", "beyond_doubt") if stayed else ("beyond_doubt",)
    header = (
        study.say(f"column.{scale}"),
        study.say("column.change"),
        study.say("column.interval"),
        f"n ({previous})",
        f"n ({study.wave})",
        *(study.say(f"column.{key}") for key in extra),
    )
    numeric = tuple(range(1, len(header) - 1))
    return shown_table(study.say, study.say("subtitle.change", previous=previous), header, rows, numeric)


def _change_cells(study: Study, record: Record) -> tuple[str, ...]:
    cells = Cells(study.say, study.language)
    counts = (cells.count(record[name]) for name in ("n_before", "n_now"))
    return tuple(cells.or_absent(record, text) for text in (*cells.change_of(record), *counts))


def _stayed_cells(study: Study, stayed: dict[str, Record], record: Record) -> tuple[str, ...]:
    """Return the change of who answered both times, where there are such, and whether it is beyond doubt."""
    cells = Cells(study.say, study.language)
    verdict: str = cells.or_absent(record, study.say("moved" if record["moved"] else "in_doubt"))
    if record["name"] not in stayed:
        return (verdict,)
    part = stayed[record["name"]]
    if not part["shown"]:
        return cells.absent(part), cells.absent(part), verdict
    decimals = decimals_for(part["n_now"], part["n_before"], part["n_stayed"])
    interval = cells.interval(part["within_low"], part["within_high"], decimals, sign=True)
    return cells.signed(part["within"], decimals), interval, verdict
