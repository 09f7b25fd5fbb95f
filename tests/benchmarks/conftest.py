"""The tables in docs/methods.md, as numbers."""

from itertools import takewhile
from pathlib import Path

import pandas as pd
import pytest

METHODS = Path(__file__).parents[2] / "docs" / "methods.md"


@pytest.fixture
def documented():
    """A function from the beginning of a header, and the number of its columns that are names, to numbers."""
    return _documented


def _documented(header, names):
    lines = METHODS.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(header))
    rows = takewhile(lambda line: line.startswith("|"), lines[start + 2 :])
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    index = [tuple(row[:names]) if names > 1 else row[0] for row in cells]
    return pd.DataFrame([row[names:] for row in cells], index=index).astype(float)
