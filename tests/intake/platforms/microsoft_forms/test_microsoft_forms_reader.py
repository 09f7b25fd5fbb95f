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
