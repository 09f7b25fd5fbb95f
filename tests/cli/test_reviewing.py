"""Reviews and scores by command."""

import json

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()


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


def test_an_unknown_alliance_is_told_with_the_nearest(world):
    name = next(path.name for path in world.iterdir() if path.is_dir())
    result = RUN.invoke(app, ["scores", str(world), "--alliance", name[:-1]])
    assert result.exit_code == 2
    assert name in result.output


@pytest.mark.notebook
def test_review_makes_a_page_an_index_and_a_summary(world, tmp_path):
    result = RUN.invoke(app, ["review", str(world), "--out", str(tmp_path / "out"), "--jobs", "1"])
    summary = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert summary["counts"] == {"done": 1}
    page = tmp_path / "out" / summary["reviews"][0]["page"]
    assert "<script" not in page.read_text(encoding="utf-8")
    assert (tmp_path / "out" / "index.html").exists()
