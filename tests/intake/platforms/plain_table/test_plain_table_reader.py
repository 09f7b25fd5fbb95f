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


@pytest.fixture
def read(tmp_path):
    def make(*records):
        (tmp_path / "x.csv").write_text("\n".join(map(",".join, records)) + "\n", encoding="utf-8")
        return PlainTable().read(read_table(tmp_path / "x.csv"))

    return make


ANSWERS = [
    [answer, str(n % 3), f"{n}", "yes" if n % 2 else "no"] for n, answer in enumerate(["Agree", "No"] * 8)
]


def test_questions_below_names_are_no_respondent(read):
    found = read(["a", "b", "c", "d"], ["We meet", "How often?", "Age", "Well?"], *ANSWERS)
    assert (found.header_records, len(found.cells)) == (2, 16)
    assert [(column.name, column.text) for column in found.columns[:2]] == [
        ("a", "We meet"),
        ("b", "How often?"),
    ]


@pytest.mark.parametrize("first", [["Agree", "7", "71", "maybe"], ["", "", "", ""], ["x", "x", "x", "x"]])
def test_a_first_respondent_is_no_header(first, read):
    found = read(["a", "b", "c", "d"], first, *ANSWERS)
    assert found.header_records == 1
    assert {column.name for column in found.columns} == {""}


def test_few_records_show_no_second_header(read):
    assert (
        read(["a", "b", "c", "d"], ["We meet", "How often?", "Age", "Well?"], *ANSWERS[:9]).header_records
        == 1
    )


def test_notes_below_numbered_people_are_left_out(read):
    found = read(
        ["id", "How far?"], *[[str(n), "Agree"] for n in range(1, 9)], ["Total", "8"], ["", "mean 4"]
    )
    assert len(found.cells) == 8
    assert [note.row for note in found.notes] == [10, 11]


def test_a_title_above_the_headings_is_neither_heading_nor_respondent(read):
    found = read(["Our survey", "", "", ""], ["made in May", "", "", ""], ["a", "b", "c", "d"], *ANSWERS)
    assert (found.header_records, [column.heading for column in found.columns]) == (3, ["a", "b", "c", "d"])
    assert read(["a", "", "", ""], ["x", "", "", ""], ["1", "2", "", ""]).header_records == 1
