"""The command prints rows for people and programs, and explains its conventions."""

import json

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.model.loading import packaged

KEYS = ["alliance", "wave", "stage", "share", "low", "high", "placed", "reason"]


def run(*arguments):
    return CliRunner().invoke(app, ["stages", *map(str, arguments)])


def test_json_has_exactly_the_rows_promised(world):
    result = run(world, "--format", "json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    assert all(list(row) == KEYS for row in rows)
    by_wave = {}
    for row in rows:
        by_wave.setdefault(row["wave"], []).append(row["share"])
    assert all(sum(shares) == pytest.approx(1) for shares in by_wave.values())


def test_a_table_is_for_people(world):
    result = run(world)
    assert "alliance" in result.stdout
    assert "procedure-oriented" in result.stdout


def test_an_unknown_alliance_is_refused(world):
    assert run(world, "--alliance", "nobody").exit_code == 2


def test_the_conventions_are_explained_without_a_workspace():
    english, dutch = run("--explain"), run("--explain", "--language", "nl")
    assert english.exit_code == dutch.exit_code == 0
    assert "our convention" in english.stdout
    assert "onze afspraak" in dutch.stdout


def test_an_own_file_is_explained(world):
    own = world / "stages.yml"
    own.write_text(
        packaged("stages.yml").read_text(encoding="utf-8").replace('"1.1"', '"ours-3"'), encoding="utf-8"
    )
    try:
        assert "version ours-3" in run(world, "--explain").stdout
    finally:
        own.unlink()


def test_without_a_folder_there_is_nothing_to_place():
    result = run()
    assert result.exit_code == 2
    assert "Give the folder of your alliances." in result.stderr
