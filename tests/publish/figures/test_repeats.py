"""What is said once is said of the same marks as before."""

from __future__ import annotations

from xml.etree import ElementTree

from alliance_analytics.publish.figures.repeats import HREF, SVG, drop_clips, gather, share_marks

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 60">'
)


def parsed(inside: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"{HEAD}{inside}</svg>")


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
    assert root.find(f"{SVG}g") is None


def test_marks_keep_their_order() -> None:
    marks = [f'<path d="m{place}" fill="{"#111111" if place < 4 else "#222222"}"/>' for place in range(9)]
    root = parsed("".join(marks))
    gather(root)
    assert [path.get("d") for path in root.iter(f"{SVG}path")] == [f"m{place}" for place in range(9)]


def test_what_a_group_does_not_hand_down_stays_with_the_mark() -> None:
    root = parsed('<path d="m1" opacity=".5" fill="#111111"/><path d="m2" opacity=".5" fill="#111111"/>' * 2)
    gather(root)
    assert [path.get("opacity") for path in root.iter(f"{SVG}path")] == [".5"] * 4


def test_marks_of_one_shape_are_defined_once() -> None:
    mark = '<defs><path id="{0}" d="{1}"/></defs><use x="1" xlink:href="#{0}"/>'
    root = parsed(mark.format("a", "m0") + mark.format("b", "m0") + mark.format("c", "m9"))
    share_marks(root)
    assert [each.get("id") for each in root.iter(f"{SVG}path")] == ["a", "c"]
    assert [use.get(HREF) for use in root.iter(f"{SVG}use")] == ["#a", "#a", "#c"]


def test_hatching_of_one_shape_is_defined_once() -> None:
    pattern = (
        '<defs><pattern id="{0}" width="9"><path d="m1"/></pattern></defs><path fill="url(#{0})" d="m2"/>'
    )
    root = parsed(pattern.format("a") + pattern.format("b"))
    share_marks(root)
    assert len(root.findall(f".//{SVG}pattern")) == 1
    assert [path.get("fill") for path in root.findall(f"{SVG}path")] == ["url(#a)", "url(#a)"]


def test_a_clip_along_the_edge_goes_and_another_stays() -> None:
    clip = '<defs><clipPath id="{}"><rect width="{}" height="60"/></clipPath></defs>'
    drawn = '<path d="m1" clip-path="url(#all)"/><path d="m2" clip-path="url(#half)"/>'
    root = parsed(clip.format("all", 90) + clip.format("half", 45) + drawn)
    drop_clips(root)
    assert [path.get("clip-path") for path in root.findall(f"{SVG}path")] == [None, "url(#half)"]
    assert len(root.findall(f".//{SVG}clipPath")) == 1
