"""A figure as lean SVG: every stroke, mark and letter as matplotlib asks for it, nothing said in vain.

Letters are text, not outlines: a third of the bytes, sharp at any size, and found by a search in a printed
page. Each label carries its width, so that it fills the same place in whatever font the reader has. A mark of
one shape is drawn once, and a clip stands only where something is cut off.
"""

from __future__ import annotations

from string import ascii_letters
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from alliance_analytics.publish.figures.lettering import ASCENT, text_width
from alliance_analytics.publish.figures.outlines import outline, rounded, short
from alliance_analytics.publish.figures.paint import Looks, colour, filled, said, stroked

NAMESPACES = {"xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink"}
HREF = "xlink:href"
"""The name that word processors know, too."""
FONTS = "DejaVu Sans,Verdana,sans-serif"
"""Of nearly the same widths: the first draws the figures, the second is on most desks."""
SHORTEST_FITTED = 4
"""Letters from which a label carries its width; a shorter one has no room to stray."""
NAMES = [*ascii_letters, *(f"{one}{other}" for one in ascii_letters for other in ascii_letters)]
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
TILE = 72
"""Side of the square that a hatching repeats, in points."""


class Drawing(RendererBase):
    """What matplotlib draws a figure on, ``width`` by ``height`` points; ``root`` is the SVG."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.flip = Affine2D().scale(1, -1).translate(0, height)
        self.shelf = Element("defs")
        self.names: dict[bytes, str] = {}
        wide, high = rounded(width), rounded(height)
        size = {"width": f"{wide}pt", "height": f"{high}pt", "viewBox": f"0 0 {wide} {high}"}
        look = {"font-family": FONTS, "stroke-linejoin": "round"}
        self.root = Element("svg", {**NAMESPACES, **size, **look})

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 - as matplotlib calls it
    ) -> None:
        """Draw a stroke, an area, or both; what has neither, or no place, leaves no trace."""
        looks, placed = self._looks(gc, rgbFace), (transform + self.flip).transform_path(path)
        steps = outline(placed)
        if steps and looks != {"fill": "none"}:
            clip = self._clip(gc, np.asarray(placed.vertices))
            SubElement(self.root, "path", {"d": steps, **clip, **looks})

    def draw_markers(  # noqa: PLR0917 - as matplotlib calls it
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Draw a mark at every point of a path; its shape and its edge are said once."""
        looks = self._looks(gc, rgbFace)
        edge = {name: looks.pop(name) for name in list(looks) if name.startswith("stroke")}
        mark = (marker_trans + Affine2D().scale(1, -1)).transform_path(marker_path)
        name = self._shelved(Element("path", {"d": outline(mark), **edge}))
        places = (trans + self.flip).transform(path.vertices)
        for place in places[np.isfinite(places).all(axis=1)]:
            x, y = map(short, place)
            clip = self._clip(gc, mark.vertices + place)
            SubElement(self.root, "use", {HREF: f"#{name}", "x": x, "y": y, **clip, **looks})

    def draw_text(  # noqa: PLR0917 - as matplotlib calls it
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,  # noqa: ARG002
        mtext: Text | None = None,
    ) -> None:
        """Write one line of text, held by the end at which it is aligned."""
        weight, size = str(prop.get_weight()), prop.get_size_in_points()
        looks = {"fill": colour(gc.get_rgb()), "font-size": short(size), "font-weight": weight}
        if mtext and not angle:
            x = mtext.get_transform().transform(mtext.get_position())[0]
            looks["text-anchor"] = ANCHORS[mtext.get_horizontalalignment()]
        place = {"x": rounded(x), "y": rounded(y)}
        if angle:
            place["transform"] = f"rotate({short(-angle)} {place['x']} {place['y']})"
        if len(s) >= SHORTEST_FITTED:
            place["textLength"] = rounded(text_width(s, size, weight))
        SubElement(self.root, "text", {**place, **said(looks)}).text = s

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,  # noqa: ARG002
    ) -> tuple[float, float, float]:
        """Return the size of a line of text, in points; all lines are equally high."""
        size = prop.get_size_in_points()
        return text_width(s, size, str(prop.get_weight())), size, (1 - ASCENT) * size

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the drawing, in points."""
        return self.width, self.height

    def _looks(self, gc: GraphicsContextBase, face: Any) -> Looks:
        fill = {"fill": f"url(#{self._hatching(gc, face)})"} if gc.get_hatch() else filled(face)
        looks = fill | stroked(gc)
        if gc.get_forced_alpha():
            rest = {name: value for name, value in looks.items() if not name.endswith("-opacity")}
            return rest | said({"opacity": short(gc.get_alpha())})
        return looks

    def _hatching(self, gc: GraphicsContextBase, face: Any) -> str:
        """Return the name of a hatching, and of the ground under it."""
        size, ink = str(TILE), colour(gc.get_hatch_color())
        pattern = Element("pattern", {"patternUnits": "userSpaceOnUse", "width": size, "height": size})
        SubElement(pattern, "rect", {"width": size, "height": size, **filled(face)})
        lines = Affine2D().scale(TILE, -TILE).translate(0, TILE).transform_path(gc.get_hatch_path())
        looks = {"stroke": ink, "stroke-width": short(gc.get_hatch_linewidth())}
        SubElement(pattern, "path", {"d": outline(lines), **looks})
        return self._shelved(pattern)

    def _clip(self, gc: GraphicsContextBase, points: np.ndarray) -> Looks:
        """Return where a drawing is cut off, if anything of it is."""
        frame, half = gc.get_clip_rectangle(), gc.get_linewidth() / 2
        if frame is None:
            return {}
        corners = self.flip.transform([(frame.x0, frame.y1), (frame.x1, frame.y0)])
        low, high = np.nanmin(points, axis=0) - half, np.nanmax(points, axis=0) + half
        if (corners[0] <= low).all() and (high <= corners[1]).all():
            return {}
        x, y, width, height = map(short, (*corners[0], *(corners[1] - corners[0])))
        clip = Element("clipPath")
        SubElement(clip, "rect", {"x": x, "y": y, "width": width, "height": height})
        return {"clip-path": f"url(#{self._shelved(clip)})"}

    def _shelved(self, element: Element) -> str:
        """Return the name of an element that is used from elsewhere, and keep it where it stands once."""
        content = tostring(element)
        if content not in self.names:
            self.names[content] = NAMES[len(self.names)]
            element.attrib = {"id": self.names[content], **element.attrib}
            self.shelf.append(element)
            if len(self.shelf) == 1:
                self.root.insert(0, self.shelf)
        return self.names[content]
