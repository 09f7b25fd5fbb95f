"""Alliances, waves, exports and reports are told by where they lie."""

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace.layout import (
    alliance_folders,
    crosswalk_file,
    dictionary_files,
    exports_of,
    instrument_file,
    late_files,
    other_folders,
    report_files,
    survey_files,
    wave_folders,
)


def touched(root, *files):
    """Write empty files, and the folders that they lie in."""
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).touch()
    return root


def names(paths):
    return [path.name for path in paths]


def test_a_workspace_holds_alliances_by_name(tmp_path):
    root = touched(tmp_path, "quay/2024/export.csv", "canal/2024/export.csv")
    assert list(alliance_folders(root)) == ["canal", "quay"]


def test_the_folder_of_one_alliance_is_a_workspace_too(tmp_path):
    root = touched(tmp_path / "canal", "2024/export.csv", "2025/export.csv")
    assert alliance_folders(root) == {"canal": root}


def test_an_alliance_that_keeps_who_was_invited_in_each_wave_is_one_alliance(tmp_path):
    root = touched(tmp_path / "canal", "2024/export.csv", "2024/invited.csv", "2024/late/export.csv")
    assert list(alliance_folders(root)) == ["canal"]


def test_an_instrument_beside_the_alliances_does_not_make_one_alliance_of_them(tmp_path):
    root = touched(tmp_path, "instrument.csv", "canal/2024/export.csv")
    assert list(alliance_folders(root)) == ["canal"]


def test_a_stray_table_in_an_alliance_does_not_make_it_a_wave(tmp_path):
    root = touched(tmp_path, "canal/notes.xlsx", "canal/2024/export.csv", "quay/2024/export.csv")
    assert list(alliance_folders(root)) == ["canal", "quay"]


def test_an_alliance_without_a_wave_is_there_when_it_says_so(tmp_path):
    assert list(alliance_folders(touched(tmp_path, "workspace.yml", "canal/alliance.yml"))) == ["canal"]


def test_a_folder_without_alliances_is_not_a_workspace(tmp_path):
    with pytest.raises(WorkspaceError, match="alliance init") as refusal:
        alliance_folders(touched(tmp_path, "pictures/holiday.png"))
    assert refusal.value.found == "pictures"


def test_a_message_shows_the_name_of_a_folder_and_not_its_path(tmp_path):
    with pytest.raises(WorkspaceError) as refusal:
        alliance_folders(tmp_path / "nowhere")
    assert refusal.value.where == "nowhere"
    assert str(tmp_path) not in str(refusal.value)


@pytest.mark.parametrize("file", ["wave.yml", "reports/minutes.md", "export.sav"])
def test_settings_reports_or_an_export_make_a_wave(tmp_path, file):
    assert list(wave_folders(touched(tmp_path, f"2024/{file}"))) == ["2024"]


def test_a_folder_with_nothing_of_a_wave_is_told_apart(tmp_path):
    root = touched(tmp_path, "2024/export.csv", "photos/board.png")
    assert other_folders(root) == ("photos",)


def test_the_tables_of_the_workspace_and_hidden_files_are_no_exports(tmp_path):
    root = touched(tmp_path, "b.xlsx", "a.CSV", "invited.csv", "waves.csv", "~$b.xlsx", ".a.csv", "a.pdf")
    assert names(survey_files(root)) == ["a.CSV", "b.xlsx"]


def test_reports_may_lie_in_folders_of_their_own(tmp_path):
    root = touched(tmp_path, "reports/board/minutes.md", "reports/annual.pdf", "reports/.DS_Store")
    assert names(report_files(root)) == ["annual.pdf", "minutes.md"]


def test_a_later_drawing_of_an_export_lies_apart(tmp_path):
    root = touched(tmp_path, "export.csv", "late/export.csv")
    assert names(late_files(root)) == ["export.csv"]
    assert late_files(tmp_path / "late") == ()


def test_the_instrument_of_the_alliance_goes_before_that_of_the_workspace(tmp_path):
    root = touched(tmp_path, "instrument.yml", "canal/instrument.csv")
    assert instrument_file(root / "canal", root) == root / "canal" / "instrument.csv"
    assert instrument_file(root / "quay", root) == root / "instrument.yml"
    assert instrument_file(root / "quay") is None


def test_a_data_dictionary_is_no_second_export(tmp_path):
    wave = touched(tmp_path, "2024/export.csv", "2024/fields.csv") / "2024"
    (wave / "fields.csv").write_text('"Variable / Field Name","Form Name","Field Type"\n')
    assert names(survey_files(wave)) == ["export.csv"]
    assert names(dictionary_files(wave)) == ["fields.csv"]


def test_a_crosswalk_is_no_export_and_is_found(tmp_path):
    root = touched(tmp_path, "2025/export.csv", "2025/crosswalk.csv", "2024/export.csv", "2024/crosswalk.yml")
    assert names(survey_files(root / "2025")) == ["export.csv"]
    assert crosswalk_file(root / "2024").name == "crosswalk.yml"
    assert crosswalk_file(root) is None


def test_a_wave_is_read_from_the_export_that_is_named_or_from_all(tmp_path):
    root = touched(tmp_path, "2025/a.csv", "2025/b.csv", "2024/notes.pdf")
    assert names(exports_of(root / "2025", None, "canal/2025")) == ["a.csv", "b.csv"]
    assert names(exports_of(root / "2025", "b.csv", "canal/2025")) == ["b.csv"]
    with pytest.raises(WorkspaceError, match="no survey export") as refusal:
        exports_of(root / "2024", None, "canal/2024")
    assert (refusal.value.where, refusal.value.found) == ("canal/2024", "notes.pdf")
