"""The application as a newcomer and a user in trouble meet it."""

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()


def test_help_names_every_command():
    shown = RUN.invoke(app, ["--help"]).output
    assert all(name in shown for name in ("review", "check", "scores", "init", "demo"))


def test_help_names_first_what_is_needed_first():
    listed = RUN.invoke(app, ["--help"]).output.split("Commands:")[1]
    found = [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
    assert found[:5] == ["demo", "init", "intake", "check", "review"]


@pytest.mark.parametrize("command", ["check", "review", "scores"])
def test_a_folder_that_is_no_workspace_is_told_plainly(command, tmp_path):
    result = RUN.invoke(app, [command, str(tmp_path)])
    assert result.exit_code == 2
    assert "There is no alliance in this folder." in result.output
    assert "Traceback" not in result.output


def test_debug_shows_the_traceback(tmp_path):
    result = RUN.invoke(app, ["check", str(tmp_path), "--debug"])
    assert type(result.exception).__name__ == "WorkspaceError"
