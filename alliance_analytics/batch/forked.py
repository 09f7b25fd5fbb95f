"""What a freshly forked process becomes: the run of one job, or one kernel."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from alliance_analytics.batch.jobs import job_from_plain

KIBIBYTES = 1024
"""In a mebibyte."""
Say = Callable[..., None]


def be_what_is_asked(connection: socket.socket) -> None:
    """Read what is asked of this process, do it, and tell through the connection."""
    asked = json.loads(connection.makefile("r", encoding="utf-8").readline())

    def say(**told: Any) -> None:
        connection.sendall(json.dumps(told).encode() + b"\n")

    # A fork has the numbers of its parent: without this all notebooks would draw the same ones.
    np.random.seed()
    say(pid=os.getpid())
    if "job" in asked:
        _run(asked, say)
    else:
        _be_kernel(asked)


def _run(asked: Mapping[str, Any], say: Say) -> None:
    from dataclasses import asdict, replace  # noqa: PLC0415 - with what needs them

    from alliance_analytics.batch.running import run_job  # noqa: PLC0415

    if asked["memory"]:
        resource.setrlimit(resource.RLIMIT_DATA, (asked["memory"], asked["memory"]))
    outcome = run_job(job_from_plain(asked["job"]), lambda cell: say(cell=cell))
    say(outcome=asdict(replace(outcome, memory=_most_memory())))


def _most_memory() -> int:
    """Return the most that this process or a child of it held at once, in MiB."""
    used = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(max(used) / KIBIBYTES)


def _be_kernel(asked: Mapping[str, Any]) -> None:
    """Become an ordinary kernel, told by the same arguments as one that was started from nothing."""
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415 - a job needs no kernel

    # What a kernel hears as an interrupt comes to its own process; the default handler does the rest.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(asked["environment"])
    # A kernel stops when its parent is no longer the one it was told of.
    os.environ["JPY_PARENT_PID"] = str(os.getppid())
    os.chdir(asked["folder"])
    application: Any = IPKernelApp.instance()
    application.initialize(list(asked["arguments"]))
    application.shell.enable_matplotlib("inline")
    application.start()
