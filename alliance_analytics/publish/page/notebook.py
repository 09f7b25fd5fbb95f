"""From an executed notebook to its exhibits, by allow-list: what is not an exhibit stays behind.

Printed text, tables, warnings and widgets of a notebook are never looked at. A notebook that stopped on the
way gives nothing at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from alliance_analytics.errors import PageError
from alliance_analytics.publish.exhibit import MEDIA_TYPE, Exhibit


def exhibits_of(notebook_path: Path) -> tuple[Exhibit, ...]:
    """Return the exhibits that the cells of an executed notebook show, in order.

    Parameters
    ----------
    notebook_path : Path
        An ``.ipynb`` file (format 4), run to its end.

    Raises
    ------
    PageError
        If the file is no notebook, a cell failed or did not run, an exhibit is broken, or there is none.
    """
    notebook = _read(notebook_path)
    name = notebook_path.name
    cells = [cell for cell in notebook["cells"] if cell.get("cell_type") == "code" and _source(cell).strip()]
    _refuse_unfinished(notebook, cells, name)
    exhibits = tuple(
        _exhibit(content, f"{name}, code cell {number}")
        for number, cell in enumerate(cells, 1)
        for content in _contents(cell)
    )
    if not exhibits:
        raise PageError(
            "A notebook shows no exhibit.", where=name, remedy="End a cell with an exhibit, and run it again."
        )
    return exhibits


def settings_of(exhibits: tuple[Exhibit, ...]) -> dict[str, str]:
    """Return the settings of the page, which one exhibit carries: title, alliance, wave, provenance.

    Raises
    ------
    PageError
        If none or more than one exhibit has settings.
    """
    found = [exhibit.settings for exhibit in exhibits if exhibit.settings]
    if len(found) != 1:
        raise PageError(
            "The settings of the page are not unambiguous.",
            found=f"{len(found)} exhibits with settings",
            allowed="exactly one",
            remedy="Show one exhibit with settings: title, alliance, wave and provenance.",
        )
    return dict(found[0])


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PageError(
            "A file cannot be read as a notebook.", where=path.name, remedy="Run the review again."
        ) from error
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise PageError(
            "A file is no notebook.", where=path.name, allowed="a Jupyter notebook of format 4 (.ipynb)"
        )
    return content


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _refuse_unfinished(notebook: dict[str, Any], cells: list[dict[str, Any]], name: str) -> None:
    run = notebook.get("metadata", {}).get("papermill", {"end_time": "not run by papermill"})
    if run.get("exception") or run.get("end_time") is None:
        raise _unfinished("The notebook was not run to its end.", name)
    for number, cell in enumerate(cells, 1):
        where = f"{name}, code cell {number}"
        if any(output.get("output_type") == "error" for output in cell.get("outputs", [])):
            raise _unfinished("A cell of the notebook failed.", where)
        if cell.get("execution_count") is None or _status(cell) != "completed":
            raise _unfinished("A cell of the notebook did not run.", where)


def _status(cell: dict[str, Any]) -> object:
    return cell.get("metadata", {}).get("papermill", {}).get("status", "completed")


def _unfinished(what: str, where: str) -> PageError:
    return PageError(what, where=where, remedy="Mend the cause that the run named, and run the review again.")


def _contents(cell: dict[str, Any]) -> Iterator[Any]:
    for output in cell.get("outputs", []):
        if MEDIA_TYPE in output.get("data", {}):
            yield output["data"][MEDIA_TYPE]


def _exhibit(content: Any, where: str) -> Exhibit:
    try:
        return _reader().validate_python(content)
    except ValidationError as error:
        places = (
            ".".join(str(part) for part in one["loc"]) + f": {one['msg']}" for one in error.errors()[:5]
        )
        raise PageError(
            "An exhibit of the notebook is broken.",
            where=where,
            found="; ".join(places),
            remedy="Run the review again with the version of the package that is installed.",
        ) from error


@cache
def _reader() -> TypeAdapter[Exhibit]:
    return TypeAdapter(Exhibit)
