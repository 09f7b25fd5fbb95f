import pytest

from alliance_analytics.intake.platforms.google_forms.reader import GoogleForms
from alliance_analytics.intake.table import read_table


@pytest.fixture
def table(tmp_path):
    def make(text):
        path = tmp_path / "x.csv"
        path.write_text(text, encoding="utf-8")
        return read_table(path)

    return make


@pytest.mark.parametrize(
    "heading", ["Timestamp", "Tijdstempel", "Zeitstempel", "Horodateur", "Carimbo de data/hora"]
)
@pytest.mark.parametrize(
    "stamp",
    [
        "9/13/2019 13:29:55",
        "31-8-2020 14:20:53",
        "10.03.2023 12:28:23",
        "2023/03/21 8:16:53 AM OEZ",
        "2020/04/07 4:49:53 p. m. GMT-5",
        "2024-05-01 09:30:00",
        "Mon Sep 08 2025 13:58:23 GMT-0500 (Central Daylight Time)",
        "9/13/2019",
    ],
)
def test_time_stamps_of_every_route_and_language_are_known(heading, stamp, table):
    assert GoogleForms().recognises(table(f"{heading},How?\n{stamp},Well\n"))


@pytest.mark.parametrize(
    "text", ["Timestamp,How?\nlater,Well\n", "How?,Timestamp\nWell,9/13/2019 13:29:55\n"]
)
def test_a_heading_without_times_below_is_not_enough(text, table):
    assert not GoogleForms().recognises(table(text))


def test_a_grid_is_taken_apart(table):
    column = GoogleForms().read(table("Timestamp,How far? [Row [a]]\n9/13/2019 13:29,Agree\n")).columns[1]
    assert (column.text, column.part) == ("How far?", "Row [a]")


def test_addresses_and_bare_numbers_are_what_they_are(table):
    read = GoogleForms().read(table("Tijdstempel,E-mailadres,Hoe?\n31-8-2020 14:20:53,a@b.org,4\n"))
    assert [column.role for column in read.columns] == ["administration", "mail", "answer"]
    assert read.bare_numbers_are_points


def test_a_last_row_of_levels_of_measurement_is_no_respondent(table):
    read = GoogleForms().read(table("Tijdstempel,Hoe?\n31-8-2020 14:20:53,4\n,\n,Ordinaal\n"))
    assert read.cells.index.tolist() == [2]
    assert [(note.reason, note.row) for note in read.notes] == [("padding", None), ("note_row", 4)]


def test_a_row_of_levels_of_measurement_may_fill_the_column_of_times(table):
    read = GoogleForms().read(
        table(
            "Tijdstempel,Hoe?\n" + "".join(f"31-8-2020 14:20:5{n},4\n" for n in range(8)) + "Ratio,Ordinaal\n"
        )
    )
    assert len(read.cells) == 8
    assert read.notes[-1].reason == "note_row"


def test_several_answers_and_files_are_no_statements(table):
    read = GoogleForms().read(
        table(
            "Timestamp,How?,Plan\n"
            "2024/05/01 9:30:00 AM GMT+1,Mail;Phone,https://drive.google.com/open?id=a\n"
            "2024/05/01 9:31:00 AM GMT+1,Phone,https://drive.google.com/open?id=b\n"
            "2024/05/01 9:32:00 AM GMT+1,Mail;Phone;Letter,\n"
            "2024/05/01 9:33:00 AM GMT+1,Letter,\n"
        )
    )
    assert [c.role for c in read.columns] == ["administration", "choice", "identifier"]


def test_a_question_in_two_branches_is_one(table):
    read = GoogleForms().read(
        table("Timestamp,How?,How?\n2024/05/01 9:30:00,4,\n2024/05/01 9:31:00,,2\n2024/05/01 9:32:00,,\n")
    )
    assert read.cells[1].tolist() == ["4", "2", ""]
    assert read.columns[2].repeats == 1
