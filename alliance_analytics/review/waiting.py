"""A bar with the time left for whoever waits long: in a terminal, and in a notebook.

It goes when the work ends or is interrupted, so nothing of it stays in a notebook that is saved.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

LONG = 2.0
"""Seconds after which somebody wonders (our convention)."""
Step = Callable[[], None]


@contextmanager
def waiting(total: int, after: float = LONG) -> Iterator[Step]:
    """Give a function to call after each of so many things; a bar shows how many are done.

    Parameters
    ----------
    total : int
        How many things there are.
    after : float
        Seconds after which the bar appears, if anything is left by then.
    """
    console, start = Console(stderr=True), time.monotonic()
    progress = Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True
    )
    bar = _InNotebook(progress) if console.is_jupyter else _InTerminal(progress)
    task = progress.add_task("", total=total)

    def step() -> None:
        progress.advance(task)
        show()

    def show() -> None:
        if not progress.finished and time.monotonic() - start >= after:
            bar.show()

    try:
        show()
        yield step
    finally:
        bar.hide()


class _InTerminal:
    """The bar of :mod:`rich`, which moves by itself; nothing where nobody looks."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.seen = False

    def show(self) -> None:
        """Start it, once, if somebody looks."""
        if self.progress.console.is_terminal and not self.seen:
            self.seen = True
            self.progress.start()

    def hide(self) -> None:
        """Take it away."""
        if self.seen:
            self.progress.stop()


class _InNotebook:
    """One output that is written over, so that no widget is left behind."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.output: Any = None

    def show(self) -> None:
        """Write how far it is over what stood there."""
        from IPython.display import HTML, display  # noqa: PLC0415 - a command has no use for it

        if self.output is None:
            self.output = display(HTML(""), display_id=True)  # type: ignore[no-untyped-call]
        self.output.update(HTML(_html(self.progress)))  # type: ignore[no-untyped-call]

    def hide(self) -> None:
        """Leave nothing behind."""
        if self.output is not None:
            self.output.update({"text/plain": ""}, raw=True)


def _html(progress: Progress) -> str:
    task = progress.tasks[0]
    done = f"{task.completed:.0f}/{task.total:.0f}"
    bar = f'<progress max="{task.total}" value="{task.completed}">{done}</progress> {done}'
    if not (task.completed and task.elapsed and task.remaining):
        return bar
    return f"{bar} · {timedelta(seconds=round(task.elapsed / task.completed * task.remaining))}"
