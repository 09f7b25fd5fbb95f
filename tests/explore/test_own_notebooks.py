"""Notebooks of a workspace's own: its folder set, results of the example gone, edits left alone."""

import json
from pathlib import Path

import pytest

from alliance_analytics.batch.notebooks import declared_parameters
from alliance_analytics.errors import WorkspaceError
from alliance_analytics.explore.own_notebooks import own_notebooks, served_notebooks, with_workspace
from alliance_analytics.workspace import open_workspace

SHIPPED = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.fixture
def workspace(tmp_path, write_alliance):
    write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})
    return open_workspace(tmp_path)


def test_every_notebook_is_copied_and_the_workspace_still_opens(workspace):
    folder = own_notebooks(workspace, SHIPPED)
    assert [path.name for path in sorted(folder.iterdir())] == [path.name for path in SHIPPED]
    assert open_workspace(workspace.root).alliances == ("quay",)


def test_a_copy_that_was_edited_is_left_alone(workspace):
    (own_notebooks(workspace, SHIPPED) / SHIPPED[0].name).write_text("mine", encoding="utf-8")
    (workspace.root / "notebooks" / SHIPPED[1].name).unlink()
    folder = own_notebooks(workspace, SHIPPED)
    assert (folder / SHIPPED[0].name).read_text(encoding="utf-8") == "mine"
    assert (folder / SHIPPED[1].name).exists()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_folder_above_is_set_and_no_result_is_left(path, tmp_path):
    (tmp_path / path.name).write_bytes(with_workspace(path))
    declared = declared_parameters(tmp_path / path.name)
    assert declared["workspace"]["default"] == '".."'
    assert declared["language"] == declared_parameters(path)["language"]
    cells = json.loads((tmp_path / path.name).read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") for cell in cells)


def test_a_place_that_cannot_be_written_is_told(workspace):
    (workspace.root / "notebooks").write_text("a file")
    with pytest.raises(WorkspaceError, match="cannot be copied"):
        own_notebooks(workspace, SHIPPED)


def test_what_is_served_is_read_only(workspace):
    pages = served_notebooks(workspace)
    lines = ["".join(cell["source"]) for cell in json.loads(pages["What the survey says.ipynb"])["cells"]]
    assert lines[0] == f"# {workspace.name}\n\n## What the survey says"
    assert f"aa.explorer({str(workspace.root.resolve())!r}, read_only=True)" in lines
    assert not any("trusted" in line for line in lines)


def test_what_is_served_bears_the_title_of_the_workspace(workspace):
    (workspace.root / "workspace.yml").write_text("title: {en: Our work, nl: Ons werk}\nlanguage: nl\n")
    page = served_notebooks(open_workspace(workspace.root))["Wat de vragenlijst zegt.ipynb"]
    assert json.loads(page)["cells"][0]["source"][0].startswith("# Ons werk\n")


def test_one_alliance_makes_no_portfolio_and_two_do(workspace, write_alliance):
    explorer, portfolio = "What the survey says.ipynb", "All alliances side by side.ipynb"
    assert list(served_notebooks(workspace)) == [explorer]
    write_alliance(workspace.root / "ferry", {"Quay": {"tactical": (9, 6)}})
    assert list(served_notebooks(open_workspace(workspace.root))) == [explorer, portfolio]
