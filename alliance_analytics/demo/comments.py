"""What synthetic respondents write below the open questions.

An open question asks about a dimension; the better a person scores that dimension, the likelier the remark
is a kind one. A remark is used once a wave, so that people do not repeat each other.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from alliance_analytics.demo.plan import data_file
from alliance_analytics.model.instrument import Instrument, Item
from alliance_analytics.model.loading import load
from alliance_analytics.model.sourced import Bilingual, Entry, Language

WRITING = 0.22
"""Chance that a person writes something below one open question."""

NOTHING = 0.12
"""Chance that what is written says nothing."""


class Remark(Bilingual):
    """A comment in both languages; ``theme`` is '' where it is about none of the success themes."""

    theme: str = ""


class Remarks(Entry):
    """Comments by dimension and polarity, those that say nothing, and one that says too much."""

    dimensions: dict[str, dict[str, tuple[Remark, ...]]]
    nothing: dict[Language, tuple[str, ...]]
    identifying: Bilingual


@cache
def remarks() -> Remarks:
    """Return what can be written, read once."""
    return load(data_file("comments.yml"), Remarks)


def comments_of(
    turned: pd.DataFrame,
    instrument: Instrument,
    language: Language,
    generator: np.random.Generator,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what respondents write, and what is planted in it.

    Parameters
    ----------
    turned : DataFrame
        Respondents' answers with the good end up, one column a scored item.
    instrument : Instrument
        Its open questions are answered.
    language : str
        Language of the form.
    generator : numpy Generator
        Source of chance.

    Returns
    -------
    comments : DataFrame of str
        Rows as ``turned``, one column an open question, '' where nothing was written.
    planted : DataFrame
        One row a remark about a theme: item, theme, polarity (enabler or constraint).
    """
    columns, planted = {}, []
    for item in (item for item in instrument.items if item.kind == "open"):
        likings = _liking(turned, instrument, item)
        columns[item.id], themes = _column(item, likings, language, generator)
        planted += themes
    comments = pd.DataFrame(columns, index=turned.index)
    return comments, pd.DataFrame(planted, columns=["item", "theme", "polarity"])


def _liking(turned: pd.DataFrame, instrument: Instrument, item: Item) -> list[float]:
    """Return each person's chance of a kind remark: 0 at the lowest point of the scale, 1 at the highest."""
    scored = instrument.scales("dimension").get(item.dimension or "", tuple(turned.columns))
    return list((turned[list(scored)].mean(axis=1) - 1) / (instrument.points - 1))


def _column(
    item: Item, likings: list[float], language: Language, generator: np.random.Generator
) -> tuple[list[str], list[tuple[str, str, str]]]:
    pools = _shuffled(item, generator)
    column, planted = [], []
    for liking in likings:
        writes, says, kind = generator.random(3)
        polarity = "enabler" if kind < liking else "constraint"
        if writes >= WRITING or not pools[polarity]:
            column.append("")
        elif says < NOTHING:
            column.append(str(generator.choice(remarks().nothing[language])))
        else:
            remark = pools[polarity].pop()
            column.append(remark[language])
            planted += [(item.id, remark.theme, polarity)] if remark.theme else []
    return column, planted


def _shuffled(item: Item, generator: np.random.Generator) -> dict[str, list[Remark]]:
    known = remarks().dimensions
    about = known.get(item.dimension or "") or known[str(generator.choice(sorted(known)))]
    return {
        polarity: [pool[place] for place in generator.permutation(len(pool))]
        for polarity, pool in about.items()
    }
