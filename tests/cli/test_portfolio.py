"""The command prints rows for people and programs, and writes a page."""

import json

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.review.portfolio.rows import ROW_KEYS


def run(*arguments):
    return CliRunner().invoke(app, ["portfolio", *map(str, arguments)])


def test_json_has_exactly_the_rows_promised(portfolio_root):
    result = run(portfolio_root, "--format", "json", "--as-of", "2026-03-01")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    assert all(tuple(row) == ROW_KEYS for row in rows)
    assert rows[0]["alliance"] == "birch"


def test_a_table_has_one_row_an_alliance(portfolio_root):
    result = run(portfolio_root, "--as-of", "2026-03-01")
    lines = [
        line
        for line in result.stdout.splitlines()
        if line.startswith(("birch", "cedar", "maple", "willow", "yew"))
    ]
    assert [line.split()[0] for line in lines] == ["birch", "cedar", "maple", "willow", "yew"]


@pytest.mark.parametrize(
    ("kind", "begins"), [("csv", "alliance,wave,rank"), ("json", "["), ("table", "alliance")]
)
def test_rows_can_be_written_to_a_file(portfolio_root, tmp_path, kind, begins):
    out = tmp_path / f"rows.{kind}"
    assert run(portfolio_root, "--format", kind, "--out", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith(begins)


def test_a_page_is_written(portfolio_root, tmp_path):
    out = tmp_path / "page.html"
    result = run(
        portfolio_root, "--format", "html", "--out", out, "--language", "nl", "--as-of", "2026-03-01"
    )
    assert result.exit_code == 0
    assert "Onze allianties naast elkaar" in out.read_text(encoding="utf-8")


def test_a_day_that_is_none_is_refused(portfolio_root):
    result = run(portfolio_root, "--as-of", "yesterday")
    assert result.exit_code == 2
    assert "YYYY-MM-DD" in result.stderr


def test_a_folder_without_alliances_is_refused(tmp_path):
    assert run(tmp_path).exit_code == 2


def test_an_alliance_that_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path, write_alliance):
    for name in ("oak", "elm"):
        write_alliance(tmp_path / name, {"Larder": {"tactical": (9, 9)}})
    (tmp_path / "elm" / "2025" / "answers.csv").write_text("nothing\n1\n", encoding="utf-8")
    result = run(tmp_path, "--format", "json")
    assert result.exit_code == 1
    assert "elm: " in result.stderr
    assert {row["alliance"] for row in json.loads(result.stdout)} == {"oak", "elm"}


def test_a_page_that_did_not_change_is_not_made_again(tmp_path, write_alliance, monkeypatch):
    write_alliance(tmp_path / "world" / "oak", {"Larder": {"tactical": (9, 9)}})
    asked = (tmp_path / "world", "--format", "html", "--as-of", "2026-03-01", "--out", tmp_path / "page.html")
    assert "1 alliances" in run(*asked).stdout
    first = (tmp_path / "page.html").read_bytes()
    again = run(*asked)
    assert "unchanged" in again.stdout
    assert (tmp_path / "page.html").read_bytes() == first
    (tmp_path / "world" / "norms.csv").write_text("scale,name,mean,source\n", encoding="utf-8")
    assert "1 alliances" in run(*asked).stdout
