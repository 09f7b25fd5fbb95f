"""A small synthetic workspace, written by the command itself."""

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """A small synthetic workspace, written by the command itself."""
    folder = tmp_path_factory.mktemp("cli") / "world"
    result = CliRunner().invoke(app, ["demo", str(folder), "--seed", "3", "--alliances", "1"])
    assert result.exit_code == 0
    return folder
