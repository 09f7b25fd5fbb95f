"""What is said once is said of the same marks as before."""

from __future__ import annotations

from xml.etree import ElementTree

from alliance_analytics.publish.figures.repeats import gather


def parsed(inside: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<svg>{inside}</svg>")


def said_of(root: ElementTree.Element) -> list[dict[str, str]]:
    """Return every leaf with all that is said of it, by itself and by the groups around it."""

    def leaves(element: ElementTree.Element, told: dict[str, str]) -> list[dict[str, str]]:
        own = {**told, **element.attrib}
        return [leaf for child in element for leaf in leaves(child, own)] if len(element) else [own]

    return [leaf for child in root for leaf in leaves(child, {})]


def test_neighbours_that_look_alike_say_so_once() -> None:
    label = '<text x="{}" fill="#52606d" font-size="10">a</text>'
    root = parsed("".join(label.format(place) for place in range(5)))
    before = said_of(root)
    gather(root)
    assert said_of(root) == before
    assert ElementTree.tostring(root, encoding="unicode").count("#52606d") == 1


def test_what_some_do_not_say_is_not_said_for_them() -> None:
    root = parsed('<path d="m1" stroke="#123456"/><path d="m2"/><path d="m3" stroke="#123456"/>')
    before = said_of(root)
    gather(root)
    assert said_of(root) == before
    assert root.find("g") is None


def test_marks_keep_their_order() -> None:
    marks = [f'<path d="m{place}" fill="{"#111111" if place < 4 else "#222222"}"/>' for place in range(9)]
    root = parsed("".join(marks))
    gather(root)
    assert [path.get("d") for path in root.iter("path")] == [f"m{place}" for place in range(9)]


def test_what_a_group_does_not_hand_down_stays_with_the_mark() -> None:
    root = parsed('<path d="m1" opacity=".5" fill="#111111"/><path d="m2" opacity=".5" fill="#111111"/>' * 2)
    gather(root)
    assert [path.get("opacity") for path in root.iter("path")] == [".5"] * 4
