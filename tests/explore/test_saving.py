"""What leaves the explorer is an exhibit, noted in the ledger before it is written."""

import shutil

import pytest

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError
from alliance_analytics.explore.saving import save_picture, save_report, save_table
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.workspace.ledger import FILE, FOLDER


@pytest.fixture(scope="module")
def study(world, tmp_path_factory):
    """A study of a copy, for saving is noted in the workspace."""
    root = tmp_path_factory.mktemp("copy") / "world"
    shutil.copytree(world, root)
    return aa.study(root, "ferry", "2025")


@pytest.fixture
def exhibit():
    return Exhibit("one", "standing", "Headline")


def test_a_picture_is_saved_without_what_the_tool_tells_of_itself(study, tmp_path):
    path = save_picture(study, aa.spider(study), tmp_path / "new")
    text = path.read_text(encoding="utf-8")
    assert path.name == "ferry-2025-spider-pillar.svg"
    assert text.startswith("<svg")
    assert "<metadata>" not in text


def test_a_table_is_saved_as_it_is_shown(study, tmp_path):
    shown = aa.spider(study)
    lines = save_table(study, shown, tmp_path).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(shown.table.rows) + 1
    assert lines[1].startswith('"speed","')


def test_a_report_is_one_page_without_a_script(study, tmp_path):
    text = save_report(study, [aa.spider(study)], tmp_path).read_text(encoding="utf-8")
    assert "SYNTHETIC" in text.upper()
    assert "<h1>A selection from the explorer</h1>" in text
    assert "Annual review" not in text
    assert "<script" not in text
    assert aa.spider(study).headline in text


def test_what_is_saved_is_noted_in_the_ledger(study, tmp_path):
    ledger = study.workspace.root / FOLDER / FILE
    ledger.unlink(missing_ok=True)
    save_table(study, aa.spider(study), tmp_path)
    assert '"ferry"' in ledger.read_text(encoding="utf-8")


def test_what_is_not_there_cannot_be_saved_and_nothing_is_written(study, exhibit, tmp_path):
    with pytest.raises(ParameterError, match="no picture"):
        save_picture(study, exhibit, tmp_path)
    with pytest.raises(ParameterError, match="no table"):
        save_table(study, exhibit, tmp_path)
    assert list(tmp_path.iterdir()) == []
