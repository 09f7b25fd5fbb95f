"""From an export and an empty folder to a workspace that opens."""

import pytest

from alliance_analytics.errors import ModelError, WorkspaceError
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


OWN = """id,kind,wording_en,dimension
A,statement,We keep our promises.,trust
B,statement,We meet often.,trust
WHO,partner,Who do you work for?,
"""


def test_an_instrument_of_ones_own_goes_along(export, tmp_path):
    (tmp_path / "asked.csv").write_text(OWN, encoding="utf-8")
    opened = start_with(export, tmp_path / "new", alliance="ours", instrument=tmp_path / "asked.csv")
    assert [item.id for item in opened.instrument("ours").scored] == ["A", "B"]


def test_an_instrument_that_cannot_be_read_makes_no_folder(export, tmp_path):
    (tmp_path / "asked.csv").write_text("colour\nred\n", encoding="utf-8")
    with pytest.raises(ModelError):
        start_with(export, tmp_path / "new", instrument=tmp_path / "asked.csv")
    assert not (tmp_path / "new").exists()


def test_nothing_is_written_over(export, tmp_path):
    with pytest.raises(WorkspaceError, match=r"nothing was written.*aa\.open_workspace"):
        start_with(export, tmp_path / "quay")


@pytest.mark.parametrize(
    ("name", "told"), [("report.docx", "not a survey export"), ("missing.csv", "no such file")]
)
def test_what_is_no_export_makes_no_folder(tmp_path, name, told):
    (tmp_path / "report.docx").touch()
    with pytest.raises(WorkspaceError, match=told):
        start_with(tmp_path / name, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["", "..", "a/b", "a/", ".ledger"])
@pytest.mark.parametrize("called", ["alliance", "wave"])
def test_a_name_that_is_no_folders_makes_no_folder(export, tmp_path, called, name):
    with pytest.raises(WorkspaceError, match="name of a folder"):
        start_with(export, tmp_path / "new", **{called: name})
    assert not (tmp_path / "new").exists()


def test_a_path_may_begin_at_home(export, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    start_with("~/quay/2025/answers.csv", "~/new")
    assert open_workspace(tmp_path / "new").waves("my-alliance") == ("first",)
