import pytest

from alliance_analytics.intake.platforms.qualtrics.reader import Qualtrics
from alliance_analytics.intake.table import read_table

IDS = '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID1_3_TEXT""}"'


@pytest.fixture
def table(tmp_path):
    def make(text):
        path = tmp_path / "x.csv"
        path.write_text(text)
        return read_table(path)

    return make


@pytest.mark.parametrize(
    "name", ["qualtrics", "qualtrics 2016", "qualtrics without import ids", "qualtrics legacy"]
)
def test_headers_are_no_responses(name, layouts, people, tmp_path):
    made = read_table(layouts[name][1](people, tmp_path / "x"))
    read = Qualtrics().read(made)
    assert Qualtrics().recognises(made)
    assert len(read.cells) == 3
    assert set(read.exclusion) == {""}
    mail = [column.heading for column in read.columns if column.role == "mail"]
    assert mail in (["Recipient Email"], ["EmailAddress"])


def test_a_header_record_alone_is_enough_when_the_metadata_were_taken_out(table):
    made = table(f'StartDate,Q1,Q1_3_TEXT\nStart Date,Who?,"Who? - Other"\n{IDS}\n2024-05-01,Ann,\n')
    read = Qualtrics().read(made)
    assert Qualtrics().recognises(made)
    assert read.cells.index.tolist() == [4]
    assert read.columns[2].role == "other_text"
    assert read.columns[2].beside == 1


def test_a_question_over_two_lines_is_one_header(table):
    made = table(f'StartDate,Q1,Q1_3_TEXT\nStart Date,"Who\nare you?",Other\n{IDS}\n2024-05-01,x,y\n')
    assert Qualtrics().read(made).columns[1].text == "Who\nare you?"


def test_a_question_may_be_called_status(table):
    ids = '"{""ImportId"":""status""}","{""ImportId"":""QID7""}"'
    read = Qualtrics().read(
        table(f"Status,Status\nResponse Type,What is your status?\n{ids}\nIP Address,Spam\n")
    )
    assert [column.role for column in read.columns] == ["administration", "answer"]
    assert read.exclusion.tolist() == [""]


def test_an_open_question_is_not_beside_anything(table):
    read = Qualtrics().read(table(f"StartDate,Q9_TEXT,Q1_3_TEXT\nStart Date,a,b\n{IDS}\n2024,x,y\n"))
    assert [column.role for column in read.columns] == ["administration", "answer", "answer"]


def test_the_question_texts_may_have_been_taken_out(table):
    read = Qualtrics().read(table(f"StartDate,S1,S2\n{IDS}\n2024-05-01,Agree,Agree\n"))
    assert [column.text for column in read.columns] == ["StartDate", "S1", "S2"]
    assert len(read.cells) == 1


def test_names_alone_are_enough_and_one_header_is_seen(table):
    made = table(
        "StartDate,Status,ResponseId,S1\n2024-05-01 09:00:00,0,R_1,Agree\n2024-05-01 09:00:00,1,R_2,Agree\n"
    )
    read = Qualtrics().read(made)
    assert Qualtrics().recognises(made)
    assert read.exclusion.tolist() == ["", "preview"]


def test_seen_and_not_answered_is_blank(table):
    read = Qualtrics().read(table(f"StartDate,S1,S2\na,b,c\n{IDS}\n2024,-99,1\n"))
    assert read.missing_labels["-99"] == "blank"


def test_other_tables_are_not_qualtrics(table):
    assert not Qualtrics().recognises(table("StartDate,Status,Age\n2024,0,4\n"))
    assert not Qualtrics().recognises(table("id,status,start_date,end_date,Age\n1,done,2024,2024,4\n"))


def test_the_import_ids_alone_are_enough(table):
    made = table(f"{IDS}\n2024-05-01,Agree,\n")
    read = Qualtrics().read(made)
    assert Qualtrics().recognises(made)
    assert read.header_records == 1
    assert [column.name for column in read.columns] == ["startDate", "QID1", "QID1_3_TEXT"]
    assert read.columns[0].role == "administration"


