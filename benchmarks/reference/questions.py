"""What an entry asks, in terms an adapter can compute with.

Every argument that is read is crossed off. One that nobody read, or a value nobody knows, is told instead of
being passed over, for an answer to another question may well lie within tolerance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.scores import scale_score
from benchmarks.reference.entries import Entry, Tolerance

Floats = npt.NDArray[np.float64]
REPEATED = ".1"
"""R adds it to the name of an argument that was given twice."""
EVERY_ITEM = ("mean of items", "mean, complete rows only")


class NotUnderstoodError(Exception):
    """An argument, or its value, that no adapter knows."""


class Question:
    """The arguments of an entry and the rows they choose.

    Parameters
    ----------
    entry : Entry
        What is asked.
    folder : Path
        Where its tables lie.
    """

    def __init__(self, entry: Entry, folder: Path) -> None:
        self._folder = folder
        self._dataset = entry.dataset
        self._arguments = _once(entry.arguments)
        self._unread = set(self._arguments)

    def __contains__(self, name: str) -> bool:
        """Whether the argument is given."""
        return name in self._arguments

    def take(self, name: str, default: Any = None) -> Any:
        """Return an argument and cross it off."""
        self._unread.discard(name)
        return self._arguments.get(name, default)

    def one_of(self, name: str, allowed: Sequence[Any]) -> Any:
        """Return an argument that may only have some values; the first when it is not given."""
        value = self.take(name, allowed[0])
        if value not in allowed:
            raise NotUnderstoodError(f"{name} = {value!r}")
        return value

    def pass_over(self, *names: str) -> None:
        """Cross off arguments that describe the question without changing the answer."""
        self._unread.difference_update(names)

    def check_all_read(self) -> None:
        """Raise when an argument was not read."""
        if self._unread:
            raise NotUnderstoodError(", ".join(sorted(self._unread)))

    def table(self, name: str) -> pd.DataFrame:
        """Return another table of the folder."""
        return _table(self._folder / name)

    def rows(self) -> pd.DataFrame:
        """Return the rows of the data set that ``rows`` and ``wave`` choose."""
        if self._dataset is None:
            raise NotUnderstoodError("an entry without a data set")
        frame = self.table(self._dataset)
        if "wave" in self:
            frame = frame[frame["wave"] == self.take("wave")]
        return frame[_chosen(frame, self.take("rows"))] if "rows" in self else frame

    def items(self) -> list[str]:
        """Return the items asked for: named, or those of the pillar."""
        pillar, items_file = self.take("pillar"), self.take("items_file")
        named = self.take("items")
        if named is not None:
            return list(named)
        if pillar is None or items_file is None:
            raise NotUnderstoodError("neither items nor a pillar with its file")
        table = self.table(items_file)
        return table.loc[table["pillar"] == pillar, "item"].tolist()

    def turned(self, items: Sequence[str]) -> pd.DataFrame:
        """Return the answers to items, those in ``reverse`` mirrored on their scale."""
        answers = self.rows()[list(items)].astype(float)
        reverse = self.take("reverse", [])
        low, high = self.take("scale_min"), self.take("scale_max")
        self.pass_over("items_file")
        mirrored = {item: low + high - answers[item] for item in items if item in reverse}
        return answers.assign(**mirrored)

    def answers(self) -> pd.DataFrame:
        """Return the turned answers to the items asked for."""
        return self.turned(self.items())

    def score(self) -> pd.Series:
        """Return one score a row: a variable, or the mean of items by the rule asked for."""
        if "variable" in self:
            return self.rows()[self.take("variable")].astype(float)
        answers = self.answers()
        fewest = self.take("score_min_valid", self.take("min_valid_items", answers.shape[1]))
        self.one_of("score", ("mean of answered items", *EVERY_ITEM))
        share = (fewest - 0.5) / answers.shape[1]  # halfway down to the next whole number of items
        return pd.Series(scale_score(answers.to_numpy(float), share), index=answers.index)

    def score_of(self, pillar: str) -> pd.Series:
        """Return the scores on a pillar that another argument names."""
        asked = {**self._arguments, "pillar": pillar}
        other = Question(Entry("", self._dataset, "", asked, None, Tolerance(0)), self._folder)
        return other.score()

    def groups(self) -> pd.Series:
        """Return each row's group as text; two columns are joined by a bar."""
        columns = self.take("group", [])
        rows = self.rows()
        if not columns:
            return pd.Series("all", index=rows.index)
        labels = [rows[column].map(label, na_action="ignore") for column in columns]
        return labels[0].str.cat(labels[1:], sep="|")


def label(value: Any) -> str:
    """Return a value of a grouping column as the reference writes it: whole numbers without a point."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@cache
def _table(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


def _once(arguments: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in arguments.items()
        if not (name.endswith(REPEATED) and arguments.get(name.removesuffix(REPEATED)) == value)
    }


def _chosen(frame: pd.DataFrame, condition: str) -> pd.Series:
    single = re.fullmatch(r"(\S+) == (.+)", condition)
    several = re.fullmatch(r"(\S+) in \((.+)\)", condition)
    if not (single or several):
        raise NotUnderstoodError(f"rows = {condition!r}")
    column, wanted = (single or several).groups()
    values = [wanted] if single else wanted.split(",")
    return frame[column].map(label, na_action="ignore").isin([value.strip().strip("'\"") for value in values])
