"""The path of a drawing in few letters: steps from point to point, in hundredths of a point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from matplotlib.path import Path

Place = Sequence[int]
LETTERS = {int(Path.MOVETO): "m", int(Path.LINETO): "l", int(Path.CURVE3): "q", int(Path.CURVE4): "c"}
FURTHER = {int(Path.CURVE3): 1, int(Path.CURVE4): 2}
"""Points that a step has after its first."""


@cache
def hundredths(number: int) -> str:
    """Return a number of hundredths as a decimal, without anything that can be left out.

    Examples
    --------
    >>> [hundredths(number) for number in (1230, -50, 0, 7)]
    ['12.3', '-.5', '0', '.07']
    """
    whole, part = divmod(abs(number), 100)
    text = f"{whole or ''}.{part:02d}".rstrip("0").rstrip(".") or "0"
    return f"-{text}" if number < 0 else text


def short(number: float) -> str:
    """Return a number in hundredths, without anything that can be left out."""
    return hundredths(round(100 * number))


def rounded(number: float) -> str:
    """Return a number in tenths, as for letters, which nobody sees move by less."""
    return short(round(number, 1))


def outline(path: Path) -> str:
    """Return a path, in points with y downwards, as the text of a ``d`` attribute; a NaN is a gap."""
    known = path if np.isfinite(path.vertices).all() else path.cleaned(remove_nans=True)
    places = np.rint(np.multiply(known.vertices, 100)).astype(int).tolist()
    straight = [Path.MOVETO, *[Path.LINETO] * (len(places) - 1)]
    codes = np.asarray(straight if known.codes is None else known.codes).astype(int).tolist()
    return "".join(_steps(codes, places)).replace(" -", "-")


def _steps(codes: list[int], places: list[Place]) -> Iterator[str]:
    here: Place = (0, 0)
    start, last = here, ""
    waiting = zip(codes, places, strict=True)
    for code, place in waiting:
        if code == Path.STOP:
            return
        if code == Path.CLOSEPOLY:
            here, last = start, "z"
            yield last
            continue
        ends = [place, *(next(waiting)[1] for _ in range(FURTHER.get(code, 0)))]
        letter, numbers = _step(code, here, ends)
        said = " ".join(map(hundredths, numbers))
        yield f" {said}" if letter == last else letter + said
        here, last = ends[-1], letter
        start = here if code == Path.MOVETO else start


def _step(code: int, here: Place, ends: list[Place]) -> tuple[str, list[int]]:
    """Return the letter and the numbers of one step from ``here``."""
    numbers = [end[side] - here[side] for end in ends for side in (0, 1)]
    if code == Path.LINETO and 0 in numbers:
        return ("h", numbers[:1]) if numbers[1] == 0 else ("v", numbers[1:])
    return LETTERS[code], numbers
