"""A clean copy holds the same answers in the same layout, and nobody's identity."""

import csv
import io
import zipfile

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.platforms import platform_of
from alliance_analytics.intake.settings import SurveySettings
from alliance_analytics.intake.stripping import write_clean_copy
from alliance_analytics.intake.survey import read_survey
from alliance_analytics.intake.table import read_table

NAMES = (
    "qualtrics",
    "qualtrics 2016",
    "qualtrics without import ids",
    "qualtrics legacy",
    "limesurvey code and text",
    "limesurvey text",
    "limesurvey code",
    "surveymonkey two headers",
    "surveymonkey one header",
    "google forms",
    "microsoft forms",
    "spss",
    "typeform",
    "kobo",
    "odk",
    "redcap labels",
    "plain table",
)
LABELS = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree", "Don't know", "")
ANSWERS = st.tuples(*[st.sampled_from(LABELS)] * 4).filter(any)
SENT = st.lists(st.tuples(ANSWERS, st.integers(0, 3), st.sampled_from(["", "It went well."])), max_size=8)
COMMENT = "Mail fay@example.org or ring 06-12345678; I'm Fay Bell of the office, and glad of it."


def read(path, instrument, platform=None):
    settings = SurveySettings(partners=("North Bank", "South Bank"), platform=platform)
    return read_survey(path, instrument, settings, alliance="a", wave="w", link_key=b"key")


def whole_text(path):
    """Return all texts of a file, whatever it is packed in."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    cells = read_table(path).cells.to_numpy().ravel()
    return "\n".join([path.read_bytes().decode("latin-1"), *cells])


def stripped(path, name, platforms, **options):
    named = "table" if platforms[name][0] == "table" else None
    out = path.with_name("clean")
    return out, write_clean_copy(path, out, platform=named, **options)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_left_in_the_copy_of_any_layout(name, layouts, person, people, instrument, tmp_path):
    extra = person(("Agree", "Neutral", "Agree", "Agree"), "fay@example.org", comment=COMMENT)
    path = layouts[name][1]([*people, extra], tmp_path / "export")
    out, copy = stripped(path, name, layouts)
    for known in ("ann@", "bob@", "cas@", "fay@", "06-12345678", "Fay Bell", "A Name", "example.org"):
        assert known not in whole_text(out)
    assert "I'm […] of the office, and glad of it." in read(out, instrument).comments["text"].iloc[-1]
    assert copy.masked == 1
    assert {"mail", "token"} & {kind for _, kind in copy.emptied}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sent=SENT)
@pytest.mark.parametrize("name", NAMES)
def test_the_copy_gives_the_same_answers(name, sent, layouts, person, instrument, tmp_path_factory):
    people = [person(("Agree", "Agree", "Neutral", "Agree"), "p9@example.org")]
    people += [person(answers, mail=f"p{n}@example.org", comment=text) for answers, n, text in sent]
    path = layouts[name][1](people, tmp_path_factory.mktemp("copy") / "export")
    out, _ = stripped(path, name, layouts)
    before, after = read(path, instrument), read(out, instrument)
    assert (after.platform, after.records, after.kept) == (before.platform, before.records, before.kept)
    assert after.excluded == before.excluded
    answers = [each.responses.drop(columns="person") for each in (after, before)]
    pd.testing.assert_frame_equal(*answers)
    pd.testing.assert_frame_equal(after.missing_kinds, before.missing_kinds)
    assert after.comments["text"].tolist() == before.comments["text"].tolist()
    assert after.responses["person"].isna().all()


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_is_of_the_same_layout_and_can_be_stripped_again(name, layouts, people, tmp_path):
    path = layouts[name][1](people, tmp_path / "export")
    out, _ = stripped(path, name, layouts)
    before, after = read_table(path), read_table(out)
    assert (after.encoding, after.delimiter) == (before.encoding, before.delimiter)
    assert after.cells.shape == before.cells.shape
    assert getattr(platform_of(after), "name", None) == getattr(platform_of(before), "name", None)
    (tmp_path / "again").mkdir()
    again, _ = stripped(out.rename(tmp_path / "again" / "export"), name, layouts)
    assert read_table(again).cells.equals(after.cells)


@pytest.mark.parametrize("name", ["google forms", "microsoft forms", "qualtrics", "limesurvey code and text"])
def test_comments_can_be_left_out(name, layouts, person, people, instrument, tmp_path):
    extra = person(("Agree", "Neutral", "Agree", "Agree"), "fay@example.org", comment=COMMENT)
    path = layouts[name][1]([*people, extra], tmp_path / "export")
    out, copy = stripped(path, name, layouts, without_comments=True)
    after = read(out, instrument)
    assert after.comments.empty
    assert len(copy.comments) == 1
    assert after.responses["partner"].tolist() == read(path, instrument).responses["partner"].tolist()


def test_text_stays_as_it_was_but_for_what_identifies(tmp_path):
    text = (
        '\ufeffTimestamp;Email;"How?"\r\n1-1-2024 10:00;ann@example.org;" 4"\r\n\r\n'
        '1-1-2024 11:00;;"a, ""b"""'
    )
    (tmp_path / "export").write_bytes(text.encode())
    write_clean_copy(tmp_path / "export", tmp_path / "clean")
    assert (tmp_path / "clean").read_bytes().decode() == text.replace("ann@example.org", "1@stripped.invalid")


def test_a_record_that_stands_under_the_wrong_headings_is_left_out_and_told(tmp_path):
    rows = [["1-1-2024 10:00", f"p{n}@example.org", "4", "x"] for n in range(40)]
    text = io.StringIO()
    csv.writer(text).writerows([["Timestamp", "Email", "How?", "Why?"], *rows])
    (tmp_path / "export").write_text(f"{text.getvalue()}1-1-2024 10:00,torn, apart,zoe@example.org,4,x\n")
    copy = write_clean_copy(tmp_path / "export", tmp_path / "clean")
    assert copy.left_out == 1
    assert "zoe@" not in (tmp_path / "clean").read_text()


def test_nothing_is_overwritten(layouts, people, tmp_path):
    path = layouts["google forms"][1](people, tmp_path / "export")
    (tmp_path / "clean").write_text("mine")
    with pytest.raises(ExportError, match="cannot be written"):
        write_clean_copy(path, tmp_path / "clean")
    assert (tmp_path / "clean").read_text() == "mine"


def test_a_file_of_unknown_layout_is_not_stripped_by_guess(tmp_path):
    (tmp_path / "export").write_text("a,b\n1,ann@example.org\n2,bob@example.org\n")
    with pytest.raises(ExportError, match="--platform table"):
        write_clean_copy(tmp_path / "export", tmp_path / "clean")
    assert not (tmp_path / "clean").exists()


def test_a_note_among_the_records_gets_nobodys_number(tmp_path):
    people = "".join(f"{n},{n % 3}\n" for n in range(11, 20))
    (tmp_path / "export").write_text(f"id,How far?\n{people}Total,9\n")
    write_clean_copy(tmp_path / "export", tmp_path / "clean", platform="table")
    lines = (tmp_path / "clean").read_text().splitlines()
    assert (lines[1], lines[9], lines[10]) == ("1,2", "9,1", ",9")
