"""A papermill engine that runs the cells in its own process: no kernel to start, no sockets, no waiting.

Only for a process that is made for one notebook and ends with it. The shell is the one of ipykernel, so a
cell shows what it shows in a kernel; only what it sends goes into the notebook at once instead of over a
socket. What a child process writes, and widgets that talk back, need a real kernel.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from io import TextIOBase
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_client.session import Session
from nbformat import NotebookNode, v4
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines

NAME = "alliance-inside"
SHOWN = ("display_data", "execute_result", "error", "stream")
MAY_FAIL = "raises-exception"
SKIPPED = "skip-execution"


node: Any = NotebookNode
as_output: Any = v4.output_from_msg


class Outputs(Session):
    """Takes the messages that a kernel would send, and keeps them as outputs of the cell that runs."""

    def begin(self, cell: NotebookNode) -> None:
        """Collect for this cell from now on."""
        self._outputs: list[NotebookNode] = []
        self._clear_at_next = False
        self._places: dict[str, list[NotebookNode]] = getattr(self, "_places", {})
        cell.outputs = self._outputs

    def send(  # type: ignore[override]
        self, _stream: Any, msg_or_type: Any, content: Any = None, *_: Any, **__: Any
    ) -> Any:
        """Keep what a cell shows; anything else a kernel would say is for clients, and there is none."""
        message = (
            msg_or_type if isinstance(msg_or_type, dict) else self.msg(str(msg_or_type), content=content)
        )
        kind, said = message["header"]["msg_type"], message["content"]
        if kind == "clear_output":
            self._clear(wait=said["wait"])
        elif kind == "update_display_data":
            self._update(said)
        elif kind in SHOWN:
            self._keep(message)
        return message

    def write(self, name: str, text: str) -> None:
        """Keep printed text; what is printed in a row to one stream is one output."""
        last = None if self._clear_at_next or not self._outputs else self._outputs[-1]
        if last is not None and last.output_type == "stream" and last.name == name:
            last.text += text
        else:
            self.send(None, "stream", {"name": name, "text": text})

    def _clear(self, *, wait: bool) -> None:
        self._clear_at_next = wait
        if not wait:
            self._outputs.clear()

    def _keep(self, message: dict[str, Any]) -> None:
        if self._clear_at_next:
            self._clear(wait=False)
        output = as_output(message)
        self._outputs.append(output)
        named = message["content"].get("transient", {}).get("display_id")
        if named:
            self._places.setdefault(named, []).append(output)

    def _update(self, said: dict[str, Any]) -> None:
        for output in self._places.get(said["transient"].get("display_id", ""), []):
            output.data, output.metadata = node(said["data"]), node(said["metadata"])


class Stream(TextIOBase):
    """Standard output or error of the cells."""

    encoding = "UTF-8"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self._name, self._outputs = name, outputs

    def writable(self) -> bool:
        """Return that it is."""
        return True

    def write(self, text: str) -> int:
        """Keep printed text with the cell."""
        if text:
            self._outputs.write(self._name, text)
        return len(text)


class Shell(ZMQInteractiveShell):
    """The shell of a kernel, without the kernel."""

    def ask_exit(self) -> None:
        """Go on: there is no kernel to stop, and the process ends with the notebook."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing: windows need the loop of a kernel, and figures of a report are inline."""

    def init_history(self) -> None:
        """Keep no history on disk."""
        from IPython.core.history import HistoryManager  # noqa: PLC0415 - needs the shell's own modules first

        history: Any = HistoryManager
        history.enabled = False
        start: Any = super().init_history
        start()


class InsideEngine(Engine):  # type: ignore[misc]
    """Runs a notebook in this process, cell by cell, until one fails."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        _kernel_name: str,
        told: Callable[[int], None] = lambda _: None,
        **_: Any,
    ) -> None:
        """Run the cells and keep their outputs, as papermill's own engine does; tell each as it starts."""
        outputs = Outputs()
        shell = _shell(outputs)
        kept = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Stream("stdout", outputs), Stream("stderr", outputs)
        try:
            for index, cell in enumerate(nb_man.nb.cells):
                told(shell.execution_count)
                if not _run(nb_man, shell, outputs, cell, index):
                    break
        finally:
            sys.stdout, sys.stderr = kept


def namespace() -> Mapping[str, Any]:
    """Return the names that the last notebook of this process defined; none where a kernel ran it."""
    return Shell.instance().user_ns if Shell.initialized() else {}


def register() -> str:
    """Make the engine known to papermill, and return its name."""
    papermill_engines.register(NAME, InsideEngine)
    return NAME


def _shell(outputs: Outputs) -> Any:
    # A notebook may wait for things (top-level await), for which a thread needs a loop.
    asyncio.set_event_loop(asyncio.new_event_loop())
    shell: Any = Shell.instance(compiler_class=XCachingCompiler)
    for sender in (shell.displayhook, shell.display_pub):
        sender.session, sender.pub_socket = outputs, None
    shell.enable_matplotlib("inline")
    return shell


def _run(
    nb_man: NotebookExecutionManager, shell: Any, outputs: Outputs, cell: NotebookNode, index: int
) -> bool:
    """Run one cell; return whether the notebook goes on."""
    nb_man.cell_start(cell, index)
    tags = cell.metadata.get("tags", [])
    succeeded = True
    if cell.cell_type == "code" and cell.source.strip() and SKIPPED not in tags:
        outputs.begin(cell)
        result = shell.run_cell(cell.source, store_history=True)
        cell.execution_count = result.execution_count
        # An error while a result is shown counts too, as it does in a kernel.
        shown = not getattr(shell, "_last_traceback_during_displayhook", False)
        succeeded = (result.success and shown) or MAY_FAIL in tags
    if not succeeded:
        nb_man.cell_exception(cell, cell_index=index)
    nb_man.cell_complete(cell, cell_index=index)
    return succeeded
