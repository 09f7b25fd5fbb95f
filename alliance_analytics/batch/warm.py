"""Reach a fork server: start it, have a job run by it, and stop what takes too long."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from alliance_analytics.batch.jobs import Job, Outcome, outcome_of

SERVER = "ALLIANCE_FORK_SERVER"
"""Environment variable that tells the processes of a server where it listens."""
GRACE = 5.0
"""Seconds between asking a process to stop and ending it."""
LONGEST_FOLDER = 60
"""Longest folder of passing files in which a socket may lie: its path has to stay below 108 signs."""
ENDED = "The notebook ended its own process, or ran out of memory."
LOOK = "Open the notebook, and look at the cell named."
SLOW = "Look at the cell named, or give more time with --timeout."
NO_START = "No process could be started for it."
AGAIN = "Run the reviews again, with fewer at once."


def fork_is_safe() -> bool:
    """Return whether processes with these libraries can be forked: on Linux only."""
    return sys.platform == "linux"


class Asked:
    """A forked process that was asked for something, and the connection to it."""

    def __init__(self, path: str, request: Mapping[str, Any]) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(path)
        self._socket.sendall(json.dumps(request).encode() + b"\n")
        self._left = b""
        self.pid = 0

    def told(self, until: float | None = None) -> Iterator[dict[str, Any]]:
        """Yield what the process tells, until it ends.

        Raises
        ------
        TimeoutError
            When the clock (``time.monotonic``) comes to ``until``.
        """
        while True:
            *lines, self._left = self._left.split(b"\n")
            for line in lines:
                told = json.loads(line)
                self.pid = told.get("pid", self.pid)
                yield told
            more = self._more(until)
            if not more:
                return
            self._left += more

    def ended(self) -> bool:
        """Return whether the process has ended, without waiting."""
        ready, _, _ = select.select([self._socket], [], [], 0)
        if not ready:
            return False
        try:
            return not self._socket.recv(65536)
        except ConnectionError:
            return True

    def signal(self, number: int) -> None:
        """Send a signal to the process and those that it started."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, number)

    def close(self) -> None:
        """Let go of the connection."""
        self._socket.close()

    def _more(self, until: float | None) -> bytes:
        left = None if until is None else max(0.0, until - time.monotonic())
        ready, _, _ = select.select([self._socket], [], [], left)
        if not ready:
            raise TimeoutError
        try:
            return self._socket.recv(65536)
        except ConnectionError:
            return b""


@dataclass
class ForkServer:
    """A running fork server; its socket lies in a folder that only the owner can open.

    ``memory`` is the most that one process may hold, in bytes, or None for no limit.
    """

    memory: int | None = None
    timeout: float | None = None
    """Seconds that a job may take."""
    _folder: Path | None = field(default=None, init=False)
    _process: subprocess.Popen[str] | None = field(default=None, init=False)
    _stopping: bool = field(default=False, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def path(self) -> str:
        """Where it listens; it is started when first asked for, and again when it is gone."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._close()
                self._start()
            return str(self._folder / "socket") if self._folder else ""

    def run(self, job: Job) -> Outcome:
        """Run a job in a process of its own; one that could not be started is started once more.

        Raises
        ------
        InterruptedError
            If the server was stopped meanwhile.
        """
        return self._run(job) or self._run(job) or outcome_of(job, "failed", reason=NO_START, remedy=AGAIN)

    def stop(self) -> None:
        """Stop the server and everything it started, for good."""
        self._stopping = True
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._process is not None:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(GRACE)
            self._process.kill()
            self._process.wait()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._process = self._folder = None

    def _run(self, job: Job) -> Outcome | None:
        """Run a job; None when its process never came to be."""
        if self._stopping:
            raise InterruptedError
        try:
            asked = Asked(self.path, {"job": job.as_plain(), "memory": self.memory})
        except OSError:
            return None
        try:
            found = _Run(job, asked, time.monotonic(), self.timeout).outcome()
            if self._stopping:
                raise InterruptedError
            if found and found.status == "failed":
                job.page.unlink(missing_ok=True)
            return found
        finally:
            asked.close()

    def _start(self) -> None:
        # mkdtemp makes a folder that only the owner can open, wherever it is.
        place = None if len(tempfile.gettempdir()) < LONGEST_FOLDER else "/tmp"  # noqa: S108
        self._folder = Path(tempfile.mkdtemp(prefix="alliance-", dir=place))
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-m", "alliance_analytics.batch.forkserver", str(self._folder / "socket")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )
        if self._process.stdout is not None:
            self._process.stdout.readline()


@dataclass
class _Run:
    """A job under way: what its process has told so far."""

    job: Job
    asked: Asked
    start: float
    timeout: float | None
    cell: int | None = None
    found: Outcome | None = None

    def outcome(self) -> Outcome | None:
        """Wait for the process, no longer than it may take, and return what became of the job."""
        until = None if self.timeout is None else self.start + self.timeout
        try:
            self._listen(until)
        except TimeoutError:
            return self._stopped()
        if self.found is not None:
            return self.found
        return self._failed(ENDED, LOOK) if self.asked.pid else None

    def _listen(self, until: float | None) -> None:
        for told in self.asked.told(until):
            self.cell = told.get("cell", self.cell)
            if "outcome" in told:
                self.found = Outcome(**told["outcome"] | {"files": tuple(told["outcome"]["files"])})

    def _stopped(self) -> Outcome:
        """Interrupt the cell that runs, so that the notebook is kept; then end the process."""
        if self.asked.pid:  # 0 would be everybody in our own group
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.asked.pid, signal.SIGINT)
        with contextlib.suppress(TimeoutError):
            self._listen(time.monotonic() + GRACE)
        self.asked.signal(signal.SIGKILL)
        return self._failed(f"It took longer than {self.timeout:g} seconds.", SLOW)

    def _failed(self, reason: str, remedy: str) -> Outcome:
        """Return a failure of which the process could not tell itself."""
        told = outcome_of(self.job, "failed", cell=self.cell, reason=reason, remedy=remedy)
        memory = self.found.memory if self.found else None
        return replace(told, seconds=round(time.monotonic() - self.start, 1), memory=memory)
