"""The project's notebooks, and the parameters that each declares."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import papermill

from alliance_analytics.errors import ParameterError, WorkspaceError, did_you_mean

PLACES = (
    Path(__file__).resolve().parents[2] / "notebooks",
    Path(sys.prefix) / "share" / "alliance_analytics" / "notebooks",
)
"""A checkout, then an installation."""


def notebook_named(stem: str) -> Path:
    """Return the notebook whose name ends in ``stem``, e.g. ``'annual-review'``.

    Raises
    ------
    WorkspaceError
        If it is neither in the checkout nor in the installation.
    """
    found = [path for place in PLACES for path in sorted(place.glob(f"*{stem}.ipynb"))]
    if not found:
        raise WorkspaceError(
            "A notebook is missing.",
            found=stem,
            allowed="a file in notebooks/ of the checkout or the installation",
            remedy="Install the project again.",
        )
    return found[0]


def declared_parameters(notebook: Path) -> dict[str, dict[str, Any]]:
    """Return parameter name to what papermill infers of it: default, type and help."""
    declared: dict[str, dict[str, Any]] = papermill.inspect_notebook(str(notebook))
    return declared


def refuse_undeclared(notebook: Path, parameters: Mapping[str, object]) -> None:
    """Refuse parameters that the notebook does not declare; papermill alone would run without a word.

    Raises
    ------
    ParameterError
        With the nearest right name.
    """
    declared = declared_parameters(notebook)
    for name in parameters:
        if name not in declared:
            raise ParameterError(
                "The notebook has no such parameter.",
                where=notebook.name,
                found=name,
                allowed=", ".join(declared),
                remedy=did_you_mean(name, declared),
            )
