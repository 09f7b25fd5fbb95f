"""A workspace to start from, by command."""

from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()


def test_init_writes_a_start_and_never_overwrites(tmp_path):
    folder = tmp_path / "ours"
    assert RUN.invoke(app, ["init", str(folder)]).exit_code == 0
    assert (folder / ".gitignore").exists()
    again = RUN.invoke(app, ["init", str(folder)])
    assert again.exit_code == 2
    assert "nothing was written" in again.output
