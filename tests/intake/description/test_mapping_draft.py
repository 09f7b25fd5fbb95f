"""A draft is a wave.yml that can be used as it is, and better after an edit."""

import re

import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.description.mapping_draft import draft, write_draft
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.workspace.settings import WaveSettings, settings_from

INSTRUMENT = default_instrument()
FIRST = INSTRUMENT.scored[0]
LEVEL = next(item for item in INSTRUMENT.items if item.kind == "level")
AGREEMENT = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")


def settings(text, tmp_path):
    path = tmp_path / "wave.yml"
    path.write_text(text, encoding="utf-8")
    return settings_from(path, WaveSettings)


def agreed_to(text):
    """The draft after somebody took away the first # of every guess that is not a remark."""
    kept = [line for line in text.splitlines() if "# unsure" not in line]
    opened = (re.sub(r"^(\w+): \{\}.*", r"\1:", line) for line in kept)
    return "\n".join(re.sub(r"^  # ", "  ", line) for line in opened)


def test_what_is_sure_stands_and_what_is_not_is_a_comment(described, repeated, tmp_path):
    found = described({FIRST.wording["en"]: repeated(*AGREEMENT), "Anything else": repeated(*AGREEMENT)})
    text = draft(found, INSTRUMENT, "survey.csv")
    read = settings(text, tmp_path)
    assert read.mapping == {FIRST.wording["en"]: FIRST.id}
    assert read.platform == "table"
    assert '# "Anything else": ""' in text


def test_a_draft_of_nothing_sure_is_still_a_settings_file(described, repeated, tmp_path):
    text = draft(
        described(
            {
                "Anything else": repeated("1", "2", "3"),
                "op1": repeated("1", "5", "3"),
                "op2": repeated("1", "5", "2"),
            }
        ),
        INSTRUMENT,
        "x.csv",
    )
    assert settings(text, tmp_path).mapping == {}
    assert "which end is which nobody says" in text
    assert settings(agreed_to(text), tmp_path).answer_codes == {
        str(p): label
        for p, label in enumerate(
            ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"], 1
        )
    }


def test_a_guess_by_a_usual_word_is_unsure(described, repeated):
    text = draft(
        described({"In which role do you work?": repeated("Board", "Desk", "Field")}), INSTRUMENT, "x"
    )
    assert f'# "In which role do you work?": "{LEVEL.id}"' in text


def test_a_heading_that_comes_twice_or_tells_who_somebody_is_is_unsure(tmp_path, described, repeated):
    text = draft(described({"Ask ann@example.org": repeated(*AGREEMENT)}), INSTRUMENT, "x")
    assert "ann@" not in text
    assert "says who somebody is" in text


def test_a_draft_is_never_written_over_a_file(tmp_path):
    write_draft(tmp_path / "wave.yml", "a: 1\n")
    with pytest.raises(ExportError, match="not written over"):
        write_draft(tmp_path / "wave.yml", "a: 2\n")
    assert (tmp_path / "wave.yml").read_text(encoding="utf-8") == "a: 1\n"
