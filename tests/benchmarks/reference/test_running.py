"""The runner counts what agrees, tells what does not, and fails on a miss."""

import json
import shutil

import pytest

from benchmarks.reference.comparing import Answer
from benchmarks.reference.entries import Entry, Tolerance
from benchmarks.reference.running import main, report, run

WILSON = {
    "id": "wilson",
    "dataset": None,
    "statistic": "wilson_interval",
    "arguments": {"k": 81, "n": 263, "level": 0.95},
    "value": {"lower": 0.255288519878274, "upper": 0.3662095769828},
    "tolerance": 1e-7,
    "tolerance_kind": "abs",
}


@pytest.fixture
def run_on(tmp_path, capsys):
    """A function that runs a folder of these entries and returns what main returns, and what it prints."""

    def run_entries(*entries):
        (tmp_path / "reference.json").write_text(json.dumps(entries))
        return main([str(tmp_path)]), capsys.readouterr().out

    return run_entries


def test_what_agrees_is_counted(run_on):
    code, printed = run_on(WILSON)
    assert code == 0
    assert printed.splitlines()[-1] == "1 of 1 within tolerance."


def test_a_miss_fails(run_on):
    code, printed = run_on({**WILSON, "value": {"lower": 0.3}})
    assert code == 1
    assert "lower: 0.25528" in printed
    assert "0 of 1 within tolerance; 1 missed." in printed


def test_an_argument_not_understood_fails(run_on):
    code, printed = run_on({**WILSON, "arguments": {**WILSON["arguments"], "continuity": True}})
    assert code == 1
    assert "argument not understood: continuity" in printed


def test_a_statistic_without_an_adapter_is_told_and_does_not_fail(run_on):
    code, printed = run_on({**WILSON, "statistic": "tetrachoric_correlation"})
    assert code == 0
    assert "not yet (1)" in printed


def test_an_adapter_that_breaks_is_a_miss(folder):
    def broken(question):
        raise ZeroDivisionError("by nothing")

    entry = Entry("x", None, "s", {}, {"a": 1}, Tolerance(1))
    outcome = run(entry, folder, {"s": broken})
    assert (outcome.fate, outcome.details) == ("missed", ("failed with ZeroDivisionError: by nothing",))


def test_a_convention_is_listed_with_its_reason(folder):
    entry = Entry("x", None, "s", {}, {"a": 1}, Tolerance(1))
    outcome = run(entry, folder, {"s": lambda question: Answer({}, withheld={"a": "we never do"})})
    assert outcome.fate == "excluded"
    assert "  x: we never do" in report([outcome])


def test_without_a_folder_it_says_what_it_needs(capsys, tmp_path):
    assert main([str(tmp_path)]) == 2
    assert "REFERENCE=" in capsys.readouterr().out


def test_a_folder_may_lie_anywhere(folder, tmp_path, capsys):
    copied = shutil.copytree(folder, tmp_path / "elsewhere") / "reference.json"
    edges = [entry for entry in json.loads(copied.read_text()) if entry["dataset"] == "edge_cases.csv"]
    copied.write_text(json.dumps(edges))
    assert main([str(copied.parent)]) == 0
    assert f"{len(edges)} of {len(edges)} within tolerance." in capsys.readouterr().out
