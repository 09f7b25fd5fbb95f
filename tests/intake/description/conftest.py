"""Small exports made on the spot: a column is a name and the texts of its cells."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from alliance_analytics.intake.description.described import Description
from alliance_analytics.intake.description.describing import describe
from alliance_analytics.intake.platforms.base import Column, Export

Pairs = Sequence[tuple[Column | str, Sequence[str]]]
AGREEMENT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")


@pytest.fixture
def exported() -> Callable[..., Export]:
    """Return a function that makes an export of columns, or of headings, and their cells."""

    def make(columns: Mapping[str, Sequence[str]] | Pairs, platform: str = "table", **more: object) -> Export:
        pairs = [*columns.items()] if isinstance(columns, Mapping) else [*columns]
        cells = pd.DataFrame(
            {place: list(texts) for place, texts in enumerate(texts for _, texts in pairs)}, dtype=object
        )
        cells.index = pd.RangeIndex(2, len(cells) + 2, name="row")
        named = tuple(c if isinstance(c, Column) else Column("", c) for c, _ in pairs)
        export = Export(platform, "survey.csv", named, cells, pd.Series("", index=cells.index, dtype=object))
        return replace(export, **more)

    return make


@pytest.fixture
def described(tmp_path: Path) -> Callable[..., Description]:
    """Return a function that writes columns as a table and describes it."""

    def make(columns: Mapping[str, Sequence[str]], **options: object) -> Description:
        path = tmp_path / "survey.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([list(columns), *zip(*columns.values(), strict=True)])
        return describe(path, platform="table", **options)

    return make


@pytest.fixture
def repeated() -> Callable[..., list[str]]:
    """Return a function that repeats texts until there are as many as asked for."""

    def make(*texts: str, cells: int = 40) -> list[str]:
        return [texts[place % len(texts)] for place in range(cells)]

    return make
