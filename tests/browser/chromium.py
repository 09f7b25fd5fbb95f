"""A browser driven over its DevTools protocol: one tab, its console, and what it asked the network for."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

from alliance_analytics.publish.browser import find_browser, quiet_options

PATIENCE = 60
OWN = ("file://", "data:", "about:")
COMPLAINTS = {"Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"}
Answer = dict[str, Any]


class Tab:
    """One tab. ``events`` holds what the browser told since the last page was opened."""

    def __init__(self, address: str) -> None:
        self.socket = websocket.create_connection(address, timeout=PATIENCE)
        self.events: list[Answer] = []
        self.number = 0
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: object) -> Answer:
        """Ask for something and return the answer; what is told in between is kept."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while True:
            told = json.loads(self.socket.recv())
            if told.get("id") == self.number:
                assert "error" not in told, f"{method}: {told['error']}"
                return told["result"]
            self.events.append(told)

    def open(
        self, page: Path, width: int = 1280, height: int = 900, *, dark: bool = False, paper: bool = False
    ) -> None:
        """Open a page at a width, in light or dark, or as on paper, and wait until all of it is there."""
        self.look(width, height, dark=dark, paper=paper)
        self.visit(page.resolve().as_uri())

    def look(self, width: int, height: int, *, dark: bool = False, paper: bool = False) -> None:
        """Look through a window of this size, in light or dark, or as on paper."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="print" if paper else "", features=[scheme])

    def visit(self, address: str, patience: float = PATIENCE) -> None:
        """Go to an address, and wait until all of it is there."""
        self.call("Page.navigate", url="about:blank")
        self.events.clear()
        self.socket.settimeout(patience)  # who serves a page may make it first, and the answer waits for that
        self.call("Page.navigate", url=address)
        self.wait_for(
            "document.readyState === 'complete' && [...document.images].every(one => one.complete)", patience
        )

    def ask(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        done = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def wait_for(self, expression: str, patience: float = PATIENCE) -> None:
        """Wait until an expression is true in the page."""
        end = time.monotonic() + patience
        while not self.ask(expression):
            assert time.monotonic() < end, expression
            time.sleep(0.05)

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        text = {"Enter": "\r", " ": " "}.get(key, "")
        code = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40}[key]
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                text=text if kind == "keyDown" else "",
                windowsVirtualKeyCode=code,
            )

    @property
    def requests(self) -> list[str]:
        """What the page asked for beyond itself and what it carries."""
        asked = [
            each["params"]["request"]["url"]
            for each in self.events
            if each["method"] == "Network.requestWillBeSent"
        ]
        return [url for url in asked[1:] if not url.startswith("data:")] + [
            url for url in asked[:1] if not url.startswith(OWN)
        ]

    @property
    def complaints(self) -> list[Answer]:
        """What the browser wrote to its console."""
        return [each for each in self.events if each["method"] in COMPLAINTS]


@contextmanager
def one_tab(*, served: bool = False) -> Iterator[Tab]:
    """Start a browser without a network, or with this computer alone (``served``), and stop it afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        command = [
            str(find_browser()),
            *quiet_options(profile),
            *(["--proxy-bypass-list=127.0.0.1"] if served else []),
            "--remote-debugging-port=0",
            "--remote-allow-origins=*",
            "about:blank",
        ]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            tab = Tab(_address(profile))
            yield tab
            tab.socket.close()
        finally:
            running.terminate()
            running.wait(PATIENCE)


def _address(profile: Path) -> str:
    """Return where the first tab listens, once the browser has written its port."""
    end, noted = time.monotonic() + PATIENCE, profile / "DevToolsActivePort"
    while not noted.exists() or not noted.read_text().strip():
        assert time.monotonic() < end, "The browser did not start."
        time.sleep(0.05)
    port = noted.read_text().splitlines()[0]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
        tabs = json.load(answer)
    return next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
