"""From an export and an empty folder to a workspace that opens."""

import pytest

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.own_data import start_with


@pytest.fixture
def export(tmp_path, write_alliance):
    return write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}}) / "2025" / "answers.csv"


def test_the_copy_is_read_and_the_export_stays(export, tmp_path):
    before = export.read_bytes()
    opened = start_with(export, tmp_path / "new", alliance="our-quay", wave="2025")
    assert len(opened.responses("our-quay", "2025")) == 6
    assert opened.title("our-quay", "en") == "Our quay"
    assert export.read_bytes() == before


def test_people_are_linked_and_keys_and_answers_stay_out_of_version_control(export, tmp_path):
    opened = start_with(export, tmp_path / "new")
    assert opened.key.lasting
    assert "keys/" in (tmp_path / "new" / ".gitignore").read_text(encoding="utf-8")
    assert open_workspace(tmp_path / "new").waves("my-alliance") == ("first",)


def test_nothing_is_written_over(export, tmp_path):
    with pytest.raises(WorkspaceError, match="nothing was written"):
        start_with(export, tmp_path / "quay")


@pytest.mark.parametrize("name", ["report.docx", "missing.csv"])
def test_what_is_no_export_makes_no_folder(tmp_path, name):
    (tmp_path / "report.docx").touch()
    with pytest.raises(WorkspaceError, match="not a survey export"):
        start_with(tmp_path / name, tmp_path / "new")
    assert not (tmp_path / "new").exists()
