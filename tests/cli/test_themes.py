"""``alliance themes`` and ``alliance sample``."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.interpret.themes.summary import SUMMARY_COLUMNS

TEXTS = "nr,remark\nA7,The partners trust each other completely.\nB2,Parking is free for visitors.\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "remarks.csv"
    path.write_text(TEXTS, encoding="utf-8")
    return path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_table_is_coded_row_by_row(table: Path) -> None:
    printed = run(
        "themes", table, "--text-column", "remark", "--id-column", "nr", "--format", "csv", "--strict"
    )
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert list(rows[0]) == SUMMARY_COLUMNS
    assert [(row["id"], row["themes"], row["polarity"]) for row in rows] == [
        ("A7", "trust_loyalty", "enabler"),
        ("B2", "none", ""),
    ]
    assert {row["abstained"] for row in rows} == {"false"}


def test_json_holds_the_same_rows(table: Path) -> None:
    rows = json.loads(run("themes", table, "--text-column", "remark", "--format", "json"))
    assert [row["id"] for row in rows] == ["remarks.csv#1", "remarks.csv#2"]


def test_a_folder_of_documents_is_read(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(
        "# Year\n\nThe partners trust each other completely.\n", encoding="utf-8"
    )
    assert "trust_loyalty" in run("themes", tmp_path)


def test_a_column_that_is_not_there_is_told_with_those_that_are(table: Path) -> None:
    result = CliRunner().invoke(app, ["themes", str(table), "--text-column", "remrk"])
    assert result.exit_code == 2
    assert "nr, remark" in result.stderr


def test_a_sample_is_written_blind_and_compared_when_coded(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "sample.csv"
    run("sample", table, "--text-column", "remark", "--out", out)
    with out.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["themes"] for row in rows] == ["", ""]
    for row in rows:
        trusted = "trust" in row["text"]
        row["themes"], row["polarity"] = ("trust_loyalty", "enabler") if trusted else ("none", "")
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    found = json.loads(run("sample", table, "--text-column", "remark", "--coded", out, "--format", "json"))
    assert (found[0]["theme"], found[0]["alpha"], found[0]["n"]) == ("trust_loyalty", 1.0, 2)


@pytest.mark.parametrize(
    ("command", "option"),
    [("sample", "--out"), ("themes", "--codebook-out"), ("themes", "--segments-out")],
)
def test_nothing_is_ever_overwritten(table: Path, command: str, option: str) -> None:
    result = CliRunner().invoke(app, [command, str(table), "--text-column", "remark", option, str(table)])
    assert result.exit_code == 2
    assert "remarks.csv" in result.stderr
    assert table.read_text(encoding="utf-8") == TEXTS


def test_a_sample_needs_a_file(table: Path) -> None:
    result = CliRunner().invoke(app, ["sample", str(table), "--text-column", "remark"])
    assert result.exit_code == 2


def test_codes_and_coded_passages_are_written_for_other_programs(table: Path, tmp_path: Path) -> None:
    codes, segments = tmp_path / "codes.qdc", tmp_path / "segments.csv"
    out = ("--codebook-out", codes, "--segments-out", segments)
    run("themes", table, "--text-column", "remark", "--id-column", "nr", *out)
    with segments.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["id"], row["theme"], row["factor"]) for row in rows] == [
        ("A7", "trust_loyalty", "mutual-trust")
    ]
    assert f'guid="{rows[0]["guid"]}"' in codes.read_text(encoding="utf-8")
