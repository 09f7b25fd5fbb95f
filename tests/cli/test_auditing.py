"""``alliance audit`` says where and what kind, and its exit status says whether all is well."""

import json

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()


@pytest.fixture
def out(tmp_path):
    (tmp_path / "page.html").write_text("<h1>Review</h1><p>by ann@example.org</p>")
    return tmp_path


def test_a_finding_is_told_and_not_repeated(out):
    result = RUN.invoke(app, ["audit", str(out)])
    assert result.exit_code == 1
    assert "a mail address" in result.output
    assert "Not checked: Words of comments" in result.output
    assert "example.org" not in result.output


def test_a_program_can_read_it(out):
    result = RUN.invoke(app, ["audit", str(out), "--format", "json"])
    found = json.loads(result.output)
    assert found["files"] == ["page.html"]
    assert found["findings"][0]["shape"] == "a@a.a"


def test_a_clean_folder_is_clean(out):
    (out / "page.html").write_text("<h1>Review</h1>")
    assert RUN.invoke(app, ["audit", str(out)]).exit_code == 0


def test_one_file_can_be_audited(out):
    assert RUN.invoke(app, ["audit", str(out / "page.html")]).exit_code == 1


def test_nothing_to_audit(tmp_path):
    assert RUN.invoke(app, ["audit", str(tmp_path)]).exit_code == 2
    assert RUN.invoke(app, ["audit", str(tmp_path / "nowhere")]).exit_code == 2


def test_with_a_workspace_more_is_checked(out, world):
    result = RUN.invoke(app, ["audit", str(out), "--workspace", str(world)])
    assert result.exit_code == 1
    assert "Words of comments" not in result.output
