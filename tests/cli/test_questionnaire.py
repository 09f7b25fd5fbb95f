"""The questionnaire, by command."""

from typing import get_args

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.cli.options import Language
from alliance_analytics.cli.questionnaire import FormFormat
from alliance_analytics.intake.questionnaire.formats import FORMATS
from alliance_analytics.model.sourced import Language as ModelLanguage

RUN = CliRunner()


def asked(*arguments: object):
    return RUN.invoke(app, ["questionnaire", *map(str, arguments)])


def test_every_format_can_be_asked_for():
    assert [str(each) for each in FormFormat] == list(FORMATS)
    assert {str(each) for each in Language} == set(get_args(ModelLanguage))


def test_a_form_is_written_and_what_is_missing_is_said(tmp_path):
    out = tmp_path / "form.txt"
    result = asked("--format", "limesurvey", "--out", out)
    assert result.exit_code == 0, result.output
    assert "62 questions, in en and nl" in result.output
    assert "--contact" in result.output
    assert "--partners" in result.output
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_partners_contact_language_and_modules_are_taken(tmp_path):
    out = tmp_path / "form.html"
    options = ["--partners", "Noord", "--partners", "Zuid", "--contact", "Jo", "--leave-out", "themes"]
    result = asked("--format", "html", "--out", out, "--language", "nl", *options)
    assert result.exit_code == 0, result.output
    assert "54 questions, in nl" in result.output
    assert "--contact" not in result.output
    text = out.read_text(encoding="utf-8")
    assert "Zuid" in text
    assert "Dat kan bij Jo." in text


def test_an_instrument_of_your_own_is_written(tmp_path):
    own = tmp_path / "ours.csv"
    own.write_text(
        "id,kind,wording_en\nQ1,statement,We keep our word.\nORG,partner,Where?\n", encoding="utf-8"
    )
    result = asked("--format", "qualtrics", "--out", tmp_path / "form.txt", "--instrument", own)
    assert result.exit_code == 0, result.output
    assert "We keep our word." in (tmp_path / "form.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "html", "--out", "form.docx"], "ending of another format"),
        (["--format", "docx", "--out", "form.docx", "--instrument", "none.yml"], "instrument is missing"),
        (["--format", "docx", "--out", "form.docx", "--leave-out", "theme"], "Did you mean 'themes'?"),
    ],
)
def test_a_mistake_is_told_plainly(arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = asked(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not list(tmp_path.iterdir())
