import pandas as pd
import pyreadstat
import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms.spss.reader import Spss
from alliance_analytics.intake.platforms.stata.reader import Stata
from alliance_analytics.intake.table import read_table


def test_a_letter_keeps_its_label(tmp_path):
    frame = pd.DataFrame({"S1": [1.0, "d", float("nan")]})
    labels = {"S1": {1.0: "Agree", "d": "Don't know"}}
    pyreadstat.write_dta(
        frame, tmp_path / "x.dta", variable_value_labels=labels, missing_user_values={"S1": ["d"]}
    )
    made = read_table(tmp_path / "x.dta")
    read = Stata().read(made)
    assert Stata().recognises(made)
    assert not Spss().recognises(made)
    assert read.header_records == 0
    assert read.cells[0].tolist() == ["1", "d", ""]
    assert read.columns[0].labels == {"1": "Agree", "d": "Don't know"}
    assert read.columns[0].missing == {"d"}


def test_text_is_no_stata_file(tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    made = read_table(tmp_path / "x.csv")
    assert not Stata().recognises(made)
    with pytest.raises(ExportError, match="neither an SPSS nor a Stata file"):
        Stata().read(made)
