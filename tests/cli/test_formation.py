"""Whether an alliance is the right form, by command."""

import json

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()
FORM = "question,A,B\nintensive,4,5\npart-of-the-work,4,4\ncore-processes,5,4\nlong-term,4,4\n"


def asked(*arguments: object):
    return RUN.invoke(app, ["formation", *map(str, arguments)])


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "desk.csv"
    path.write_text(FORM, encoding="utf-8")
    return path


def test_the_answer_and_a_table_are_printed(form):
    result = asked(form)
    assert result.exit_code == 0, result.output
    assert "An alliance fits: all conditions hold." in result.output
    assert "core-processes" in result.output


def test_json_holds_the_answer_and_every_question(form):
    found = json.loads(asked(form, "--format", "json").stdout)
    assert (found["answer"], found["forms"], found["raters"]) == ("alliance", ["alliance"], 2)
    assert len(found["questions"]) == 26
    assert found["questions"][0]["middle"] == 4.5
    assert found["questions"][-1]["middle"] is None


@pytest.mark.parametrize(
    ("kind", "holds"), [("html", "<!doctype html>"), ("table", "part,question"), ("json", "{")]
)
def test_each_format_can_be_written_to_a_file(form, tmp_path, kind, holds):
    out = tmp_path / "answer"
    result = asked(form, "--format", kind, "--out", out, "--language", "nl")
    assert result.exit_code == 0, result.output
    assert "Een alliantie past" in result.output
    assert out.read_text(encoding="utf-8").lower().startswith(holds)


def test_what_is_not_understood_is_told_and_ends_with_one(form):
    form.write_text(FORM + "long-trm,4,4\nefficiency,9,4\n", encoding="utf-8")
    result = asked(form)
    assert result.exit_code == 1
    assert "Did you mean 'long-term'?" in result.stderr
    assert "desk.csv, row 7, rater 1" in result.stderr


def test_raters_who_disagree_are_told_and_are_no_fault(form):
    form.write_text(FORM + "efficiency,1,5\n", encoding="utf-8")
    result = asked(form)
    assert result.exit_code == 0
    assert "Raters stand far apart." in result.stderr


def test_an_example_is_written_and_never_over_a_file(tmp_path):
    target = tmp_path / "new.yml"
    result = asked(target, "--example", "--language", "nl")
    assert result.exit_code == 0, result.output
    assert "Beoordeel elke vraag" in target.read_text(encoding="utf-8")
    assert asked(target, "--example").exit_code == 2
    assert asked(tmp_path / "new.docx", "--example").exit_code == 2


def test_a_missing_file_says_how_to_get_a_form(tmp_path):
    result = asked(tmp_path / "absent.csv")
    assert result.exit_code == 2
    assert "--example" in result.stderr
