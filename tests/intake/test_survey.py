import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alliance_analytics.errors import ExportError, ModelError, ParameterError
from alliance_analytics.intake.survey import SurveySettings, read_survey

LABELS = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
KINDS = {"": "blank", "Don't know": "dont_know", "Not applicable": "not_applicable"}
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
ITEMS = ["S1", "S2", "S3", "O1"]
PARTNERS = SurveySettings(partners=("North Bank", "South Bank"))
ANSWERS = st.tuples(*[st.sampled_from([*LABELS, *KINDS])] * 4).filter(any)


def read(path, instrument, settings=PARTNERS, **options):
    return read_survey(path, instrument, settings, alliance="a", wave="2024", **options)


def meant(people):
    """Return the points and kinds that people's labels stand for."""
    points = [[LABELS.index(a) + 1.0 if a in LABELS else np.nan for a in p.answers] for p in people]
    kinds = [[KINDS.get(a, "") for a in p.answers] for p in people]
    return pd.DataFrame(points, columns=ITEMS, dtype=float), pd.DataFrame(kinds, columns=ITEMS, dtype=object)


@pytest.mark.parametrize("name", NAMES)
def test_every_layout_gives_the_same_frames(name, layouts, people, instrument, tmp_path):
    platform, write = layouts[name]
    intake = read(write(people, tmp_path / "export"), instrument, link_key=b"key")
    points, kinds = meant(people)
    assert (intake.platform, intake.records, intake.kept, intake.excluded) == (platform, 3, 3, {})
    assert list(intake.responses) == ["alliance", "wave", "person", "partner", "level", *ITEMS]
    pd.testing.assert_frame_equal(intake.responses[ITEMS], points)
    pd.testing.assert_frame_equal(intake.missing_kinds, kinds)
    assert intake.responses["partner"].tolist() == ["North Bank", "South Bank", "South Bank"]
    assert intake.responses["level"].tolist() == ["strategic", "tactical", "strategic"]
    assert intake.responses["person"].nunique() == 3
    assert intake.comments[["partner", "item", "text"]].values.tolist() == [
        ["North Bank", "C1", "We met, often."]
    ]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers=st.lists(ANSWERS, min_size=1, max_size=6))
@pytest.mark.parametrize("name", NAMES)
def test_any_answers_come_back_from_any_layout(name, answers, layouts, person, instrument, tmp_path_factory):
    people = [person(given, mail=f"p{n}@example.org") for n, given in enumerate(answers)]
    path = layouts[name][1](people, tmp_path_factory.mktemp("layout") / "export")
    points, kinds = meant(people)
    intake = read(path, instrument)
    pd.testing.assert_frame_equal(intake.responses[ITEMS], points)
    pd.testing.assert_frame_equal(intake.missing_kinds, kinds)


