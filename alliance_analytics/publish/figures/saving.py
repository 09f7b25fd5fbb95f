"""A figure as a small, sharp SVG that is the same bytes every time and says nothing about who made it."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from matplotlib.figure import Figure

from alliance_analytics.publish.figures.canvas import POINTS_AN_INCH
from alliance_analytics.publish.figures.drawing import Drawing
from alliance_analytics.publish.figures.repeats import gather
from alliance_analytics.publish.figures.style import look


def to_svg(figure: Figure) -> str:
    """Return a figure as one SVG element.

    It stands on a white card, so that it reads the same on a dark page; there is no metadata. The same figure
    gives the same text, to the byte.
    """
    figure.set_dpi(POINTS_AN_INCH)
    drawing = Drawing(*figure.bbox.size)
    with look():
        figure.draw(drawing)
    gather(drawing.root)
    return tostring(drawing.root, encoding="unicode").replace(" />", "/>")
