"""The large survey is what it says: 60 columns as Qualtrics writes them, read to the last answer."""

import pytest

from alliance_analytics.intake.survey import SurveySettings, read_survey
from alliance_analytics.intake.table import read_table
from benchmarks.large_survey import LABELS, SHARES, STATEMENTS, instrument, write_survey

RECORDS = 400


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "survey.csv"
    write_survey(path, RECORDS)
    return path


def test_it_has_sixty_columns_of_which_most_hold_labels(file):
    cells = read_table(file).cells
    assert cells.shape == (RECORDS + 3, 60)
    labelled = [place for place in cells if set(cells[place].iloc[3:]) <= set(LABELS)]
    assert len([place for place in labelled if cells[place].iloc[3:].any()]) == STATEMENTS


def test_everybody_is_read_but_previews_and_the_unfinished(file):
    read = read_survey(file, instrument(), SurveySettings(), alliance="one", wave="2026")
    assert (read.platform, read.records) == ("qualtrics", RECORDS)
    assert set(read.excluded) <= {"preview", "unfinished"}
    assert 0.9 * RECORDS < read.kept < RECORDS
    share = read.responses[[item.id for item in instrument().scored]].notna().to_numpy().mean()
    assert share == pytest.approx(sum(SHARES[:5]), abs=0.02)


def test_the_same_seed_writes_the_same_file(file, tmp_path):
    write_survey(tmp_path / "again.csv", RECORDS)
    assert (tmp_path / "again.csv").read_bytes() == file.read_bytes()
