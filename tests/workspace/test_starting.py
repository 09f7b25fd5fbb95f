"""The start of a workspace is one that can be opened, filled in and kept safe."""

from pathlib import Path

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.checking import check_workspace
from alliance_analytics.workspace.starting import start_workspace


@pytest.fixture
def started(tmp_path):
    folder = tmp_path / "alliances"
    start_workspace(folder)
    return folder


def test_what_was_written_is_listed(tmp_path):
    assert start_workspace(tmp_path / "new") == tuple(
        Path(name)
        for name in (
            ".gitignore",
            "keys/link.key",
            "my-alliance/2025/wave.yml",
            "my-alliance/alliance.yml",
            "workspace.yml",
        )
    )


def test_it_can_be_opened(started):
    opened = open_workspace(started)
    assert opened.waves("my-alliance") == ("2025",)
    assert opened.invited("my-alliance", "2025")["invited"].sum() == 38
    assert opened.key.lasting


def test_only_the_export_is_missing(started):
    findings = check_workspace(open_workspace(started))
    assert findings[findings["state"] == "mend"]["about"].tolist() == ["survey"]


def test_a_survey_that_is_dropped_in_is_read(started, write_alliance):
    groups = {"First partner": {"tactical": (6, 5)}, "1st partner": {"strategic": (3, 2)}}
    filled = write_alliance(started.parent / "other", groups)
    (filled / "2025" / "answers.csv").rename(started / "my-alliance" / "2025" / "answers.csv")
    responses = open_workspace(started).responses()
    assert set(responses["partner"]) == {"First partner"}
    assert len(responses) == 7


def test_reports_have_a_place_that_holds_nothing_to_be_read(started):
    assert list((started / "my-alliance" / "2025" / "reports").iterdir()) == []


def test_exports_and_keys_stay_out_of_version_control(started):
    ignored = (started / ".gitignore").read_text().splitlines()
    assert {"keys/", "*.csv", "*.xlsx", "*.sav", "!invited.csv"} <= set(ignored)


def test_every_setting_is_explained(started):
    for path in started.rglob("*.yml"):
        assert "#" in path.read_text(), path.name


def test_a_folder_that_holds_anything_is_left_alone(tmp_path):
    (tmp_path / "precious.txt").write_text("mine")
    with pytest.raises(WorkspaceError, match="nothing was written"):
        start_workspace(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


def test_a_file_is_no_folder_to_start_in(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError, match="Give a new folder"):
        start_workspace(tmp_path / "file")
