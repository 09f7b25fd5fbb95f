"""``alliance intake``: one file in, a description out."""

import json

import pytest
from typer.testing import CliRunner

from alliance_analytics.cli import app

RUN = CliRunner()
ROWS = "Timestamp,We meet,Mail\n" + "".join(
    f"2024/05/{day:02} 10:00:00,{answer},p{day}@example.org\n"
    for day, answer in enumerate(["Agree", "Disagree", "Neutral", "Strongly agree", "agree"] * 4, 1)
)


@pytest.fixture
def export(tmp_path):
    """A small Google form."""
    path = tmp_path / "answers.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_json_is_for_programs(export):
    result = RUN.invoke(app, ["intake", str(export), "--format", "json"])
    found = json.loads(result.output)
    assert result.exit_code == 0
    assert (found["platform"], found["records"], found["responses"]) == ("google-forms", 20, 20)
    assert [column["role"] for column in found["columns"]] == ["metadata", "answer", "identifier"]
    assert "@" not in result.output


def test_the_table_says_the_same_to_a_person(export):
    result = RUN.invoke(app, ["intake", str(export)])
    told = " ".join(result.output.split())
    assert result.exit_code == 0
    assert "platform: google-forms" in told
    assert "Strongly disagree < ... < Strongly agree" in told
    assert "Read as the commoner spelling." in told


def test_a_draft_is_written_once(export, tmp_path):
    draft = tmp_path / "wave.yml"
    options = ["intake", str(export), "--draft-mapping", str(draft)]
    assert RUN.invoke(app, options).exit_code == 0
    assert 'platform: "google-forms"' in draft.read_text(encoding="utf-8")
    assert RUN.invoke(app, options).exit_code == 2


def test_ones_own_instrument_is_looked_for(export, tmp_path):
    own = tmp_path / "instrument.csv"
    own.write_text(
        "id,kind,pillar,dimension,direction,wording_en\nA1,statement,1,relational,positive,We meet\n"
        "A2,statement,1,relational,positive,We talk\n",
        encoding="utf-8",
    )
    result = RUN.invoke(app, ["intake", str(export), "--instrument", str(own), "--format", "json"])
    assert [column.get("item") for column in json.loads(result.output)["columns"]] == [None, "A1", None]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["missing.csv"], "no such file"),
        (["table.csv", "--platform", "tabel"], "Did you mean 'table'?"),
        (["answers.csv", "--platform", "qualtrics"], "not an export of the platform"),
        (["answers.csv", "--instrument", "none.csv"], "missing"),
    ],
)
def test_what_a_user_can_mend_is_said_with_status_2(options, told, export, tmp_path, monkeypatch):
    (tmp_path / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = RUN.invoke(app, ["intake", *options])
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
