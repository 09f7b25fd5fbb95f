"""Forked kernels for anything that starts kernels; refused where they would not be safe."""

import os

import pytest

from alliance_analytics.batch import provisioner
from alliance_analytics.batch.provisioner import ForkedProcess, _refuse_unfit
from alliance_analytics.batch.warm import Asked
from alliance_analytics.errors import ParameterError

COMMAND = ["python", "-m", "ipykernel_launcher", "-f", "x.json"]


def test_it_is_refused_where_forking_is_not_safe(monkeypatch):
    monkeypatch.setattr(provisioner, "fork_is_safe", lambda: False)
    with pytest.raises(ParameterError, match="ordinary kernels"):
        _refuse_unfit(COMMAND)


def test_a_kernel_of_another_language_is_refused(monkeypatch):
    monkeypatch.setattr(provisioner, "fork_is_safe", lambda: True)
    _refuse_unfit(COMMAND)
    with pytest.raises(ParameterError, match="Python"):
        _refuse_unfit(["R", "--slave"])


@pytest.mark.notebook
def test_a_forked_kernel_is_a_process_that_can_be_asked_and_ended(server, tmp_path):
    request = {
        "arguments": ["-f", str(tmp_path / "c.json")],
        "folder": str(tmp_path),
        "environment": dict(os.environ),
    }
    process = ForkedProcess(Asked(server.path, request))
    assert process.pid > 0
    assert process.poll() is None
    process.kill()
    assert process.wait() == 0
    assert process.poll() == 0
