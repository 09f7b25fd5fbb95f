"""What may be made beside a page, of the same exhibits, and what looks at it all before it counts as done.

Each part is one line here: a name of an option and where its writer lives, imported when it is first asked
for. A writer takes a :class:`Made` and returns endings and contents: ``{".pdf": b"..."}`` becomes
``2025.pdf`` beside ``2025.html``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
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
Audit = Callable[[Path], Sequence[str]]

WRITERS: dict[str, str] = {}
"""Option to ``module:function`` of its :data:`Writer`."""
CHECKS: tuple[str, ...] = ()
"""Each is given a review and its files before they are put in place; it raises to stop them."""
AUDITS: tuple[str, ...] = ()
"""Each is given the folder of the pages after a run, and returns what is wrong with it."""


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


def check(made: Made, files: Mapping[str, bytes]) -> None:
    """Let every check look at a review and its files; whatever one raises stops the review."""
    for place in CHECKS:
        look: Check = called(place)
        look(made, files)


def audit(out: Path) -> tuple[str, ...]:
    """Return what the audits of the folder of the pages find wrong, in sentences."""
    looks: list[Audit] = [called(place) for place in AUDITS]
    return tuple(problem for look in looks for problem in look(out))


def called(place: str) -> Any:
    """Return the function at ``module:function``."""
    module, function = place.split(":")
    return getattr(import_module(module), function)
