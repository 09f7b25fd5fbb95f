"""The command line, as a user meets it."""

import json

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A small synthetic workspace, written by the command itself."""
    folder = tmp_path_factory.mktemp("cli") / "world"
    result = RUN.invoke(app, ["demo", str(folder), "--seed", "3", "--alliances", "1"])
    assert result.exit_code == 0
    return folder


def test_help_names_every_command():
    shown = RUN.invoke(app, ["--help"]).output
    assert all(name in shown for name in ("review", "check", "scores", "init", "demo"))


def test_check_reads_everything_and_finds_nothing_to_mend(world):
    result = RUN.invoke(app, ["check", str(world), "--format", "json"])
    findings = json.loads(result.output)
    assert result.exit_code == 0
    assert {"survey", "invited", "reports"} <= {finding["about"] for finding in findings}


def test_check_of_a_broken_wave_exits_1_and_says_what_to_do(tmp_path):
    (tmp_path / "world" / "harbour" / "2024" / "reports").mkdir(parents=True)
    result = RUN.invoke(app, ["check", str(tmp_path / "world")])
    assert result.exit_code == 1
    assert "no survey export" in " ".join(result.output.split())


def test_scores_as_json_follow_the_contract(world):
    arguments = ["--by", "partner", "--scale", "pillar", "--format", "json"]
    result = RUN.invoke(app, ["scores", str(world), *arguments])
    rows = json.loads(result.output)
    keys = "alliance wave group scale name n population mean sd ci_low ci_high shown reason".split()
    assert rows
    assert all(list(row) == keys for row in rows)
    assert all(set(row["group"]) == {"partner"} for row in rows)
    assert all(row["mean"] is None for row in rows if not row["shown"])


def test_scores_as_csv_have_a_column_a_group(world):
    arguments = ["--by", "level", "--scale", "dimension", "--format", "csv"]
    result = RUN.invoke(app, ["scores", str(world), *arguments])
    assert result.output.splitlines()[0].startswith("alliance,wave,level,scale,name")


def test_scores_as_a_table_show_intervals(world):
    assert "ci_low" in RUN.invoke(app, ["scores", str(world)]).output


@pytest.mark.parametrize("command", ["check", "review", "scores"])
def test_a_folder_that_is_no_workspace_is_told_plainly(command, tmp_path):
    result = RUN.invoke(app, [command, str(tmp_path)])
    assert result.exit_code == 2
    assert "There is no alliance in this folder." in result.output
    assert "Traceback" not in result.output


def test_debug_shows_the_traceback(tmp_path):
    result = RUN.invoke(app, ["check", str(tmp_path), "--debug"])
    assert type(result.exception).__name__ == "WorkspaceError"


def test_an_unknown_alliance_is_told_with_the_nearest(world):
    name = next(path.name for path in world.iterdir() if path.is_dir())
    result = RUN.invoke(app, ["scores", str(world), "--alliance", name[:-1]])
    assert result.exit_code == 2
    assert name in result.output


def test_init_writes_a_start_and_never_overwrites(tmp_path):
    folder = tmp_path / "ours"
    assert RUN.invoke(app, ["init", str(folder)]).exit_code == 0
    assert (folder / ".gitignore").exists()
    again = RUN.invoke(app, ["init", str(folder)])
    assert again.exit_code == 2
    assert "nothing was written" in again.output


@pytest.mark.notebook
def test_review_makes_a_page_an_index_and_a_summary(world, tmp_path):
    result = RUN.invoke(app, ["review", str(world), "--out", str(tmp_path / "out"), "--jobs", "1"])
    summary = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert summary["counts"] == {"done": 1}
    page = tmp_path / "out" / summary["reviews"][0]["page"]
    assert "<script" not in page.read_text(encoding="utf-8")
    assert (tmp_path / "out" / "index.html").exists()
