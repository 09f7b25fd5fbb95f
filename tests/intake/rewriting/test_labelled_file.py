"""SPSS and Stata files come back with their names, labels and missing values."""

import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake import labelled_file
from alliance_analytics.intake.rewriting.changes import Changes
from alliance_analytics.intake.rewriting.labelled_file import rewritten

FRAME = pd.DataFrame({"id": [11.0, 12.0, 13.0], "who": ["ann", "bob", ""], "s1": [1.0, 2.0, 9.0]})
LABELS = {"id": "Number", "who": "Name", "s1": "We agree"}
VALUES = {"s1": {1.0: "Agree", 2.0: "Disagree", 9.0: "No idea"}}


@pytest.fixture(params=["sav", "zsav", "dta"])
def file(request, tmp_path):
    path = tmp_path / f"x.{request.param}"
    if request.param == "dta":
        pyreadstat.write_dta(FRAME, path, column_labels=LABELS, variable_value_labels=VALUES)
    else:
        pyreadstat.write_sav(
            FRAME,
            path,
            column_labels=LABELS,
            variable_value_labels=VALUES,
            missing_ranges={"s1": [9.0]},
            compress=request.param == "zsav",
            note="Ann made this",
        )
    return path


def test_only_what_is_asked_for_changes(file):
    kind, content = file.suffix[1:], file.read_bytes()
    before, variables = labelled_file.read(content, file.name)
    changed = rewritten(
        content, file.name, kind, Changes({1: {0: "1", 1: ""}, 3: {1: "[…]"}}, frozenset({2}))
    )
    after, same = labelled_file.read(changed, file.name)
    assert labelled_file.kind_of(changed) == kind
    assert same == variables
    assert after.to_numpy().tolist() == [["1", "", "1"], ["13", "[…]", "9"]]
    assert len(before) == 3
    assert b"Ann made this" not in changed


def test_a_stand_in_for_an_address_is_a_number_where_only_numbers_can_stand(file):
    changed = rewritten(
        file.read_bytes(), file.name, file.suffix[1:], Changes({2: {0: "7@stripped.invalid"}})
    )
    cells, _ = labelled_file.read(changed, file.name)
    assert cells[0].tolist() == ["11", "7", "13"]


def test_statas_missing_values_survive_whether_met_or_not(tmp_path):
    path = tmp_path / "x.dta"
    frame = pd.DataFrame({"met": [1.0, "d", 2.0], "not_met": [1.0, 2.0, 3.0]})
    letters = {name: ["d"] for name in frame}
    labels = {name: {1: "Agree", "d": "No idea"} for name in frame}
    pyreadstat.write_dta(frame, path, variable_value_labels=labels, missing_user_values=letters)
    content = path.read_bytes()
    before, variables = labelled_file.read(content, "x.dta")
    after, same = labelled_file.read(rewritten(content, "x.dta", "dta", Changes()), "x.dta")
    assert (after.equals(before), same) == (True, variables)
    assert before[0].tolist() == ["1", "d", "2"]


def test_a_file_that_would_lose_something_is_not_written(file, monkeypatch):
    def forgetful(*args, **kwargs):
        kwargs.pop("column_labels")
        return write(*args, **kwargs)

    name = "write_dta" if file.suffix == ".dta" else "write_sav"
    write = getattr(pyreadstat, name)
    monkeypatch.setattr(pyreadstat, name, forgetful)
    with pytest.raises(ExportError, match="without loss"):
        rewritten(file.read_bytes(), file.name, file.suffix[1:], Changes({1: {1: ""}}))