def test_headings_in_the_language_of_the_account_say_the_same(table):
    ids = '"{""ImportId"":""status""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1""}"'
    read = Qualtrics().read(
        table(f"Status,RecipientEmail,Q1\nAntworttyp,E-Mail des Empfängers,Wie?\n{ids}\nSurvey Test,,x\n")
    )
    assert [column.role for column in read.columns] == ["administration", "mail", "answer"]
    assert read.exclusion.tolist() == ["test"]


def test_the_texts_of_the_metadata_alone_are_enough(table):
    made = table(
        "Start Date,End Date,Response Type,Response ID,How far?\n"
        "2024-05-01,2024-05-01,Survey Preview,R_1,Agree\n"
    )
    read = Qualtrics().read(made)
    assert Qualtrics().recognises(made)
    assert read.header_records == 1
    assert read.exclusion.tolist() == ["preview"]


def test_a_spreadsheet_may_have_changed_the_dates(table):
    read = Qualtrics().read(table(f"StartDate,Q1,Q2\nStart Date,a,b\n{IDS}\n09/09/2024 05:29,x,y\n"))
    assert len(read.cells) == 1


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Q1_First Click", "timing"),
        ("1_Q1_Page Submit", "timing"),
        ("Q1_Click Count", "timing"),
        ("Q9_NPS_GROUP", "administration"),
        ("Q7 - Parent Topics", "administration"),
        ("Q7 - Topics", "administration"),
        ("Q3_Browser", "administration"),
        ("Q3_Operating System", "administration"),
        ("Q3_DO_2", "administration"),
        ("1_Q1_1", "answer"),
        ("Topics", "answer"),
    ],
)
def test_what_the_platform_adds_is_no_answer(name, role, table):
    read = Qualtrics().read(table(f"StartDate,{name},S2\na,b,c\n{IDS}\n2024,1,1\n"))
    assert read.columns[1].role == role


def test_options_of_several_answers_are_no_statements(table):
    tags = "StartDate,Q1_1,Q1_2,Q1_-1,Q2_1,Q2_2"
    texts = "Start Date,Which?-Mail,Which?-Phone,Which?-None,How far?-We meet.,How far?-We plan."
    cells = [",1,,1,1,5", ",1,1,,1,2", ",,1,,1,", ",1,,,3,1"]
    ids = ",".join(['"{""ImportId"":""startDate""}"', *(f'"{{""ImportId"":""QID{n}""}}"' for n in range(5))])
    read = Qualtrics().read(table("\n".join([tags, texts, ids, *(f"2024{cell}" for cell in cells)]) + "\n"))
    assert [c.role for c in read.columns] == ["administration", *["choice"] * 3, *["answer"] * 2]


def test_arms_of_an_experiment_are_one_statement(table):
    texts = 'Start Date,"How far? - We meet.","How far? - We meet."'
    read = Qualtrics().read(table(f"StartDate,Q8_1,Q9_1\n{texts}\n{IDS}\n2024,-3,\n2024,,2\n"))
    assert read.cells[1].tolist() == ["-3", "2"]
    assert read.columns[2].repeats == 1


def test_who_refuses_consent_is_left_out(table):
    read = Qualtrics().read(
        table(f"StartDate,Q0,Q1\nStart Date,Do you consent?,How?\n{IDS}\n2024,No,\n2024,Yes,Agree\n")
    )
    assert read.exclusion.tolist() == ["refused_consent", ""]


def test_a_last_column_of_nothing_is_no_answer(table):
    read = Qualtrics().read(
        table("V1,V2,V3,Q1,\nResponseID,ResponseSet,Name,How?,\nR_1,Default,Anonymous,1,\n")
    )
    assert [c.role for c in read.columns] == [
        "response_id",
        "administration",
        "identifier",
        "answer",
        "administration",
    ]


def test_a_status_that_is_not_known_is_told(table):
    text = "StartDate,Status,ResponseId,S1\n2024-05-01,{},R_1,Agree\n2024-05-01,0,R_2,Agree\n"
    odd = Qualtrics().read(table(text.format("Umfragevorschau")))
    assert [(note.reason, note.found) for note in odd.notes] == [("kept_rows", "1 records")]
    for known in ("IP Address", "Survey Preview", "Imported", "16"):
        assert Qualtrics().read(table(text.format(known))).notes == ()