@settings(max_examples=25, deadline=None)
@given(
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]),
    end=st.sampled_from(["\r\n", "\n", "\r"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    order=st.permutations(range(11)),
    name=st.sampled_from(["limesurvey text", "limesurvey code and text"]),
)
def test_neither_encoding_nor_separator_nor_order_matters(
    encoding, end, delimiter, order, name, layouts, people, person, instrument, as_csv, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("variant")
    accented = [
        *people,
        person(("Agree", "Agree", "Neutral", "Disagree"), "d@example.org", comment="Één café; echt"),
    ]
    plain = layouts[name][1](accented, folder / "plain")
    with plain.open(encoding="utf-8", newline="") as file:
        records = [[record[place] for place in order] for record in csv.reader(file) if record]
    changed = folder / "changed"
    changed.write_bytes(as_csv(records, delimiter, end, encoding))
    expected, found = read(plain, instrument), read(changed, instrument)
    pd.testing.assert_frame_equal(found.responses, expected.responses)
    pd.testing.assert_frame_equal(found.missing_kinds, expected.missing_kinds)
    assert found.comments["text"].tolist() == expected.comments["text"].tolist()


def test_one_respondent_in_all_works_and_is_noted(layouts, people, instrument, tmp_path):
    intake = read(layouts["google forms"][1](people[:1], tmp_path / "x"), instrument)
    assert intake.kept == 1
    assert "one_respondent" in intake.log["reason"].tolist()


def test_a_person_who_sends_twice_counts_once(layouts, people, instrument, tmp_path):
    intake = read(layouts["google forms"][1]([*people, people[0]], tmp_path / "x"), instrument)
    assert (intake.records, intake.kept, dict(intake.excluded)) == (4, 3, {"duplicate": 1})
    note = intake.log[intake.log["reason"] == "duplicate"].iloc[0]
    assert (note["row"], note["found"]) == (5, "repeats record 2")


def test_everything_left_out_leaves_empty_frames(layouts, person, instrument, tmp_path):
    intake = read(layouts["google forms"][1]([person(("", "", "", ""))], tmp_path / "x"), instrument)
    assert (intake.kept, dict(intake.excluded)) == (0, {"empty": 1})
    assert intake.responses.empty
    assert list(intake.comments) == ["alliance", "wave", "person", "partner", "level", "item", "text"]


def test_no_key_means_no_link_and_the_same_key_the_same_link(layouts, people, instrument, tmp_path):
    first = layouts["google forms"][1](people, tmp_path / "first")
    second = layouts["microsoft forms"][1](people[::-1], tmp_path / "second.xlsx")
    assert read(first, instrument).responses["person"].isna().all()
    links = [set(read(path, instrument, link_key=b"k").responses["person"]) for path in (first, second)]
    assert links[0] == links[1]
    assert links[0] != set(read(first, instrument, link_key=b"other").responses["person"])


def test_nothing_that_comes_out_holds_an_identifier(layouts, people, instrument, tmp_path):
    for name in NAMES:
        intake = read(layouts[name][1](people, tmp_path / name), instrument, link_key=b"k")
        for frame in (intake.responses, intake.missing_kinds, intake.comments, intake.log):
            assert "example.org" not in frame.to_csv()
        assert str(tmp_path) not in intake.log.to_csv()


def test_a_table_of_statements_needs_no_platform(layouts, people, instrument, tmp_path):
    assert read(layouts["plain table"][1](people, tmp_path / "x"), instrument).platform == "table"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("a,b\n1,2\n", "The layout of this file is unknown."),
        (
            "Timestamp,How old are you?\n9/13/2024 13:29:55,12\n",
            "No column asks a statement of the instrument.",
        ),
        ("Timestamp,Partners keep their promises.\n", "The export holds no response."),
    ],
)
def test_what_is_no_export_of_this_survey_says_so(content, what, instrument, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text(content)
    with pytest.raises(ExportError, match=what) as error:
        read(path, instrument)
    assert str(tmp_path) not in str(error.value)


def test_another_surveys_headings_are_listed_and_its_answers_are_not(instrument, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Timestamp,How old are you?\n9/13/2024 13:29:55,thirty-seven\n")
    with pytest.raises(ExportError) as error:
        read(path, instrument)
    assert error.value.found == "How old are you?"
    assert "thirty-seven" not in str(error.value)


def test_an_unknown_answer_scale_is_a_fault_of_the_instrument(layouts, people, instrument, tmp_path):
    other = instrument.model_copy(update={"answer_scale": "agreement_five"})
    with pytest.raises(ModelError):
        read(layouts["google forms"][1](people, tmp_path / "x"), other)


def test_a_folder_is_no_export(instrument, tmp_path):
    with pytest.raises(ExportError, match="a folder"):
        read(Path(tmp_path), instrument)


def redcap(tmp_path, *rows):
    """Write codes of three events: the partner is asked at the first, the statements at all."""
    header = "record_id,redcap_event_name,partner,about_complete,s1,s2,s3,o1,survey_complete"
    path = tmp_path / "raw.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return path


def dictionary(tmp_path):
    offered = " | ".join(f"{point}, {label}" for point, label in enumerate(LABELS, start=1))
    choices = f'"{offered} | -98, Don\'t know"'
    asked = [f"{item},survey,radio,,{choices}" for item in ("s1", "s2", "s3", "o1")]
    head = 'Variable / Field Name,Form Name,Field Type,Field Label,"Choices, Calculations, OR Slider Labels"'
    about = ["record_id,about,text,Id,", 'partner,about,radio,,"1, North Bank | 2, South Bank"']
    fields = [head, *about, *asked]
    (tmp_path / "fields.csv").write_text("\n".join(fields), encoding="utf-8")


def test_rows_of_a_person_count_once_and_the_partner_holds_for_all(instrument, tmp_path):
    dictionary(tmp_path)
    rows = ["1,start,1,2,,,,,0", "1,year_1,,,4,2,5,-98,2", "2,start,2,2,3,,,,0", "2,year_1,,,1,2,3,4,2"]
    intake = read(redcap(tmp_path, *rows, "2,year_2,,,5,5,5,5,2"), instrument)
    assert intake.responses["partner"].tolist() == ["North Bank", "South Bank"]
    assert intake.responses[ITEMS].fillna(0).to_numpy().tolist() == [[4, 2, 5, 0], [1, 2, 3, 4]]
    assert intake.missing_kinds["O1"].tolist() == ["dont_know", ""]
    assert intake.excluded == {"other_row": 1, "unfinished": 1, "duplicate": 1}
    assert "several_rows" in set(intake.log["reason"])


def test_codes_that_nothing_explains_are_refused(instrument, tmp_path):
    path = redcap(tmp_path, "1,start,1,2,4,2,5,1,2")
    with pytest.raises(ExportError, match="nothing says what they mean") as refusal:
        read(path, instrument)
    assert "data dictionary" in str(refusal.value)
    codes = {"4": "Agree", "2": "Disagree", "5": "Strongly agree", "1": "Strongly disagree"}
    settings = SurveySettings(partners=("North Bank",), answer_codes=codes, partner_codes={"1": "North Bank"})
    assert read(path, instrument, settings).responses[ITEMS].to_numpy().tolist() == [[4, 2, 5, 1]]


@pytest.fixture
def marked(layouts, people, tmp_path):
    """A Qualtrics export in which the first record is a preview and the last repeats it as a real one."""
    path = layouts["qualtrics"][1]([*people, people[0]], tmp_path / "x")
    path.write_bytes(path.read_bytes().replace(b"IP Address", b"Survey Preview", 1))
    return path


def test_records_that_the_platform_rules_out_are_counted_and_may_be_kept(marked, instrument):
    usual = read(marked, instrument)
    assert (usual.records, usual.kept, usual.excluded) == (4, 3, {"preview": 1})
    kept = read(marked, instrument, keep_rows=["preview", "duplicate"])
    assert (kept.kept, kept.excluded) == (4, {})
    assert "1 preview" in kept.log.loc[kept.log["reason"] == "kept_rows", "found"].tolist()


def test_what_is_kept_counts_after_what_the_platform_counts(marked, instrument):
    kept = read(marked, instrument, SurveySettings(keep_rows=("preview",)))
    assert (kept.kept, kept.excluded) == (3, {"duplicate": 1})
    note = kept.log[kept.log["reason"] == "duplicate"].iloc[0]
    assert (note["row"], note["found"]) == (4, "repeats record 7")


def test_a_kind_of_record_that_holds_nothing_cannot_be_kept(marked, instrument):
    with pytest.raises(ParameterError, match="cannot be kept"):
        read(marked, instrument, keep_rows=["empty"])


def test_every_platform_gives_the_same_points_when_the_form_had_seven(layouts, person, instrument, tmp_path):
    given = ("Somewhat agree", "Disagree", "Strongly agree", "Somewhat disagree")
    settings = PARTNERS.model_copy(update={"rescale": {"*": 7}})
    for name in NAMES:
        if name == "spss":  # its writer here knows the labels of five points only
            continue
        path = layouts[name][1]([person(given)], tmp_path / name)
        intake = read(path, instrument, settings)
        assert intake.responses[ITEMS].iloc[0].tolist() == pytest.approx(
            [1 + 4 * n / 6 for n in (4, 1, 6, 2)]
        )
        assert intake.rescaled == dict.fromkeys(ITEMS, 7)


def test_what_the_file_holds_turned_is_turned_back(layouts, people, instrument, tmp_path):
    path = layouts["google forms"][1](people, tmp_path / "x")
    settings = PARTNERS.model_copy(update={"already_turned": ("S2",)})
    usual, back = read(path, instrument), read(path, instrument, settings)
    pd.testing.assert_series_equal(back.responses["S2"], 6 - usual.responses["S2"])
    assert "turned_back" in back.log["reason"].tolist()
