"""A folder of reference values made here, or typed from papers, and a way to run a part of it."""

from pathlib import Path

import pytest

from benchmarks.reference.adapters import ADAPTERS
from benchmarks.reference.entries import read_entries
from benchmarks.reference.running import run

FOLDER = Path(__file__).parents[2] / "measure" / "reference"


@pytest.fixture
def folder():
    return FOLDER


@pytest.fixture(scope="session")
def outcomes():
    """Every outcome of the folder, by the statistic it is of."""
    found = {}
    for entry in read_entries(FOLDER):
        found.setdefault(entry.statistic, []).append(run(entry, FOLDER, ADAPTERS))
    return found
