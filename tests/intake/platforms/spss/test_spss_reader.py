import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.spss.reader import Spss
from alliance_analytics.intake.table import read_table


@pytest.fixture
def table(tmp_path):
    def make(columns, **meta):
        pyreadstat.write_sav(pd.DataFrame(columns), tmp_path / "x.sav", **meta)
        return read_table(tmp_path / "x.sav")

    return make


def test_labels_and_missing_codes_travel_with_their_column(table):
    made = table(
        {"s1": [1.0, 9.0]},
        column_labels={"s1": "A statement."},
        variable_value_labels={"s1": {1.0: "Agree", 9.0: "Refused"}},
        missing_ranges={"s1": [9.0]},
    )
    [column] = Spss().read(made).columns
    assert Spss().recognises(made)
    assert (column.name, column.text, column.missing) == ("s1", "A statement.", {"9"})
    assert column.labels == {"1": "Agree", "9": "Refused"}


def test_there_is_no_header_record(table):
    assert Spss().read(table({"s1": [1.0, 2.0]})).cells.index.tolist() == [1, 2]


def test_a_file_of_qualtrics_rules_out_the_same_responses(table):
    made = table(
        {
            "StartDate": ["2024-05-01"] * 3,
            "Status": [0.0, 1.0, 2.0],
            "Finished": [1.0, 1.0, 1.0],
            "ResponseId": ["R1", "R2", "R3"],
            "s1": [1.0, 1.0, 1.0],
        }
    )
    read = Spss().read(made)
    assert read.exclusion.tolist() == ["", "preview", "test"]
    assert read.columns[3].role == "response_id"


def test_a_variable_called_status_is_a_question_elsewhere(table):
    read = Spss().read(table({"status": [1.0, 2.0], "name": ["a", "b"]}))
    assert read.exclusion.tolist() == ["", ""]
    assert {column.role for column in read.columns} == {"answer"}


def test_text_is_no_spss_file(tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    made = read_table(tmp_path / "x.csv")
    assert not Spss().recognises(made)
    with pytest.raises(ExportError, match="not an SPSS file"):
        Spss().read(made)
