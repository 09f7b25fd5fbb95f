import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.spss.reader import Spss
from alliance_analytics.intake.survey import SurveySettings, read_survey
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
    with pytest.raises(ExportError, match="neither an SPSS nor a Stata file"):
        Spss().read(made)


def test_labels_at_the_ends_place_the_numbers_between_them(tmp_path, instrument):
    ends = {1.0: "Strongly agree", 5.0: "Strongly disagree", 8.0: "I don't know"}
    frame = pd.DataFrame({item.id: [1.0, 2.0, 5.0, 8.0] for item in instrument.scored})
    frame["S2"] = [4.0, 3.0, 2.0, 1.0]
    labels = {item.id: ends for item in instrument.scored}
    pyreadstat.write_sav(frame, tmp_path / "x.sav", variable_value_labels=labels)
    got = read_survey(tmp_path / "x.sav", instrument, SurveySettings(), alliance="a", wave="w")
    assert got.responses["S1"].tolist()[:3] == [5.0, 4.0, 1.0]
    assert got.missing_kinds["S1"].tolist() == ["", "", "", "dont_know"]
    assert got.responses["S2"].tolist() == [2.0, 3.0, 4.0, 5.0]
    assert "numbers_read" in set(got.log["reason"])


def test_labels_at_the_ends_of_a_longer_scale_place_nothing(tmp_path, instrument):
    ends = {1.0: "Strongly agree", 7.0: "Strongly disagree"}
    frame = pd.DataFrame({item.id: [1.0, 2.0, 4.0, 7.0] for item in instrument.scored})
    frame["S2"] = [4.0, 3.0, 2.0, 1.0]
    labels = {item.id: ends for item in instrument.scored}
    pyreadstat.write_sav(frame, tmp_path / "x.sav", variable_value_labels=labels)
    with pytest.raises(ExportError):
        read_survey(tmp_path / "x.sav", instrument, SurveySettings(), alliance="a", wave="w")
