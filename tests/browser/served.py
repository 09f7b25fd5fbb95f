"""A program that serves notebooks to a browser on this computer: started with a port and files of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.browser.chromium import Tab

PATIENCE = 180
PROJECT = Path(__file__).parents[2]
NOTEBOOK = "[...jupyterapp.shell.widgets('main')].find(one => one.content?.model?.cells)"
"""The notebook that is open in JupyterLab."""
CHOOSE = """(label, place) => {
    const found = [...document.querySelectorAll('.widget-dropdown')].find(
        one => one.querySelector('label')?.textContent === label)
    const list = found.querySelector('select')
    list.selectedIndex = place
    list.dispatchEvent(new Event('change', {bubbles: true}))
    return list.value
}"""
REACHED = """(() => {
    const one = document.activeElement
    const style = getComputedStyle(one)
    const label = one.labels?.[0]?.textContent || one.innerText || one.title
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
    return [label, seen || style.boxShadow !== 'none']
})()"""
"""What has the focus: how it is called, and whether that can be seen."""


@contextmanager
def serving(arguments: Sequence[str], told: Path, here: Path = PROJECT) -> Iterator[re.Match[str]]:
    """Run a module of this Python until its log names its address, and stop it afterwards."""
    own = {name: str(told.parent / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")}
    environment = {**os.environ, **own, "PYTHONPATH": str(PROJECT)}
    with told.open("w") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            env=environment, cwd=here, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
        try:
            yield _address(running, told)
        finally:
            running.terminate()
            running.wait(PATIENCE)
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)  # what it started, and left behind


def choose(tab: Tab, label: str, place: int) -> str:
    """Choose from the list of this name, as a reader does, and return what was chosen."""
    return str(tab.ask(f"({CHOOSE})({label!r}, {place})"))


def walk(tab: Tab, steps: int) -> dict[str, bool]:
    """Press the Tab key so often, and return what was reached, and whether the focus could be seen."""
    found: dict[str, bool] = {}
    for _ in range(steps):
        tab.press("Tab")
        label, seen = tab.ask(REACHED)
        found.setdefault(str(label), bool(seen))
    return found


def run_all(tab: Tab, address: str) -> list[dict[str, Any]]:
    """Open a notebook in JupyterLab, restart and run all, and return its cells of code when all is done."""
    tab.visit(address)
    tab.wait_for(
        f"typeof jupyterapp === 'object' && ({NOTEBOOK})?.sessionContext?.session?.kernel?.status === 'idle'",
        PATIENCE,
    )
    tab.ask(f"jupyterapp.shell.activateById(({NOTEBOOK}).id)")
    tab.ask("void jupyterapp.commands.execute('notebook:restart-run-all')")
    tab.wait_for("!!document.querySelector('.jp-Dialog .jp-mod-accept')")
    tab.ask("document.querySelector('.jp-Dialog .jp-mod-accept').click()")
    cells = f"({NOTEBOOK}).content.model.toJSON().cells.filter(one => one.cell_type === 'code')"
    failed = "one.outputs.some(each => each.output_type === 'error')"
    tab.wait_for(f"{cells}.every(one => one.execution_count) || {cells}.some(one => {failed})", PATIENCE)
    tab.wait_for(f"({NOTEBOOK}).sessionContext.session.kernel.status === 'idle'", PATIENCE)
    found: list[dict[str, Any]] = tab.ask(cells)
    return found


def _address(running: subprocess.Popen[bytes], told: Path) -> re.Match[str]:
    end = time.monotonic() + PATIENCE
    while not (found := re.search(r"http://127\.0\.0\.1:\d+/\S*", told.read_text())):
        assert running.poll() is None, told.read_text()[-2000:]
        assert time.monotonic() < end, "nothing was served"
        time.sleep(0.1)
    return found
