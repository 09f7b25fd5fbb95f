import pytest

from alliance_analytics.intake.platforms.unread import SIGHT, unread_platform
from alliance_analytics.intake.table import read_table

HEADINGS = {
    "Typeform": "#,How?,Submit Date (UTC),Network ID",
    "REDCap": "record_id,redcap_event_name,q1",
    "a REDCap data dictionary": "Variable / Field Name,Form Name,Field Type",
    "KoboToolbox": "q1;_id;_uuid;_submission_time",
    "ODK Central": "SubmissionDate,q1,KEY",
    "LimeSurvey's vv format": "Response ID\tQuestion\nid\tQ1\n7\t{question_not_shown}",
}


def table(tmp_path, text):
    path = tmp_path / "x.csv"
    path.write_text(text + "\n")
    return read_table(path)


@pytest.mark.parametrize("name", SIGHT)
def test_every_platform_on_the_list_is_known_by_sight(name, tmp_path):
    assert unread_platform(table(tmp_path, HEADINGS[name])) == name


def test_redcap_is_known_without_events_and_by_its_labels(tmp_path):
    assert unread_platform(table(tmp_path, "id,gym___1,gym___2,visit_complete")) == "REDCap"
    assert unread_platform(table(tmp_path, "Record,Survey Identifier,Complete?")) == "REDCap"


def test_what_is_read_is_not_on_the_list(layouts, people, tmp_path):
    for name, (_, write) in layouts.items():
        assert unread_platform(read_table(write(people, tmp_path / name))) is None
