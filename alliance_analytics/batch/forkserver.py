"""A process in which everything is imported, that forks one fresh process for each thing asked of it.

It listens on a socket in a folder that only its owner can open, and ends, with all its children, when whoever
started it goes away. It does nothing itself: it reads no data and no request, has no threads, and shares
nothing with a child after the fork. Run as ``python -m alliance_analytics.batch.forkserver SOCKET``.

A child is told in one line of JSON what to be: the run of a job, or a kernel. It answers in lines of JSON:
its process id, the cells it comes to, and the outcome. When it dies, its connection closes.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
from pathlib import Path

from alliance_analytics.batch.forked import be_what_is_asked
from alliance_analytics.batch.warm import SERVER
from alliance_analytics.batch.warming import warm_up

DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux."""
WAITING = 64
"""Connections that may wait for their fork."""


def main(path: str) -> None:
    """Import everything, say so, and fork a child for each connection until standard input closes."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    # What a child that is killed leaves behind goes with the folder of the socket.
    folder = tempfile.tempdir = str(Path(path).parent)
    os.environ[SERVER] = path
    warm_up()
    listener.listen(WAITING)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    os.dup2(2, 1)
    ended, told = os.pipe()
    os.set_blocking(ended, False)
    os.set_blocking(told, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    _serve(listener, ended)
    shutil.rmtree(folder, ignore_errors=True)


def _serve(listener: socket.socket, ended: int) -> None:
    children: set[int] = set()
    while True:
        ready, _, _ = select.select([listener.fileno(), 0, ended], [], [])
        if 0 in ready:
            break
        if ended in ready:
            with contextlib.suppress(BlockingIOError):
                os.read(ended, 4096)
            children -= _reaped()
        if listener.fileno() in ready:
            children.add(_forked(listener, ended))
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)


def _reaped() -> set[int]:
    found: set[int] = set()
    with contextlib.suppress(ChildProcessError):
        while (child := os.waitpid(-1, os.WNOHANG)[0]) != 0:
            found.add(child)
    return found


def _forked(listener: socket.socket, ended: int) -> int:
    """Accept a connection and leave it to a new process; return the process."""
    connection, _ = listener.accept()
    child = os.fork()
    if child:
        connection.close()
        return child
    status = 1
    try:
        listener.close()
        os.close(ended)
        _stand_alone()
        be_what_is_asked(connection)
        status = 0
    finally:
        # Never back into the server's own code, and never through its clean-up.
        os._exit(status)


def _stand_alone() -> None:
    """Make a fresh fork a process of its own: group, signals, standard files, and a collector of garbage."""
    os.setsid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    nothing = os.open(os.devnull, os.O_RDWR)
    for place in (0, 1, 2):
        os.dup2(nothing, place)
    gc.enable()


if __name__ == "__main__":
    main(sys.argv[1])
