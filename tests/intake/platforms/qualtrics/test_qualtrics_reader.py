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
