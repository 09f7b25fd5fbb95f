"""The first texts of a column: enough to tell what it is for, and quick in a long file."""

from __future__ import annotations

import pandas as pd

RECORDS = 2_000
TEXTS = 500


def first_texts(cells: pd.Series[str]) -> list[str]:
    """Return different texts that stand in the first records of a column, stripped, blanks left out.

    Parameters
    ----------
    cells : Series of str
        Any number of records; the first 2,000 are looked at, for at most 500 texts.
    """
    texts = map(str.strip, dict.fromkeys(cells.to_numpy()[:RECORDS]))
    return [*dict.fromkeys(filter(None, texts))][:TEXTS]
