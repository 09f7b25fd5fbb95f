"""Small notebooks of every fate, and a workspace folder with nothing in its waves."""

import nbformat
import pytest

PARAMETERS = """
workspace = ""  # type: str The folder
alliance = ""  # type: str Which alliance
wave = ""  # type: str Which wave
language = "en"  # type: str en or nl
"""
SHOWS = """
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.page.assembling import page_settings
display(page_settings("Review", language, alliance=alliance, wave=wave, sections={"one": "One"},
                      provenance={}, synthetic=True))
display(Exhibit("first", "one", f"Finding of {alliance}"))
print("a printed line that must not travel")
"""
ASKS_TOO_MUCH = """
from alliance_analytics.errors import WorkspaceError
raise WorkspaceError("The wave has no export.", where="2024", remedy="Put the export there.")
"""


def notebook(path, *cells):
    """Write a notebook with a parameters cell and the code cells given."""
    tagged = nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})
    content = nbformat.v4.new_notebook(cells=[tagged, *map(nbformat.v4.new_code_cell, cells)])
    content.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(content, path)
    return path


@pytest.fixture
def showing(tmp_path):
    return notebook(tmp_path / "showing.ipynb", SHOWS)


@pytest.fixture
def failing(tmp_path):
    return notebook(tmp_path / "failing.ipynb", SHOWS, ASKS_TOO_MUCH)


@pytest.fixture
def silent(tmp_path):
    return notebook(tmp_path / "silent.ipynb", "1 + 1")


@pytest.fixture
def folder(tmp_path):
    """Two alliances: one with two waves, one with none."""
    root = tmp_path / "world"
    for wave in ("2023", "2024"):
        (root / "harbour" / wave / "reports").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "empty" / "alliance.yml").write_text("title: Empty\nlanguage: nl\n")
    return root
