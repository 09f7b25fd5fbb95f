"""Kernels that nobody else on the machine can reach, and that never race for a port."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from uuid import uuid4

from jupyter_client.manager import AsyncKernelManager
from traitlets import default

from alliance_analytics.batch.provisioner import ForkedProvisioner


class PrivateKernelManager(AsyncKernelManager):
    """Talks to its kernel through sockets in a folder of its own that only the owner can open.

    On Windows, which has no such sockets, it talks through ports as every other kernel manager does.
    """

    @default("transport")
    def _through_files(self) -> str:
        return "tcp" if sys.platform == "win32" else "ipc"

    @default("ip")
    def _own_folder(self) -> str:
        if self.transport != "ipc":
            return "127.0.0.1"
        return str(Path(tempfile.mkdtemp(prefix="kernel-")) / "socket")

    async def _async_start_kernel(self, **settings: Any) -> None:
        # What a kernel says of itself while it stops is no news to whoever reads the progress of a batch.
        await super()._async_start_kernel(**{"stderr": subprocess.DEVNULL, **settings})

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart=restart)
        if self.transport == "ipc" and not restart:
            shutil.rmtree(Path(self.ip).parent, ignore_errors=True)

    start_kernel: Any = _async_start_kernel
    cleanup_resources: Any = _async_cleanup_resources


class ForkedKernelManager(PrivateKernelManager):
    """Has its kernel forked from a process that has done the imports, instead of started from nothing."""

    async def _async_pre_start_kernel(self, **settings: Any) -> Any:
        if self.provisioner is None:
            # Given here, and not found by its entry point, so that it works before a package is installed.
            self.kernel_id = self.kernel_id or str(uuid4())
            self.provisioner = ForkedProvisioner(
                kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
            )
        return await super()._async_pre_start_kernel(**settings)

    pre_start_kernel: Any = _async_pre_start_kernel
