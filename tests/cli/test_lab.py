"""JupyterLab is opened on a workspace's own notebooks, on this computer only."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jupyterlab.handlers.announcements import NeverCheckForUpdate
from jupyterlab.labapp import LabApp
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.cli.lab import WITHOUT_NETWORK, lab_command, run_module
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


def test_no_news_and_no_version_is_asked_for_elsewhere():
    lab = LabApp()
    lab.parse_command_line(lab_command(Path("start.ipynb"), browser=True)[:-1])
    assert lab.news_url is None
    assert lab.check_for_updates_class is NeverCheckForUpdate


def test_make_opens_it_as_quietly():
    makefile = Path(__file__).parents[2].joinpath("Makefile").read_text(encoding="utf-8")
    assert f"jupyter lab {' '.join(WITHOUT_NETWORK)} notebooks/00-start-here.ipynb" in makefile


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


def test_what_is_run_ends_with_the_command(tmp_path):
    (tmp_path / "sleeper.py").write_text(
        "import os, pathlib, time\n"
        "pathlib.Path(__file__).with_name('started').write_text(str(os.getpid()))\n"
        "time.sleep(60)\n"
    )
    program = "from alliance_analytics.cli.lab import run_module; run_module('sleeper', [])"
    outer = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(tmp_path)})
    started, end = tmp_path / "started", time.monotonic() + 30
    while not (started.exists() and started.read_text()):
        assert time.monotonic() < end
        time.sleep(0.02)
    outer.terminate()
    assert outer.wait(20) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)
