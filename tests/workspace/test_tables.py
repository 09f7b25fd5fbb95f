"""Tables as CSV say what the YAML files can say."""

from datetime import date

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.workspace.tables import (
    invited_from_settings,
    invited_from_table,
    invited_of,
    read_table,
    wave_from_table,
)

INSTRUMENT = default_instrument()


@pytest.fixture
def write(tmp_path):
    """A function that writes a table and returns its path."""

    def written(text, encoding="utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return written


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "a;b\n1;2\n", "\ufeffa,b\r\n1,2\r\n", "a,b\n\n 1 , 2 \n"])
def test_separators_marks_and_spaces_do_not_matter(write, text):
    assert read_table(write(text)).to_dict("records") == [{"a": "1", "b": "2"}]


def test_a_table_of_one_column_and_cells_left_out_at_the_end_are_read(write):
    assert read_table(write("wave\n2024\n")).to_dict("records") == [{"wave": "2024"}]
    assert read_table(write("a,b\n1\n")).to_dict("records") == [{"a": "1", "b": ""}]


def test_rows_are_numbered_as_in_the_file(write):
    assert list(read_table(write("a\n1\n\n3\n")).index) == [2, 4]


@pytest.mark.parametrize(
    ("text", "found"),
    [("a,b\n1,2,3\n", "3 cells"), ("a,a\n1,2\n", "a"), ('a,b\n"1,2\n', "Error")],
)
def test_a_broken_table_is_refused_by_name(write, text, found):
    with pytest.raises(WorkspaceError, match=r"table\.csv") as refusal:
        read_table(write(text))
    assert refusal.value.found == found


def test_a_table_that_is_not_in_utf_8_is_refused(write):
    with pytest.raises(WorkspaceError, match="UTF-8"):
        read_table(write("partner\nCoöperatie\n", encoding="latin-1"))


def test_invited_people_are_counted_for_the_wave_asked_for(write):
    path = write("wave,partner,level,invited\n2023,Quay,Tactical,4\n2024,Quay,Tactisch,6\n")
    invited = invited_from_table(path, "2024", INSTRUMENT)
    assert invited.to_dict("records") == [{"partner": "Quay", "level": "tactical", "invited": 6}]


def test_a_table_that_lies_in_a_wave_needs_no_column_for_it(write):
    invited = invited_from_table(write("partner,level,invited\nQuay,tactical,6\n"), "2024", INSTRUMENT)
    assert invited["invited"].sum() == 6


def test_the_numbers_of_the_settings_make_the_same_frame(write):
    table = invited_from_table(write("partner,level,invited\nQuay,tactical,6\n"), "2024", INSTRUMENT)
    settings = invited_from_settings({"Quay": {"Tactical": 6}}, INSTRUMENT, "wave.yml")
    assert settings.to_dict("list") == table.to_dict("list")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Quay,tactical,six", "row 2"),
        ("Quay,tactical,", "nothing"),
        ("Quay,tacticall,6", "'tactical'"),
        ("Quay,tactical,6\nQuay,Tactical,7", "twice"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_reason(write, row, said):
    with pytest.raises(WorkspaceError, match=said):
        invited_from_table(write(f"partner,level,invited\n{row}\n"), "2024", INSTRUMENT)


def test_a_column_that_lacks_is_named(write):
    with pytest.raises(WorkspaceError, match=r"Add invited\."):
        invited_from_table(write("partner,level\nQuay,tactical\n"), "2024", INSTRUMENT)


def test_a_level_of_the_settings_that_does_not_exist_is_refused():
    with pytest.raises(WorkspaceError, match="'strategic'"):
        invited_from_settings({"Quay": {"strategy": 3}}, INSTRUMENT, "2024/wave.yml")


def test_a_wave_has_its_date_file_language_and_codes_from_its_row(write):
    header = "wave,date,platform,file,language,answer_codes,email"
    settings = wave_from_table(
        write(f"{header}\n2024,2024-06-03,other,a.csv,nl,1=Agree|2=Disagree,no\n"), "2024"
    )
    assert (settings.date, settings.file, settings.language) == (date(2024, 6, 3), "a.csv", "nl")
    assert settings.answer_codes == {"1": "Agree", "2": "Disagree"}


def test_the_platform_of_the_table_is_left_to_the_content_of_the_export(write):
    assert wave_from_table(write("wave,platform\n2024,qualtrics\n"), "2024").platform is None


def test_a_wave_that_the_table_does_not_name_has_the_defaults(write):
    assert wave_from_table(write("wave,date\n2023,2023-06-03\n"), "2024").date is None


@pytest.mark.parametrize(
    ("row", "said"),
    [("2024,3 June,", "YYYY-MM-DD"), ("2024,,1:Agree", "1=first label"), ("2024,,\n2024,,", "twice")],
)
def test_a_row_of_waves_that_cannot_be_read_is_refused(write, row, said):
    with pytest.raises(WorkspaceError, match=said):
        wave_from_table(write(f"wave,date,answer_codes\n{row}\n"), "2024")


def test_who_was_invited_is_said_by_the_first_table_that_tells_of_the_wave_or_by_the_settings(tmp_path):
    wave, alliance = tmp_path / "2025", tmp_path
    wave.mkdir()
    told = {"Quay": {"tactical": 8}}
    assert invited_of((wave, alliance), "2025", INSTRUMENT, told)["invited"].tolist() == [8]
    (alliance / "invited.csv").write_text("wave,partner,level,invited\n2025,Quay,tactical,9\n")
    assert invited_of((wave, alliance), "2025", INSTRUMENT, told)["invited"].tolist() == [9]
    (wave / "invited.csv").write_text("partner,level,invited\nQuay,tactical,10\n")
    assert invited_of((wave, alliance), "2025", INSTRUMENT, told)["invited"].tolist() == [10]
    assert invited_of((alliance,), "2024", INSTRUMENT, told)["invited"].tolist() == [8]


def test_a_table_of_waves_may_say_until_when_answers_may_be_kept(tmp_path):
    (tmp_path / "waves.csv").write_text("wave,retain_until\n2025,2026-01-31\n")
    assert wave_from_table(tmp_path / "waves.csv", "2025").retain_until == date(2026, 1, 31)
