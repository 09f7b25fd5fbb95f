"""What a workspace holds, from the command line."""

import json

from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()


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
