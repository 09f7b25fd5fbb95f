"""Copies of the notebooks in a workspace, with that workspace set; what was edited is left alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.publish.wording import words
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.replacing import replace_all
from alliance_analytics.workspace.settings import title_in

FOLDER = "notebooks"
TAG = "parameters"
SET = 'workspace = ".."'
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
PAGES = {
    "explorer": (
        "import alliance_analytics as aa",
        "aa.explorer({folder!r}, read_only=True)",
        "aa.overview({folder!r})",
    ),
    "portfolio": (
        "import alliance_analytics as aa",
        "from alliance_analytics.review.portfolio.page import portfolio_exhibits",
        "display(*portfolio_exhibits(aa.portfolio({folder!r})))",
    ),
}
"""What is served to people who do not code: name of a page to the code of its cells."""


def own_notebooks(workspace: Workspace, shipped: Sequence[Path]) -> Path:
    """Copy notebooks into the workspace, those not there yet, and return the folder.

    Parameters
    ----------
    workspace : Workspace
        Beside whose alliances the copies lie.
    shipped : sequence of Path
        The project's notebooks.

    Raises
    ------
    WorkspaceError
        If the folder cannot be written to.
    """
    folder = workspace.root / FOLDER
    new = [
        (folder / path.name, with_workspace(path)) for path in shipped if not (folder / path.name).exists()
    ]
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            "The notebooks cannot be copied into the workspace.",
            where=workspace.name,
            found=type(error).__name__,
            remedy="See that you may write there, or open the notebooks of the project with make lab.",
        ) from error
    replace_all(new)
    return folder


def with_workspace(notebook: Path) -> bytes:
    """Return a notebook whose parameters name the folder above it, without the results of the example."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
        if TAG in cell["metadata"].get("tags", []):
            cell["source"] = [_set(line) for line in cell["source"]]
    return _written(content)


def served_notebooks(workspace: Workspace) -> dict[str, bytes]:
    """Return the notebooks that are served to people who do not code: name of the file to what it holds.

    The name of a file is what the list of pages shows. One alliance alone makes no portfolio.
    """
    language, title = workspace.settings.language, workspace.settings.title
    say, folder = words("explorer", language), str(workspace.root.resolve())
    names = [name for name in PAGES if name != "portfolio" or len(workspace.alliances) > 1]
    called = {name: say(f"served.{name}") for name in names}
    return {
        f"{called[name]}.ipynb": _page(
            [title_in(title, language, workspace.name), called[name]],
            [line.format(folder=folder) for line in PAGES[name]],
        )
        for name in names
    }


def _page(headings: Sequence[str], code: Sequence[str]) -> bytes:
    empty: dict[str, Any] = {"metadata": {}, "execution_count": None, "outputs": []}
    cells = [
        {"cell_type": "code", "id": f"cell-{n}", "source": [line], **empty} for n, line in enumerate(code)
    ]
    marked = "\n\n".join(f"{'#' * level} {text}" for level, text in enumerate(headings, start=1))
    heading = {"cell_type": "markdown", "id": "title", "metadata": {}, "source": [marked]}
    content = {"cells": [heading, *cells], "nbformat": 4, "nbformat_minor": 5}
    return _written({**content, "metadata": {"kernelspec": KERNEL, "title": " · ".join(headings)}})


def _set(line: str) -> str:
    if not line.startswith("workspace = "):
        return line
    _, mark, told = line.partition("  #")
    return f"{SET}{mark}{told}"


def _written(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
