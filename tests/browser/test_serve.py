"""What ``alliance serve`` serves: asked for a token, without code, by keyboard alone, and read by axe."""

from __future__ import annotations

import importlib.util
import shutil
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress

import pytest
from websocket import WebSocketTimeoutException

from tests.browser.chromium import Tab, one_tab
from tests.browser.served import PATIENCE, PROJECT, choose, serving, walk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(importlib.util.find_spec("voila") is None, reason="the extra serve brings Voilà"),
]
EXPLORER, PORTFOLIO = "What%20the%20survey%20says", "All%20alliances%20side%20by%20side"
EARLIER = ("2021", "2022", "2023", ".ledger", "reports")
PICTURE = "document.querySelector('.widget-html img')?.src ?? ''"
WRONG = """axe.run(document, {resultTypes: ['violations']}).then(done => done.violations.map(
    one => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 120)]))"""
CHECKED_BY_VOILA = {"landmark-one-main", "region", "html-has-lang", "meta-viewport"}
"""What the template of Voilà decides, around what is ours."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address, its token included, at which two alliances are served."""
    root = tmp_path_factory.mktemp("serve") / "ours"
    shutil.copytree(PROJECT / "data" / "example", root, ignore=shutil.ignore_patterns(*EARLIER))
    told = ["alliance_analytics", "serve", str(root), "--no-browser", "--port", str(free_port())]
    with serving(told, root.parent / "serve.log") as found:
        yield found[0]


@pytest.fixture(scope="module")
def tab(address: str) -> Iterator[Tab]:
    with one_tab(served=True) as opened:
        opened.look(1366, 900)
        opened.visit(address)  # the token is kept from here on
        yield opened


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def page(address: str, name: str) -> str:
    return f"{address.split('?', maxsplit=1)[0]}voila/render/{name}.ipynb"


def visit(tab: Tab, address: str) -> None:
    """Go to a page, and load it again where its kernel was too late for Voilà, as a reader would."""
    for patience in (PATIENCE / 3, PATIENCE / 3, PATIENCE):
        with suppress(AssertionError, WebSocketTimeoutException):
            tab.visit(address, patience)
            return
    pytest.fail(f"{address} was not served")


def test_who_has_no_token_sees_nothing(address: str) -> None:
    with urllib.request.urlopen(page(address, EXPLORER)) as answer:
        assert "login" in answer.url


def test_the_explorer_answers_by_keyboard_and_shows_no_code(tab: Tab, address: str, axe: str) -> None:
    visit(tab, page(address, EXPLORER))
    tab.wait_for(f"({PICTURE}).startsWith('data:image/svg')", PATIENCE)
    assert "aa.explorer" not in tab.ask("document.body.innerText")
    reached = walk(tab, 12)
    for control in ("Alliance", "Wave", "Beside wave", "View", "And view", "Scale", "Language"):
        assert reached.get(control), f"{control}: {reached}"
    assert not {"Groups", "Dimension", "Save picture", "Save table"} & set(reached)  # the web asks for none
    first = tab.ask(PICTURE)
    choose(tab, "Wave", 1)
    tab.wait_for(f"({PICTURE}) !== {first!r} && ({PICTURE}) !== ''", PATIENCE)
    tab.ask(f"{axe}; null")
    assert [each for each in tab.ask(WRONG) if each[0] not in CHECKED_BY_VOILA] == []


def test_the_portfolio_is_served_as_well(tab: Tab, address: str) -> None:
    visit(tab, page(address, PORTFOLIO))
    tab.wait_for("document.images.length > 2", PATIENCE)
    assert "Second Desk" in tab.ask("document.body.innerText")
