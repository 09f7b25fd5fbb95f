"""``alliance intake FILE --strip OUT`` says what it emptied."""

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(
        "Timestamp,Email,We agree.,Why?\n"
        "1-1-2025 10:00,ann@example.org,4,Ask bob@example.org about all of this\n"
        "1-1-2025 11:00,cas@example.org,5,Because it went so well this year\n"
    )
    return path


def test_what_was_emptied_is_told_by_headings_and_counts(export):
    out = export.with_name("clean.csv")
    result = RUN.invoke(app, ["intake", str(export), "--strip", str(out)])
    assert result.exit_code == 0
    assert "Email   mail addresses" in result.output
    assert "masked in 1 other cells" in result.output
    assert "example.org" not in result.output + out.read_text()
    assert out.read_text().count("\n") == 3


def test_comments_may_be_left_out(export):
    out = export.with_name("clean.csv")
    result = RUN.invoke(app, ["intake", str(export), "--strip", str(out), "--without-comments"])
    assert "Why?    comments" in result.output
    assert "Because" not in out.read_text()


def test_nothing_is_overwritten(export):
    before = export.read_text()
    result = RUN.invoke(app, ["intake", str(export), "--strip", str(export)])
    assert result.exit_code == 2
    assert "nothing is ever overwritten" in result.stderr
    assert export.read_text() == before
