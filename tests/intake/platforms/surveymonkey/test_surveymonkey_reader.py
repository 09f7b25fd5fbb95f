import pytest

from alliance_analytics.errors import ExportError
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


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_record_of_question_numbers_is_a_header_wherever_it_stands(place, table):
    records = [[*IDS, "How far?", "", "Why?"], ["", "", "One.", "Two.", "Open-Ended Response"]]
    records.insert(place, ["", "", "q1_1", "q1_2", "q2"])
    made = table(*records, ["1", "2", "Agree", "Agree", "Because"])
    read = SurveyMonkey().read(made)
    assert SurveyMonkey().recognises(made)
    assert read.header_records == 3
    assert [(c.name, c.heading) for c in read.columns[2:4]] == [
        ("q1_1", "How far? [One.]"),
        ("q1_2", "How far? [Two.]"),
    ]
    assert len(read.cells) == 1


def test_ids_of_the_platforms_length_are_enough(table):
    made = table(["RespondentID", "One."], ["11115074603", "Agree"], ["11115074604", "Agree"])
    assert SurveyMonkey().recognises(made)
    assert not SurveyMonkey().recognises(table(["Respondent ID", "One."], ["7", "Agree"]))


def test_ids_that_a_spreadsheet_shortened_tell_nobody_apart(table):
    made = table([*IDS, "One."], ["1.11151E+10", "2", "Agree"], ["1.11151E+10", "2", "Neutral"])
    read = SurveyMonkey().read(made)
    assert read.columns[0].role == "administration"
    assert [note.reason for note in read.notes] == ["column_not_used"]


def test_options_of_several_answers_are_no_statements(table):
    made = table(
        [*IDS, "How do you meet?", "", ""],
        ["", "", "Mail", "Phone", "Other (please specify)"],
        ["1", "2", "Mail", "", ""],
        ["2", "2", "Mail", "Phone", "Pigeon"],
    )
    assert [c.role for c in SurveyMonkey().read(made).columns[2:]] == ["choice", "choice", "other_text"]


def test_answers_as_positions_stay_numbers(table):
    made = table([*IDS, "One."], ["1", "2", "6"], ["2", "2", "1"])
    read = SurveyMonkey().read(made)
    assert read.cells[2].tolist() == ["6", "1"]
    assert not read.bare_numbers_are_points


def test_a_summary_is_refused(table):
    made = table(["How far?", ""], ["Answer Choices", "Responses"], ["Agree", "40.00%"])
    assert SurveyMonkey().recognises(made)
    with pytest.raises(ExportError, match="summary"):
        SurveyMonkey().read(made)


def test_headings_follow_the_language_of_the_account(table):
    own = ["Respondent-ID", "Collector-ID", "Begindatum", "IP-adres", "E-mailadres", "Voornaam"]
    records = [[*own, "Hoe ver?"], ["", "", "", "", "", "", "Antwoord"], [*["12345678901"] * 6, "Mee eens"]]
    made = table(*records)
    assert SurveyMonkey().recognises(made)
    roles = [column.role for column in SurveyMonkey().read(made).columns]
    assert roles == [
        *("response_id", "administration", "administration", "device", "mail", "identifier", "answer")
    ]
