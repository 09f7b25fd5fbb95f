"""One family of errors, one wording: what is wrong, where, what was found, what is allowed, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class AllianceError(Exception):
    """Something a user can mend.

    Parameters
    ----------
    what : str
        What is wrong, as a whole sentence.
    where : str, optional
        File, sheet, row or column, as short as it can be found by.
    found : str, optional
        The value met. Never an answer, a comment, a name or a mail address.
    allowed : str, optional
        What would have been accepted.
    remedy : str, optional
        What to do next, as a whole sentence.
    """

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        found: str | None = None,
        allowed: str | None = None,
        remedy: str | None = None,
    ) -> None:
        self.what, self.where, self.found, self.allowed, self.remedy = what, where, found, allowed, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        """Return the message, one part a line."""
        parts = [
            ("Where", self.where),
            ("Found", self.found),
            ("Allowed", self.allowed),
            ("What to do", self.remedy),
        ]
        return "\n".join([self.what, *(f"  {name}: {value}" for name, value in parts if value)])

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows: the message alone, for where it was raised mends nothing."""
        return [f"{type(self).__name__}: {self}"]


class ModelError(AllianceError):
    """A file of the model, or an instrument, is broken."""


class WorkspaceError(AllianceError):
    """A folder does not hold what a workspace holds."""


class ExportError(AllianceError):
    """A survey export cannot be read, or is not unambiguous."""


class DocumentError(AllianceError):
    """A report document cannot be read."""


class ParameterError(AllianceError):
    """A parameter of a notebook or a command has a wrong name or value."""


class DisclosureError(AllianceError):
    """Something was asked for that could tell about a person."""


class PageError(AllianceError):
    """A page cannot be made, or would hold what must not leave the room."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or None when none is near.

    Examples
    --------
    >>> nearest("aliance", ["alliance", "wave"])
    'alliance'
    """
    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a remedy that names the nearest known name, or lists the known ones."""
    names = sorted(known)
    near = nearest(name, names)
    return f"Did you mean {near!r}?" if near else f"Use one of: {', '.join(names)}."
