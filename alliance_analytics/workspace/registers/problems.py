"""A file that cannot be read at all becomes one problem, like a cell that cannot."""

from __future__ import annotations

from alliance_analytics.errors import AllianceError, WorkspaceError


def as_problem(error: AllianceError) -> WorkspaceError:
    """Return an error of any kind as a problem of a register."""
    return WorkspaceError(
        error.what, where=error.where, found=error.found, allowed=error.allowed, remedy=error.remedy
    )
