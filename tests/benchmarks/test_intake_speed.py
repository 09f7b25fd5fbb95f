import pytest

from benchmarks.intake_speed import READINGS, markdown, measured
from benchmarks.large_survey import write_survey


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("speed") / "survey.csv"
    write_survey(path, 100)
    return path


def test_each_reading_has_a_process_of_its_own_and_the_last_row_compares_them(file):
    table = measured(file, rounds=1)
    assert list(table.index) == [*READINGS, "ratio"]
    assert (table > 0).all(axis=None)
    assert (
        table.loc["ratio", "seconds"] == table.loc["read_survey", "seconds"] / table.loc["pandas", "seconds"]
    )
    assert (table.loc[list(READINGS), "peak"] < 2000).all()
    written = markdown(table, file).splitlines()
    assert [line.split("|")[1].strip() for line in written if line.startswith("|")][2:] == list(table.index)
