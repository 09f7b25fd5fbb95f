"""Kernels are private, quiet, and leave nothing behind."""

import stat
import sys
from pathlib import Path

import pytest
from jupyter_client.utils import run_sync

from alliance_analytics.batch.kernels import ForkedKernelManager, PrivateKernelManager

pytestmark = [
    pytest.mark.notebook,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such sockets"),
]


def test_sockets_lie_in_a_folder_that_only_the_owner_can_open():
    manager = PrivateKernelManager(kernel_name="python3")
    folder = Path(manager.ip).parent
    assert manager.transport == "ipc"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.rmdir()


def test_two_kernels_never_share_a_place():
    first, second = (PrivateKernelManager(kernel_name="python3") for _ in range(2))
    assert first.ip != second.ip
    for manager in (first, second):
        Path(manager.ip).parent.rmdir()


def test_a_stopped_kernel_leaves_no_folder():
    manager = PrivateKernelManager(kernel_name="python3")
    run_sync(manager._async_start_kernel)()
    folder = Path(manager.ip).parent
    run_sync(manager._async_shutdown_kernel)(now=True)
    assert not folder.exists()


def test_a_forked_kernel_is_as_private_and_leaves_nothing(server, monkeypatch):
    monkeypatch.setenv("ALLIANCE_FORK_SERVER", server.path)
    manager = ForkedKernelManager(kernel_name="python3")
    run_sync(manager._async_start_kernel)()
    folder = Path(manager.ip).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    run_sync(manager._async_shutdown_kernel)(now=True)
    assert not folder.exists()
