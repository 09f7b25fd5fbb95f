"""JupyterLab is opened on a workspace's own notebooks, on this computer only."""

import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.cli.lab import lab_command, run_module
from alliance_analytics.errors import ParameterError

RUN = CliRunner()


@pytest.fixture
def started(monkeypatch):
    """What would have been run."""
    calls = []

    def run(command, **_):
        calls.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_the_start_notebook_of_the_workspace_is_opened(world, started):
    assert RUN.invoke(app, ["lab", str(world), "--no-browser"]).exit_code == 0
    assert started[0][1:3] == ["-m", "jupyterlab"]
    assert started[0][-1] == str(world / "notebooks" / "00-start-here.ipynb")
    assert "--no-browser" in started[0]


def test_only_this_computer_is_listened_to():
    assert "--ServerApp.ip=127.0.0.1" in lab_command(Path("start.ipynb"), browser=True)


def test_a_folder_without_an_alliance_opens_nothing(tmp_path, started):
    assert RUN.invoke(app, ["lab", str(tmp_path)]).exit_code == 2
    assert started == []


def test_a_program_that_is_not_installed_is_named_with_its_extra():
    with pytest.raises(ParameterError, match=r"alliance-analytics\[serve\]"):
        run_module("no_such_program", [], "serve")


def test_to_stop_it_is_no_error(monkeypatch):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "run", stopped)
    assert run_module("json", []) == 0
