import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.sav import read


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
