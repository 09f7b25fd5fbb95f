"""The command writes the guide in each format, and says how many topics it holds."""

import re

import docx
import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app


def run(*arguments):
    return CliRunner().invoke(app, ["guide", *map(str, arguments)])


@pytest.mark.parametrize(("language", "title"), [("en", "Conference guide"), ("nl", "Gespreksleidraad")])
def test_every_format_is_written_in_both_languages(world, tmp_path, language, title):
    for kind in ("html", "docx", "md"):
        result = run(world, "--format", kind, "--language", language, "--out", tmp_path / f"guide.{kind}")
        assert result.exit_code == 0
        assert re.search(r"[3-6] topics", result.stdout)
    assert title in (tmp_path / "guide.html").read_text(encoding="utf-8")
    assert (tmp_path / "guide.md").read_text(encoding="utf-8").startswith(f"# {title}")
    assert docx.Document(tmp_path / "guide.docx").paragraphs[0].text.startswith(title)


def test_the_file_is_named_after_alliance_and_wave(world, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(world, "--format", "md")
    (path,) = tmp_path.iterdir()
    assert re.fullmatch(r"guide-[a-z-]+-2025\.md", path.name)
    assert path.name in result.stdout


def test_an_unknown_wave_is_refused(world, tmp_path):
    result = run(world, "--wave", "1999", "--out", tmp_path / "a.html")
    assert result.exit_code == 2
    assert not (tmp_path / "a.html").exists()
