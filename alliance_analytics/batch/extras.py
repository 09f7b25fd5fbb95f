"""What may be made beside a page, of the same exhibits, and what looks at it all before it counts as done.

Each part is one line here: a name of an option and where its writer lives, imported when it is first asked
for. A writer takes a :class:`Made` and returns endings and contents: ``{".pdf": b"..."}`` becomes
``2025.pdf`` beside ``2025.html``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from alliance_analytics.errors import ParameterError, did_you_mean

if TYPE_CHECKING:
    from alliance_analytics.publish.exhibit import Exhibit


@dataclass(frozen=True)
class Made:
    """A review that was made and is not put in its place yet.

    ``name`` is its page within the folder of the pages, ``parameters`` those of its notebook.
    """

    name: str
    exhibits: tuple[Exhibit, ...]
    page: str
    parameters: Mapping[str, Any]


Writer = Callable[[Made], Mapping[str, bytes]]
Check = Callable[[Made, Mapping[str, bytes]], None]

WRITERS: dict[str, str] = {
    "pdf": "alliance_analytics.batch.beside:pdf",
    "slides": "alliance_analytics.batch.beside:slides",
    "tables": "alliance_analytics.batch.beside:tables_and_summary",
}
"""Option to ``module:function`` of its :data:`Writer`."""
CHECKS: tuple[str, ...] = (
    "alliance_analytics.batch.releasing:refuse_findings",
    "alliance_analytics.batch.releasing:note_in_ledger",
)
"""Each is given an annual review and its files before they are put in place; it raises to stop them."""


def refuse_unknown_extras(names: Sequence[str]) -> None:
    """Refuse a further file that nobody can make.

    Raises
    ------
    ParameterError
        With the nearest that somebody can.
    """
    for name in names:
        if name not in WRITERS:
            raise ParameterError(
                "There is no such further file of a review.",
                found=name,
                allowed=", ".join(WRITERS) or "none",
                remedy=did_you_mean(name, WRITERS) if WRITERS else None,
            )


def files_of(made: Made, names: Sequence[str]) -> dict[str, bytes]:
    """Return the ending and content of every further file asked for.

    Raises
    ------
    ParameterError
        If a name is unknown.
    PageError
        If a file cannot be made.
    """
    refuse_unknown_extras(names)
    found: dict[str, bytes] = {}
    for name in names:
        write: Writer = called(WRITERS[name])
        found.update(write(made))
    return found


def check(made: Made, files: Mapping[str, bytes], checks: Sequence[str]) -> None:
    """Let every check look at a review and its files; whatever one raises stops the review."""
    for place in checks:
        look: Check = called(place)
        look(made, files)


def called(place: str) -> Any:
    """Return the function at ``module:function``."""
    module, function = place.split(":")
    return getattr(import_module(module), function)
