"""The tables that go out beside a review: every number that its release plan lets out, and no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from alliance_analytics.publish.release_plan import OTHERS
from alliance_analytics.publish.sharing.tables import SharedTable
from alliance_analytics.publish.wording import Words, number, words
from alliance_analytics.review.cells import NOT_COMPARED, decimals_for
from alliance_analytics.review.study import Study

Row = Mapping[Any, Any]
WHO = ("alliance", "wave")
GROUPS = ("merged", "partner", "level", "link")
SCALE = ("scale", "id", "name")
INTERVAL = ("ci_low", "ci_high", "method")
TOLD = ("shown", "reason")
COUNTS = frozenset(
    ("n", "population", "n_now", "n_before", "dont_know", "not_answered", "invited", "answered", "enabler",
     "constraint", "unclear")
)  # fmt: skip
PROTECTED = "protected"
"""The one reason told for whatever is hidden because of people: a finer one would tell how many they are."""


def shared_tables(study: Study) -> tuple[SharedTable, ...]:
    """Return the tables of a review, from released frames only; a table without rows is left out.

    Parameters
    ----------
    study : Study
        One alliance in one wave.
    """
    made = [
        _scores(study),
        _trend(study),
        _changes(study),
        _answers(study),
        _response(study),
        _stages(study),
        _themes(study),
    ]
    return tuple(table for table in made if table.rows)


def tables_note(study: Study) -> str:
    """Return what is said of the tables as a whole: the minima that they were made under."""
    rule = study.history.now.plan.rule
    return words("sharing", study.language)(
        "readme.few", precision=rule.precision_minimum, score=rule.score_minimum, item=rule.item_minimum
    )


def _scores(study: Study) -> SharedTable:
    table = study.released[study.released["wave"] == study.wave]
    table = table.assign(population=table["population"].where(_response_told(study, table)))
    header = (*WHO, *GROUPS, *SCALE, "mean", *INTERVAL, "n", "population", *TOLD)
    return _table(study, "scores", header, table)


def _trend(study: Study) -> SharedTable:
    header = (*WHO, *SCALE, "mean", *INTERVAL, "n", *TOLD)
    return _table(study, "trend", header, study.history.unbroken(study.everybody))


def _response_told(study: Study, table: pd.DataFrame) -> pd.Series:
    """Return of which rows it may be told how many of those invited answered."""
    response = study.history.now.response
    shown = response[response["shown"].astype(bool)].to_dict("records")
    told = {(_or_all(row["partner"]), _or_all(row["level"])) for row in shown}
    keys = zip(table["partner"].map(_or_all), table["level"].map(_or_all), strict=True)
    return pd.Series([key in told for key in keys], index=table.index) & table["link"].isna()


def _changes(study: Study) -> SharedTable:
    table, _ = study.history.changed_in(study.wave)
    numbers = ("change", "ci_low", "ci_high", "n_before", "n_now", "moved")
    header = (*WHO, "previous_wave", *SCALE, *numbers, *TOLD)
    return _table(study, "changes", header, table)


def _answers(study: Study) -> SharedTable:
    table = study.history.now.answers.assign(scale="item")
    table = table.assign(name=table["item"])
    options = [f"share_{option}" for option in range(1, study.instrument.points + 1)]
    header = (*WHO, "id", "name", *options, "n", "dont_know", "not_answered", *TOLD)
    return _table(study, "answers", header, table)


def _response(study: Study) -> SharedTable:
    table = study.history.now.response
    header = (*WHO, "partner", "level", "invited", "answered", "rate", *TOLD)
    return _table(study, "response", header, table)


def _stages(study: Study) -> SharedTable:
    header = (*WHO, "stage", "share", "low", "high", "placed")
    return _table(study, "stages", header, study.stage_shares.assign(shown=study.stage_shares["placed"]))


def _themes(study: Study) -> SharedTable:
    header = (*WHO, "theme", "source", "value", "low", "high", "n", "enabler", "constraint", "unclear", *TOLD)
    return _table(study, "themes", header, study.themes)


def _table(study: Study, name: str, header: Sequence[str], table: pd.DataFrame) -> SharedTable:
    say, cells = words("sharing", study.language), _CellsOfFile(study)
    rows = tuple(tuple(cells.of(column, row) for column in header) for row in table.to_dict("records"))
    explained = tuple(_explained(say, column, study.instrument.points) for column in header)
    return SharedTable(name, say(f"file.{name}"), tuple(header), explained, rows)


def _explained(say: Words, column: str, points: int) -> str:
    if column.startswith("share_"):
        return say("codebook.share_of_option", option=column.removeprefix("share_"), points=points)
    return say(f"codebook.{column}", points=points)


class _CellsOfFile:
    """Turns the values of released rows into the cells of a file."""

    def __init__(self, study: Study) -> None:
        labels, self.language = study.labels, study.language
        self.named: dict[str, Callable[[Row], str]] = {
            "alliance": lambda _: study.title,
            "merged": lambda row: "others" if _or_all(row["partner"]).startswith(OTHERS) else "",
            "partner": lambda row: _or_all(row["partner"]).removeprefix(OTHERS),
            "level": lambda row: labels.levels.get(_or_all(row["level"]), _or_all(row["level"])),
            "id": lambda row: str(row["name"]),
            "name": lambda row: labels.of(row["scale"]).get(row["name"], str(row["name"])),
            "stage": lambda row: labels.stages.get(row["stage"], str(row["stage"])),
            "shown": lambda row: "yes" if row["shown"] else "no",
            "reason": _reason,
        }

    def of(self, column: str, row: Row) -> str:
        """Return one cell; '' where there is no number, or none that may be told."""
        return self.named[column](row) if column in self.named else self._value(column, row)

    def _value(self, column: str, row: Row) -> str:
        value = row[column]
        if isinstance(value, str):
            return value
        if pd.isna(value):
            return ""
        if isinstance(value, bool) or column in ("moved", "placed"):
            return "yes" if value else "no"
        return number(value, 0 if column in COUNTS else _decimals(column, row), self.language)


def _decimals(column: str, row: Row) -> int:
    """Return as many decimals as the page gives: few people carry one, and a share is whole per cents."""
    if column.startswith("share") or column in ("rate", "low", "high", "value"):
        return 2
    counts = [row[name] for name in ("n", "n_now", "n_before") if pd.notna(row.get(name))]
    return decimals_for(*counts) if counts else 1


def _reason(row: Row) -> str:
    reason = str(row["reason"])
    return reason if reason in {"", "no_answers", *NOT_COMPARED} else PROTECTED


def _or_all(name: object) -> str:
    return name if isinstance(name, str) else ""
