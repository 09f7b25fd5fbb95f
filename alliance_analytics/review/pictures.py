"""The fields of an exhibit that hold a picture: for a desk, for a phone, and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypedDict

from matplotlib.figure import Figure

from alliance_analytics.publish.figures.saving import to_svg

_AT_A_DESK = ContextVar("at a desk", default=False)


class Picture(TypedDict):
    """Two drawings and their description; the one for phones is '' at a desk."""

    svg: str
    svg_narrow: str
    alt: str


def picture(draw: Callable[..., Figure], alt: str, *frames: Any, **settings: Any) -> Picture:
    """Return a figure drawn at both widths, with the sentence that stands for it.

    Parameters
    ----------
    draw : callable
        A function of :mod:`alliance_analytics.publish.figures`.
    alt : str
        What its twin for words returned.
    frames, settings
        What both drawings get.
    """
    return Picture(
        svg=to_svg(draw(*frames, **settings)),
        svg_narrow="" if _AT_A_DESK.get() else to_svg(draw(*frames, narrow=True, **settings)),
        alt=alt,
    )


@contextmanager
def at_a_desk() -> Iterator[None]:
    """Leave out the drawings for phones within: half the time, where a notebook shows the other alone."""
    before = _AT_A_DESK.set(True)
    try:
        yield
    finally:
        _AT_A_DESK.reset(before)
