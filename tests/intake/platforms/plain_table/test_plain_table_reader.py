import pytest

from alliance_analytics.intake.platforms.plain_table.reader import PlainTable
from alliance_analytics.intake.table import read_table


@pytest.fixture
def table(tmp_path):
    (tmp_path / "x.csv").write_text("S1,partner\nAgree,North\n")
    return read_table(tmp_path / "x.csv")


def test_it_is_never_recognised_only_named(table):
    assert not PlainTable().recognises(table)


def test_one_header_record_stands_above_the_answers(table):
    read = PlainTable().read(table)
    assert [column.heading for column in read.columns] == ["S1", "partner"]
    assert read.cells.to_numpy().tolist() == [["Agree", "North"]]
    assert not read.bare_numbers_are_points
