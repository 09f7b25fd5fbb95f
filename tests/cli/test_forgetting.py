"""``alliance forget`` asks, shows counts alone, and erases."""

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()
WHO = "ann@example.org"


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "quay" / "2025"
    folder.mkdir(parents=True)
    rows = "".join(f"1-1-2025 10:00,{who}@example.org,4\n" for who in ("ann", "bob", "cas"))
    (folder / "answers.csv").write_text(f"Timestamp,Email,We agree.\n{rows}")
    return tmp_path


def texts(workspace):
    return {path.name: path.read_text() for path in workspace.rglob("*") if path.is_file()}


def test_it_shows_where_and_how_many_and_never_who(workspace):
    result = RUN.invoke(app, ["forget", str(workspace)], input=f"{WHO}\ny\n")
    assert result.exit_code == 0
    assert "quay      2025  answers.csv  1" in result.output
    assert "make them again" in result.output
    assert "example.org" not in result.output
    assert WHO not in "".join(texts(workspace).values())
    assert "quay,2025,answers.csv,1" in texts(workspace)["forgotten.csv"]


def test_no_is_no(workspace):
    before = texts(workspace)
    result = RUN.invoke(app, ["forget", str(workspace)], input=f"{WHO}\nn\n")
    assert result.exit_code == 1
    assert texts(workspace) == before


def test_it_need_not_ask_and_may_be_told_twice(workspace):
    assert RUN.invoke(app, ["forget", str(workspace), "--yes"], input=f"{WHO}\n").exit_code == 0
    once = texts(workspace)
    again = RUN.invoke(app, ["forget", str(workspace), "--yes"], input=f"{WHO}\n")
    assert (again.exit_code, texts(workspace)) == (0, once)
    assert "Nobody was found" in again.output


def test_what_is_left_to_do_by_hand_is_told(workspace):
    (workspace / "quay" / "2025" / "reports").mkdir()
    (workspace / "quay" / "2025" / "reports" / "minutes.txt").write_text(f"Present: {WHO}.\n")
    result = RUN.invoke(app, ["forget", str(workspace), "--yes"], input=f"{WHO}\n")
    assert result.exit_code == 1
    assert "reports/minutes.txt" in result.output
    assert WHO in texts(workspace)["minutes.txt"]


def test_an_address_is_no_argument(workspace):
    assert RUN.invoke(app, ["forget", str(workspace), WHO]).exit_code == 2


def test_nobody_named_is_nobody_erased(workspace):
    result = RUN.invoke(app, ["forget", str(workspace), "--yes"], input="\n")
    assert result.exit_code == 2
    assert "Nobody was named" in result.stderr
