"""What a drawing says of mark after mark, said once.

Only what every element of a run says alike moves up to a group around it, and only attributes that a group
hands down: the drawing stays the same to the pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

HANDED_DOWN = frozenset(
    """clip-path fill fill-opacity font-size font-weight stroke stroke-dasharray stroke-linecap
    stroke-linejoin stroke-opacity stroke-width text-anchor""".split()
)
AROUND = len("<g></g>")
"""Letters that a group costs."""


def gather(root: Element) -> None:
    """Put runs of neighbours that look alike into groups that say how."""
    waiting = [root]
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
        group = SubElement(parent, "g", common)
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
