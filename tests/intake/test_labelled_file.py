from struct import pack

import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.labelled_file import kind_of, read


@pytest.fixture
def content(tmp_path):
    frame = pd.DataFrame(
        {
            "q1": [1.0, 8.0, 9.0, float("nan")],
            "weight": [0.5, 1.25, 1.0, 2.0],
            "name": ["a ", "", "é", "99"],
            "day": pd.to_datetime(["2024-05-01 09:30"] * 4),
        }
    )
    pyreadstat.write_sav(
        frame,
        tmp_path / "x.sav",
        column_labels={"q1": "How far?"},
        variable_value_labels={"q1": {1.0: "Agree", 8.0: "Don't know"}},
        missing_ranges={"q1": [{"lo": 9.0, "hi": 99.0}], "name": ["99"]},
    )
    return (tmp_path / "x.sav").read_bytes()


def test_codes_become_text_and_what_is_missing_stays_a_code(content):
    cells, _ = read(content, "x.sav")
    assert cells[0].tolist() == ["1", "8", "9", ""]
    assert cells[1].tolist() == ["0.5", "1.25", "1", "2"]
    assert cells[2].tolist() == ["a", "", "é", "99"]
    assert cells[3].tolist() == ["2024-05-01 09:30:00"] * 4


def test_labels_and_declared_codes_come_along(content):
    _, (q1, weight, name, _) = read(content, "x.sav")
    assert (q1.name, q1.label, q1.value_labels) == ("q1", "How far?", {"1": "Agree", "8": "Don't know"})
    assert q1.missing == {"9"}
    assert (weight.label, weight.missing, name.missing) == ("", frozenset(), {"99"})


def test_a_file_cut_off_is_refused(content):
    with pytest.raises(ExportError, match="damaged or incomplete"):
        read(content[:300], "x.sav")


@pytest.fixture(params=[8, 10, 12, 13, 15])
def stata(request, tmp_path):
    frame = pd.DataFrame(
        {"q1": [1, 2, "d", "i"], "name": ["a ", "", "d", "e"], "w": [0.5, 1.0, 2.0, float("nan")]}
    )
    pyreadstat.write_dta(
        frame,
        tmp_path / "x.dta",
        version=request.param,
        column_labels={"q1": "How far?"},
        variable_value_labels={"q1": {1: "Agree", "d": "Don't know", "i": "Not asked", "r": "Refused"}},
        missing_user_values={"q1": ["d", "i", "r"]},
    )
    return (tmp_path / "x.dta").read_bytes()


def test_stata_missing_values_stay_letters_with_their_labels(stata):
    cells, (q1, name, weight) = read(stata, "x.dta")
    assert cells.to_numpy().tolist() == [
        ["1", "a", "0.5"],
        ["2", "", "1"],
        ["d", "d", "2"],
        ["i", "e", ""],
    ]
    assert (q1.label, q1.missing) == ("How far?", {"d", "i"})
    assert q1.value_labels == {"1": "Agree", "d": "Don't know", "i": "Not asked", "r": "Refused"}
    assert (name.missing, weight.missing) == (frozenset(), frozenset())


def test_a_stata_file_cut_off_is_refused(stata):
    with pytest.raises(ExportError, match="Stata file is damaged or incomplete"):
        read(stata[:100], "x.dta")


@pytest.mark.parametrize("stata", [13, 15], indirect=True)
def test_a_stata_file_that_lost_only_labels_is_refused_too(stata):
    with pytest.raises(ExportError, match="its end is missing"):
        read(stata[: stata.index(b"</value_labels>")], "x.dta")


@pytest.mark.parametrize("lost", [1, 20, 60])
@pytest.mark.parametrize("stata", [8, 10, 12], indirect=True)
def test_an_old_stata_file_is_refused_when_labels_are_cut_off(stata, lost):
    with pytest.raises(ExportError, match="labels at its end that variables refer to are missing"):
        read(stata[:-lost], "x.dta")


def test_days_that_cannot_be_are_damage(content):
    far = content.replace(content[-8:], pack("<d", 1e300))
    with pytest.raises(ExportError, match="damaged"):
        read(far, "x.sav")


def test_the_kind_of_a_file_is_told_by_its_first_bytes(stata, content):
    assert (kind_of(stata), kind_of(content), kind_of(b"$FL3"), kind_of(b"")) == ("dta", "sav", "zsav", "")
    assert kind_of(b"id,question") == kind_of(b"response;id") == kind_of(b"PK\x03\x04") == ""
