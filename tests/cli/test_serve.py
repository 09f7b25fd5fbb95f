"""The explorer is served read-only, with a token, to this computer only; or it is said what is missing."""

import importlib.util
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.cli.serve import voila_command

RUN = CliRunner()


def command(*, token=True, browser=False):
    return voila_command(Path("explorer.ipynb"), port=8866, token=token, browser=browser)


def test_it_listens_here_asks_for_a_token_and_hides_the_code():
    told = command()
    assert {"--Voila.ip=127.0.0.1", "--Voila.auto_token=True", "--strip_sources=True"} <= set(told)
    assert "--no-browser" in told


def test_a_token_is_left_out_only_when_asked():
    assert "--Voila.auto_token=False" in command(token=False, browser=True)
    assert "--no-browser" not in command(token=False, browser=True)


def test_what_is_missing_is_named(world, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    result = RUN.invoke(app, ["serve", str(world)])
    assert result.exit_code == 2
    assert "alliance-analytics[serve]" in result.output


@pytest.mark.parametrize("ended", [0, 1])
def test_a_notebook_of_this_workspace_is_served_and_gone_afterwards(world, monkeypatch, ended):
    served = []

    def run(told, **_):
        served.append((Path(told[3]), Path(told[3]).read_text(encoding="utf-8")))
        return subprocess.CompletedProcess(told, ended)

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(subprocess, "run", run)
    assert RUN.invoke(app, ["serve", str(world)]).exit_code == ended
    path, notebook = served[0]
    assert (path.name, str(world.resolve()) in notebook) == ("What the survey says.ipynb", True)
    assert not path.exists()
