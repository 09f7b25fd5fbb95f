"""Reading a folder of reference values."""

import json
import math

import pytest

from benchmarks.reference.entries import Tolerance, read_entries

ENTRY = {
    "id": "one",
    "dataset": None,
    "statistic": "wilson_interval",
    "arguments": {"k": 1, "n": 2},
    "value": {"lower": 0.1},
    "tolerance": 1e-7,
    "tolerance_kind": "rel",
    "source": "R",
    "published": {"value": {"lower": "0.1"}, "citation": "a paper"},
}


def test_an_entry_keeps_its_tolerance_and_its_printed_numbers(tmp_path):
    (tmp_path / "reference.json").write_text(json.dumps([ENTRY]))
    (entry,) = read_entries(tmp_path)
    assert entry.tolerance == Tolerance(1e-7, "rel")
    assert entry.published == {"lower": "0.1"}


@pytest.mark.parametrize(
    ("tolerance", "used"),
    [(Tolerance(0.5), 1.0), (Tolerance(0.5, "rel"), 0.1), (Tolerance(0), math.inf)],
)
def test_share_of_a_tolerance(tolerance, used):
    assert tolerance.used(10.5, 10.0) == pytest.approx(used)


def test_no_tolerance_allows_the_very_number():
    assert Tolerance(0).used(3.0, 3.0) == 0
