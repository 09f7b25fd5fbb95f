import pytest

from alliance_analytics.intake.platforms.surveymonkey.reader import SurveyMonkey
from alliance_analytics.intake.table import read_table


@pytest.fixture
def table(tmp_path, as_csv):
    def make(*records):
        path = tmp_path / "x.csv"
        path.write_bytes(as_csv(records))
        return read_table(path)

    return make


IDS = ["Respondent ID", "Collector ID"]


def test_the_question_is_carried_over_its_own_columns_only(table):
    made = table(
        [*IDS, "Which partner?", "", "How far?", "", "", "Why?"],
        ["", "", "Response", "Other (please specify)", "One.", "Two.", "", "Open-Ended Response"],
        ["1", "2", "North", "", "Agree", "Agree", "", "Because"],
    )
    read = SurveyMonkey().read(made)
    assert SurveyMonkey().recognises(made)
    assert len(read.cells) == 1
    assert [(c.text, c.part) for c in read.columns[2:]] == [
        ("Which partner?", ""),
        ("Which partner?", "Other (please specify)"),
        ("How far?", "One."),
        ("How far?", "Two."),
        ("", ""),
        ("Why?", ""),
    ]
    assert [(c.role, c.beside) for c in read.columns[2:4]] == [("answer", None), ("other_text", 2)]


def test_without_ids_the_second_record_gives_it_away(table):
    made = table(["Which partner?", "Why?"], ["Response", "Open-Ended Response"], ["North", "Because"])
    assert SurveyMonkey().recognises(made)
    assert len(SurveyMonkey().read(made).cells) == 1


def test_a_respondent_may_say_response_once(table):
    assert not SurveyMonkey().recognises(table(["Which partner?", "Why?"], ["North", "Response"]))


def test_a_second_header_is_told_by_its_missing_id(table):
    read = SurveyMonkey().read(
        table([*IDS, "How far?", ""], ["", "", "One.", "Two."], ["1", "2", "Agree", "Agree"])
    )
    assert [c.part for c in read.columns[2:]] == ["One.", "Two."]


def test_one_header_is_enough(table):
    read = SurveyMonkey().read(table([*IDS, "One.", "Two."], ["1", "2", "Agree", "Agree"]))
    assert [c.heading for c in read.columns] == [*IDS, "One.", "Two."]
    assert len(read.cells) == 1


def test_the_platforms_own_columns_have_their_roles(table):
    made = table(
        ["RespondentID", "CollectorID", "IP Address", "Email Address", "First Name"],
        ["1", "2", "x", "y", "z"],
    )
    roles = [column.role for column in SurveyMonkey().read(made).columns]
    assert roles == ["response_id", "administration", "device", "mail", "identifier"]


def test_a_row_without_an_id_is_a_note(table):
    read = SurveyMonkey().read(table([*IDS, "One."], ["1", "2", "Agree"], ["", "", "mean"]))
    assert read.cells.index.tolist() == [2]
