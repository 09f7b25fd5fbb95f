"""What a drawing says of mark after mark, said once: shapes, colours, type sizes, and where it is cut off.

Only what every element of a run says alike moves up to a group around it, and only attributes that a group
hands down: the drawing stays the same to the pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

Element = ElementTree.Element
SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
HANDED_DOWN = frozenset(
    """clip-path fill fill-opacity font-size font-weight stroke stroke-dasharray stroke-linecap
    stroke-linejoin stroke-opacity stroke-width text-anchor""".split()
)
AROUND = len("<g></g>")
"""Letters that a group costs."""


def share_marks(root: Element) -> None:
    """Define a mark of one shape once, all of them at the start: matplotlib does it anew for every point."""
    shelf = ElementTree.Element(f"{SVG}defs")
    first: dict[str, str] = {}
    same: dict[str, str] = {}
    for parent, definitions in list(_children(root, f"{SVG}defs")):
        parent.remove(definitions)
        for definition in definitions:
            name, shape = definition.get("id", ""), _shape(definition)
            if first.setdefault(shape, name) == name:
                shelf.append(definition)
            same[name] = first[shape]
    for element in root.iter():
        _point_elsewhere(element, same)
    if len(shelf):
        root.insert(0, shelf)


def drop_clips(root: Element) -> None:
    """Drop every clip along the edge of the drawing, which clips anyway."""
    edges = [float(number) for number in root.get("viewBox", "").split()]
    for parent, clip in list(_children(root, f"{SVG}clipPath")):
        if _box(clip.find(f"{SVG}rect")) == edges:
            parent.remove(clip)
            for element in root.iter():
                if element.get("clip-path") == f"url(#{clip.get('id')})":
                    del element.attrib["clip-path"]


def gather(root: Element) -> None:
    """Put runs of neighbours that look alike into groups that say how."""
    waiting = [element for element in root.iter() if element.tag in {f"{SVG}svg", f"{SVG}g"}]
    while waiting:
        waiting += _gathered(waiting.pop())


def _gathered(parent: Element) -> Iterator[Element]:
    """Group the children of an element, and give the groups, whose children may be grouped in turn."""
    children, place = list(parent), 0
    for child in children:
        parent.remove(child)
    while place < len(children):
        end, common = _best_run(children, place)
        if end - place < 2:
            parent.append(children[place])
            place += 1
            continue
        group = ElementTree.SubElement(parent, f"{SVG}g", common)
        for child in children[place:end]:
            child.attrib = {name: value for name, value in child.attrib.items() if name not in common}
            group.append(child)
        place = end
        yield group


def _best_run(children: list[Element], start: int) -> tuple[int, dict[str, str]]:
    """Return the end of the run from ``start`` that saves most letters, and what its elements share."""
    common = {name: value for name, value in children[start].items() if name in HANDED_DOWN}
    best, end, shared = 0, start, common
    for place in range(start + 1, len(children)):
        common = {name: value for name, value in common.items() if children[place].get(name) == value}
        said = sum(len(f' {name}="{value}"') for name, value in common.items())
        if not common:
            break
        if (place - start) * said - AROUND > best:
            best, end, shared = (place - start) * said - AROUND, place + 1, common
    return end, shared


def _children(root: Element, tag: str) -> Iterator[tuple[Element, Element]]:
    for parent in root.iter():
        for child in parent.findall(tag):
            yield parent, child


def _shape(definition: Element) -> str:
    """Return all of a definition but its name."""
    bare = ElementTree.Element(definition.tag, {**definition.attrib, "id": ""})
    bare.extend(definition)
    return ElementTree.tostring(bare, encoding="unicode")


def _point_elsewhere(element: Element, same: dict[str, str]) -> None:
    for name, value in element.items():
        if name == HREF:
            element.set(name, f"#{same.get(value[1:], value[1:])}")
        elif value.startswith("url(#"):
            element.set(name, f"url(#{same.get(value[5:-1], value[5:-1])})")


def _box(rectangle: Element | None) -> list[float]:
    if rectangle is None:
        return []
    return [float(rectangle.get(side, "0")) for side in ("x", "y", "width", "height")]
