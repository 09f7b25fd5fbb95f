"""Identifiers of every kind, planted in every place of every layout, come out of nothing that is made of it.

Looked through are frames, logs, the texts of objects, what the command prints, and errors with all that they
were caused by.
"""

import traceback

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app
from alliance_analytics.errors import AllianceError
from alliance_analytics.intake.platforms import platform_named, platform_of
from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.intake.survey import read_survey
from alliance_analytics.intake.table import read_table

NAMES = (
    *("qualtrics", "qualtrics 2016", "qualtrics without import ids", "qualtrics legacy"),
    *("limesurvey code and text", "limesurvey text", "limesurvey code"),
    *("surveymonkey two headers", "surveymonkey one header", "google forms", "microsoft forms", "spss"),
    *("typeform", "kobo", "odk", "redcap labels", "plain table"),
)
SECRETS = (
    *("ann@example.org", "bob@example.org", "zoe@example.org", "gus@example.org"),
    *("06-12345678", "192.0.2.77", "52.370216", "5f1b2c3d4e5f6a7b8c9d0e1f", "R_2aBcDeFgHiJkLmN"),
    *("111222333", "NL91 ABNA 0417 1643 00", "files.example.org", "Fay Bell", "Zoltan Quist", "A Name"),
)
COMMENT = (
    "My name is Fay Bell, mail zoe@example.org or ring 06-12345678. From 192.0.2.77 at 52.370216, 4.895168, "
    "id 5f1b2c3d4e5f6a7b8c9d0e1f or R_2aBcDeFgHiJkLmN, BSN 111222333, NL91 ABNA 0417 1643 00, "
    "https://files.example.org/me.jpg"
)
PARTNERS = ("North Bank", "South Bank")
SETTINGS = {
    "as usual": {},
    "no partners named": {"partners": {}},
    "another platform": {"platform": "typeform"},
    "a table": {"platform": "table"},
    "a mapping to nothing": {"mapping": {"zoe's column": "S1"}},
    "a mapping of what is mapped": {"mapping": {"S1": "S1", "S2": "S1"}},
    "contradicting codes": {"answer_codes": {"Agree": "Disagree", "1": "Agree", "2": "Agree"}},
}


@pytest.fixture(params=NAMES)
def path(request, layouts, people, person, tmp_path):
    """An export in one of the layouts, with identifiers wherever one can be typed."""
    partner = "North Bank" if request.param == "spss" else "gus@example.org"
    everywhere = person(
        ("Agree", "zoe@example.org", "Neutral", "Zoltan Quist"),
        "zoe@example.org",
        partner,
        "Tactical",
        COMMENT,
    )
    return layouts[request.param][1]([*people, *people, everywhere], tmp_path / "export")


def told(error):
    """Return everything that an error, and what it was caused by, can tell."""
    texts = ["".join(traceback.format_exception(error))]
    while error is not None:
        texts += [str(error), repr(error), repr(error.args), repr(vars(error))]
        error = error.__cause__ or error.__context__
    return "\n".join(texts)


def outputs(path, instrument, named):
    """Return all texts that reading an export makes, with one of the settings."""
    settings = SurveySettings(**{"partners": PARTNERS, **SETTINGS[named]})
    try:
        intake = read_survey(path, instrument, settings, alliance="a", wave="w", link_key=b"key")
    except AllianceError as error:
        return told(error)
    frames = (intake.responses, intake.missing_kinds, intake.comments, intake.log)
    return "\n".join([repr(intake), *(frame.to_csv() for frame in frames)])


def leaks(text):
    return [text[max(0, text.index(s) - 60) : text.index(s) + 40] for s in SECRETS if s in text]


@pytest.mark.parametrize("settings", SETTINGS)
def test_nothing_gets_out_of_reading(path, settings, instrument):
    assert leaks(outputs(path, instrument, settings)) == []


def test_nothing_gets_out_of_the_texts_of_what_is_read(path):
    table = read_table(path)
    export = (platform_of(table) or platform_named("table")).read(table)
    assert leaks(repr(table) + repr(export)) == []


@pytest.mark.parametrize("damage", ["no header", "half", "torn", "not utf-8", "zero"])
def test_nothing_gets_out_of_a_damaged_file(path, damage, instrument):
    content = path.read_bytes()
    damaged = {
        "no header": b"".join(content.splitlines(keepends=True)[4:]) or content,
        "half": content[: len(content) // 2],
        "torn": content.replace(b"zoe@", b'"zoe@'),
        "not utf-8": content.replace(b"zoe", b"\xff\x81\x8dzoe"),
        "zero": content.replace(b"zoe", b"\0zoe"),
    }
    path.write_bytes(damaged[damage])
    # Where nobody says which partners there are, whatever stands in that column is one.
    for settings in SETTINGS.keys() - {"no partners named"}:
        assert leaks(outputs(path, instrument, settings)) == []


@pytest.mark.parametrize(
    "options", [[], ["--format", "json"], ["--platform", "table"], ["--debug", "--platform", "odk"]]
)
def test_nothing_gets_printed(path, options, tmp_path):
    for more in ([], ["--strip", str(tmp_path / "clean")], ["--draft-mapping", str(tmp_path / "draft.yaml")]):
        result = CliRunner().invoke(app, ["intake", str(path), *options, *more])
        assert leaks(result.output + result.stderr + told(result.exception)) == []
    for written in tmp_path.glob("draft*"):
        assert leaks(written.read_text()) == []
