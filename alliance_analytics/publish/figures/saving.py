"""A figure as a small, sharp SVG that is the same bytes every time and says nothing about who made it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from types import SimpleNamespace

from matplotlib import pyplot
from matplotlib.figure import Figure
from scour.scour import sanitizeOptions, scourString

from alliance_analytics.publish.figures.leanness import leaner
from alliance_analytics.publish.figures.style import CARD, look

LARGEST = 60 * 1024
"""The most bytes a figure on a shared page should have."""
NOTHING = dict.fromkeys(("Date", "Creator", "Format", "Type"))
SCOUR = SimpleNamespace(
    digits=4,
    strip_comments=True,
    remove_metadata=True,
    remove_descriptive_elements=True,
    strip_ids=True,
    shorten_ids=True,
    indent_type="none",
    newlines=False,
    quiet=True,
)


def to_svg(figure: Figure) -> str:
    """Return a figure as one SVG element, and close the figure.

    It stands on a white card, so that it reads the same on a dark page; there is no metadata. The same figure
    gives the same text, to the byte.
    """
    stream = StringIO()
    with look():
        figure.savefig(stream, format="svg", facecolor=CARD, metadata=NOTHING)
    pyplot.close(figure)
    scoured = str(scourString(stream.getvalue(), sanitizeOptions(SCOUR)))
    return leaner(scoured[scoured.index("<svg") :].strip())


def to_png(figure: Figure, path: Path, dpi: int = 150) -> None:
    """Write a figure as a PNG without metadata, and close it."""
    with look():
        figure.savefig(path, format="png", facecolor=CARD, dpi=dpi, metadata={"Software": None})
    pyplot.close(figure)
