"""Both reviews, as pages and as slides, in every way a reader may open them, without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.chromium import Tab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
KINDS = ["page-en", "page-nl", "slides-en", "slides-nl"]
WAYS = {
    "desk": {},
    "phone": {"width": 390, "height": 844},
    "narrow": {"width": 320, "height": 640},
    "dark": {"dark": True},
    "dark phone": {"width": 390, "height": 844, "dark": True},
    "paper": {"width": 718, "height": 1000, "paper": True},
}
SHEET = {"width": 1280, "height": 720}
"""The paper of slides."""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SMALLEST = """[...document.images].filter(one => one.clientWidth).map(one => {
    const text = atob(one.currentSrc.split(',')[1])
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    const size = label => parseFloat(label.closest('[font-size]')?.getAttribute('font-size') ?? '16')
    const box = svg.viewBox.baseVal
    const scale = Math.min(one.clientWidth / box.width, one.clientHeight / box.height)
    return scale * Math.min(...[...svg.querySelectorAll('text')].map(size))
})"""
"""The smallest letters in each picture, in CSS pixels."""
TOO_WIDE = """[...document.querySelectorAll('body *')].filter(one =>
    !one.closest('.scroll, .unseen, .skip') && one.getBoundingClientRect().right > innerWidth + 1
).map(one => one.outerHTML.slice(0, 80))"""
CUT = """[...document.querySelectorAll('.slide')].filter(
    one => one.scrollHeight > one.clientHeight + 1).map(one => one.id)"""
UNFOLDED = """[...document.querySelectorAll('details table')].every(
    one => one.getBoundingClientRect().height > 20)"""
VIOLATIONS = """axe.run(document, {resultTypes: ['violations']}).then(done => done.violations.map(
    one => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 120)]))"""


@pytest.fixture(params=KINDS)
def page(request: pytest.FixtureRequest, pages: dict[str, Path]) -> Path:
    return pages[request.param]


@pytest.fixture(params=WAYS)
def opened(request: pytest.FixtureRequest, tab: Tab, page: Path) -> Tab:
    """A tab with a page in one of the ways, everything unfolded."""
    sheet = SHEET if request.param == "paper" and page.stem.startswith("slides") else {}
    tab.open(page, **WAYS[request.param] | sheet)
    tab.ask(OPEN_ALL)
    return tab


def test_a_page_is_light(page: Path) -> None:
    """Every figure stands there twice, once for phones, so the measure of two sets holds."""
    assert page.stat().st_size <= 500 * 1024


def test_nothing_is_asked_for_and_nothing_goes_wrong(opened: Tab) -> None:
    assert opened.requests == []
    assert opened.complaints == []
    assert opened.ask("document.scripts.length") == 0


def test_it_is_no_wider_than_the_screen(opened: Tab) -> None:
    assert opened.ask("document.documentElement.scrollWidth - innerWidth") <= 0
    assert opened.ask(TOO_WIDE) == []


def test_every_figure_is_there_and_described(opened: Tab) -> None:
    pictures = opened.ask("[...document.images].map(one => [one.naturalWidth, one.alt.trim().length])")
    assert len(pictures) >= 10
    assert all(width > 0 and 20 <= length <= 250 for width, length in pictures)


def test_letters_in_figures_can_be_read(opened: Tab) -> None:
    assert min(opened.ask(SMALLEST)) >= 8


def test_a_phone_gets_the_drawings_made_for_it(tab: Tab, page: Path) -> None:
    source = "[...document.images].map(one => one.currentSrc.length)"
    tab.open(page)
    wide = tab.ask(source)
    tab.open(page, width=390)
    assert all(one != other for one, other in zip(wide, tab.ask(source), strict=True))


def test_tables_are_unfolded_on_paper(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["page-en"], width=718, paper=True)
    assert tab.ask(UNFOLDED)


def test_a_slide_is_a_screen(tab: Tab, pages: dict[str, Path]) -> None:
    heights = (
        "[...document.querySelectorAll('.slide')].map(one => [one.id, one.getBoundingClientRect().height])"
    )
    for kind in ("slides-en", "slides-nl"):
        tab.open(pages[kind], width=1280, height=720)
        assert [each for each in tab.ask(heights) if each[1] > 721] == []
        tab.open(pages[kind], width=1280, height=720, paper=True)
        assert tab.ask(CUT) == []


def test_the_next_slide_is_one_link_away(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["slides-en"])
    order = tab.ask("[...document.querySelectorAll('.slide')].map(one => one.id)")
    tab.ask("document.querySelector('.turn a').focus()")
    for anchor in order[1:3]:
        tab.press("Enter")
        tab.wait_for(f"location.hash === '#{anchor}'")
        seen = f"Math.abs(document.getElementById('{anchor}').getBoundingClientRect().top) < 2"
        tab.wait_for(seen)
        for _ in range(9):
            tab.press("Tab")
            if tab.ask("document.activeElement.getAttribute('href')") == f"#{order[order.index(anchor) + 1]}":
                break
        else:
            pytest.fail(f"no link from {anchor} to the next slide")


def test_axe_finds_nothing(opened: Tab, axe: str) -> None:
    opened.ask(f"{axe}; null")
    assert opened.ask(VIOLATIONS) == []


def test_the_nu_checker_finds_nothing(page: Path, nu: Callable[[Path], str]) -> None:
    assert nu(page) == ""
