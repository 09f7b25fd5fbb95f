"""The ways in which a label comes out of a platform other than it went in."""

from __future__ import annotations

from collections.abc import Callable

Variant = Callable[[str], str]


def lower_case(label: str) -> str:
    """Return the label without capitals."""
    return label.lower()


def trailing_space(label: str) -> str:
    """Return the label with a space behind it."""
    return label + " "


def double_space(label: str) -> str:
    """Return the label with its first space doubled."""
    return label.replace(" ", "  ", 1)


def no_break_space(label: str) -> str:
    """Return the label with a no-break space for its first space."""
    return label.replace(" ", "\u00a0", 1)


def swapped_letters(label: str) -> str:
    """Return the label with its second and third letters swapped, as a typing slip."""
    return label[0] + label[2] + label[1] + label[3:]


VARIANTS: tuple[Variant, ...] = (
    lower_case,
    trailing_space,
    double_space,
    no_break_space,
    swapped_letters,
)


def odd_spelling(label: str, choice: int) -> str:
    """Return the label spelt oddly in the way of number ``choice``, or in the next way that changes it."""
    ways = [VARIANTS[(choice + step) % len(VARIANTS)] for step in range(len(VARIANTS))]
    return next(written for written in (way(label) for way in ways) if written != label)
