"""A kernel provisioner: kernels that are forked from a process with the imports done.

Named in the metadata of a kernel specification, so that anything that starts kernels can use it: papermill,
nbclient, nbval, JupyterLab. Where processes cannot be forked safely it refuses and says so.
"""

from __future__ import annotations

import atexit
import os
import signal
from functools import cache
from typing import IO, Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from alliance_analytics.batch.warm import SERVER, Asked, ForkServer, fork_is_safe
from alliance_analytics.errors import ParameterError

NAME = "alliance-forked"
LAUNCHER = "ipykernel_launcher"


class ForkedProcess:
    """A forked kernel, as the standard library would show a process that it started."""

    stdin: IO[bytes] | None = None
    stdout: IO[bytes] | None = None
    stderr: IO[bytes] | None = None

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self.pid = int(next(asked.told())["pid"])
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return None while it runs; when it has ended, 0, for only its own parent knows more."""
        if self.returncode is None and self._asked.ended():
            self.returncode = 0
            self._asked.close()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:  # noqa: ARG002 - as the standard library has it
        """Return when it has ended."""
        if self.returncode is None:
            for _ in self._asked.told():
                pass
        return self.poll() or 0

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class ForkedProvisioner(LocalProvisioner):
    """Has a fork server make the kernel; all else is as for a kernel of one's own."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel.

        Raises
        ------
        ParameterError
            Where processes cannot be forked safely, or for a kernel that is not one of Python.
        """
        _refuse_unfit(cmd)
        request = {
            "arguments": cmd[cmd.index(LAUNCHER) + 1 :],
            "folder": str(kwargs.get("cwd") or os.getcwd()),  # noqa: PTH109 - a text is sent
            "environment": dict(kwargs.get("env") or os.environ),
        }
        process = ForkedProcess(Asked(_listening(), request))
        # What the parent class knows of a process, this one has.
        self.process = process  # type: ignore[assignment]
        self.pid = self.pgid = process.pid
        self.cwd = kwargs.get("cwd")
        return self.connection_info


def _refuse_unfit(command: list[str]) -> None:
    if not fork_is_safe():
        raise ParameterError(
            "Kernels cannot be forked safely on this system.",
            allowed="Linux",
            remedy="Use ordinary kernels.",
        )
    if LAUNCHER not in command:
        raise ParameterError("Only kernels of Python can be forked.", remedy="Use an ordinary kernel.")


def _listening() -> str:
    """Return where the server listens: one that was started for this process, or one of its own."""
    return os.environ.get(SERVER) or _own_server().path


@cache
def _own_server() -> ForkServer:
    server = ForkServer()
    atexit.register(server.stop)
    return server
