import pytest

from alliance_analytics.intake.platforms.microsoft_forms.reader import MicrosoftForms
from alliance_analytics.intake.table import read_table


@pytest.fixture
def table(tmp_path):
    def make(*records):
        path = tmp_path / "x.csv"
        path.write_text("\n".join(",".join(record) for record in records) + "\n", encoding="utf-8")
        return read_table(path)

    return make


@pytest.mark.parametrize(
    "headings",
    [
        ["ID", "Start time", "Completion time", "Email", "Name"],
        ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"],
        ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"],
        ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"],
        ["ID", "Starttid", "Slutförandetid", "E-post", "Namn"],
        ["Kimlik", "Başlangıç zamanı", "Tamamlanma zamanı", "E-posta", "Ad"],
        ["ID", "開始時刻", "完了時刻", "メール", "名前"],
    ],
)
def test_the_platforms_own_columns_are_known_in_every_language(headings, table):
    made = table([*headings, "A statement."], ["18", "x", "y", "a@b.org", "Ann", "Agree"])
    assert MicrosoftForms().recognises(made)
    roles = [column.role for column in MicrosoftForms().read(made).columns]
    assert roles == ["response_id", "administration", "administration", "mail", "identifier", "answer"]


def test_a_statement_further_on_may_be_called_name(table):
    headings = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Language",
        "Last modified time",
        "Name",
    ]
    assert MicrosoftForms().read(table(headings, ["1"] * 8)).columns[7].role == "answer"


def test_an_id_and_one_time_are_not_enough(table):
    assert not MicrosoftForms().recognises(table(["ID", "Start time", "Answer"], ["1", "x", "y"]))


def test_a_row_without_an_id_is_a_note(table):
    made = table(
        ["ID", "Start time", "Completion time", "Q"], ["18", "x", "y", "Agree"], ["", "", "", "total"]
    )
    assert MicrosoftForms().read(made).cells.index.tolist() == [2]


OWN = ["ID", "Start time", "Completion time"]


def test_the_number_of_the_time_is_taken_off_a_heading_that_came_back(table):
    headings = [*OWN, "We meet.", "We meet.2", "We meet.3", "Topic2", "Phase 1", "Phase 2", "Plan", "Plan3"]
    read = MicrosoftForms().read(table(headings, ["1"] * len(headings)))
    assert [c.text for c in read.columns[3:]] == [*["We meet."] * 3, *headings[6:]]
    assert [c.name for c in read.columns[3:6]] == ["", "We meet.2", "We meet.3"]


def test_branches_are_one_statement(table):
    read = MicrosoftForms().read(
        table([*OWN, "We meet.", "We meet.2"], ["1", "t", "t", "Agree", ""], ["2", "t", "t", "", "Neutral"])
    )
    assert read.cells[3].tolist() == ["Agree", "Neutral"]
    assert read.columns[4].repeats == 3


def test_several_answers_points_and_feedback_are_no_statements(table):
    headings = [*OWN, "Total points", "Quiz feedback", "How?", "Points - How?", "Feedback - How?"]
    read = MicrosoftForms().read(table(headings, ["1", "t", "t", "3", "", "Mail;Phone;", "1", "Well done"]))
    roles = [c.role for c in read.columns[3:]]
    assert roles == ["administration", "administration", "choice", "administration", "administration"]


def test_who_refuses_consent_is_left_out(table):
    read = MicrosoftForms().read(
        table(
            [*OWN, "Do you consent?", "We meet."], ["1", "t", "t", "No", ""], ["2", "t", "t", "Yes", "Agree"]
        )
    )
    assert read.exclusion.tolist() == ["refused_consent", ""]


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        (["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"], ["mail", "identifier"]),
        (["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"], ["mail", "identifier"]),
        (
            ["Id", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre"],
            ["mail", "identifier"],
        ),
    ],
)
def test_headings_follow_the_language_of_the_owner(headings, roles, table):
    made = table(headings, ["1", "t", "t", "anonymous", ""])
    assert MicrosoftForms().recognises(made)
    assert [c.role for c in MicrosoftForms().read(made).columns[3:]] == roles
