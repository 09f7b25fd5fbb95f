import pandas as pd
import pytest

from alliance_analytics.intake.labelled_file import Variable
from alliance_analytics.intake.platforms.labelled import read_labelled
from alliance_analytics.intake.table import Table


@pytest.fixture
def role():
    def read(variable, cells):
        table = Table("x.sav", pd.DataFrame({0: cells}, dtype=object), (variable,), "sav")
        return read_labelled("spss", table).columns[0].role

    return read


YES = {"1": "Yes", "2": "No"}


@pytest.mark.parametrize(
    ("variable", "cells", "expected"),
    [
        (Variable("S1", "We meet.", {"1": "Agree", "5": "Disagree"}), ["1", "5"], "answer"),
        (Variable("Q2_1", "By mail", {"1": "By mail"}), ["1", ""], "choice"),
        (Variable("Q2_1", "By mail", {"1": "By mail"}), ["1", "2"], "answer"),
        (Variable("MEET1", "By mail", YES, option_of="MEET"), ["1", "2"], "choice"),
        (Variable("WTFACTOR", "Weight factor"), ["0.81", "1.2"], "administration"),
        (Variable("weegfactor", ""), ["1", "0.9"], "administration"),
        (Variable("WEIGHT", "Body weight in kilos"), ["70", "81"], "answer"),
        (Variable("WEIGHT", "Weight of the matter", YES), ["1", "2"], "answer"),
        (Variable("ID", "Identifier"), ["1", "2"], "response_id"),
        (Variable("ID", "Identifier"), ["1", "1"], "answer"),
        (Variable("Q1_Page_Submit", "Timing"), ["3.2", "4"], "timing"),
        (Variable("Q9_NPS_GROUP", "How likely?", {"1": "Detractor"}), ["1", "1"], "administration"),
    ],
)
def test_labels_and_names_say_what_a_column_is_for(variable, cells, expected, role):
    assert role(variable, cells) == expected


def test_there_are_no_header_records():
    table = Table("x.sav", pd.DataFrame({0: ["1"]}, dtype=object), (Variable("S1", "We meet."),), "sav")
    assert read_labelled("spss", table).header_records == 0


def test_qualtrics_rules_out_in_every_kind_of_file():
    names = ["StartDate", "Status", "ResponseId", "S1"]
    cells = pd.DataFrame([["2024", "0", "R1", "1"], ["2024", "1", "R2", "1"]], dtype=object)
    table = Table("x.sav", cells, tuple(Variable(name, "") for name in names), "sav")
    assert read_labelled("spss", table).exclusion.tolist() == ["", "preview"]
