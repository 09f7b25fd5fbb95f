import pandas as pd
import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.several_answers import is_strung_together, with_choices


def question_of(column):
    return column.text if column.part else ""


@pytest.fixture
def roles(make_export):
    def read(parts, records, **fields):
        columns = [Column("", "Which?", part) for part in parts]
        return [c.role for c in with_choices(make_export(columns, records, **fields), question_of).columns]

    return read


def test_an_option_holds_its_own_label_and_nothing_else(roles):
    records = [["Mail", "", "", ""], ["Mail", "Phone", "", "By pigeon"]]
    assert roles(["Mail", "Phone", "Letter", "Other (please specify)"], records) == [
        *["choice"] * 3,
        "other_text",
    ]


def test_yes_and_no_all_over_a_question(roles):
    records = [["Ja", "Nee", ""], ["Nee", "Nee", "Duif"], ["Ja", "Ja", ""]]
    assert roles(["Mail", "Telefoon", "Anders"], records) == ["choice", "choice", "other_text"]


def test_marks_count_beside_blanks_only(roles):
    assert roles(["Mail", "Phone"], [["1", ""], ["", "1"], ["1", "1"], ["1", ""]]) == ["choice"] * 2
    assert roles(["We meet.", "We plan."], [["1", "1"]] * 4) == ["answer"] * 2
    assert roles(["We meet.", "We plan."], [["1", ""], ["", "1"]]) == ["answer"] * 2


def test_a_grid_of_answers_is_none(roles):
    records = [["1", "2"], ["5", ""], ["1", "1"]]
    assert roles(["We meet.", "We plan."], records) == ["answer"] * 2


def test_what_the_platform_fills_in_is_not_looked_at(roles):
    records = [["Yes", "No"], ["No", "N/A"], ["Yes", "Yes"]]
    assert roles(["Mail", "Phone"], records, missing_labels={"N/A": "not_shown"}) == ["choice"] * 2


def test_a_column_that_stands_alone_is_no_option(make_export):
    read = make_export([Column("", "Mail")], [["Mail"], [""]])
    assert with_choices(read, lambda column: "").columns[0].role == "answer"


@pytest.mark.parametrize(
    ("cells", "several"),
    [
        (["Mail;Phone", "Mail", "Phone;Letter", "Letter"], True),
        (["Mail, Phone", "Mail", "Phone, Mail, Letter", "Letter"], True),
        (["Mail;", "Phone;"], True),
        (["Niet mee eens, niet mee oneens", "Niet mee eens", "Mee eens"], False),
        (["Agree, somewhat", "Agree, strongly", "Disagree, somewhat", "Disagree, strongly"], False),
        (["Isle, the", "North", "Isle, the"], False),
        (["It went well, mostly.", "Well, what shall I say; it did."], False),
        (["", ""], False),
    ],
)
def test_options_strung_together(cells, several):
    assert is_strung_together(pd.Series(cells, dtype=object)) == several


def test_other_that_is_only_ticked_is_an_option_too(roles):
    records = [["Oui", "Non", "Non"], ["Non", "Oui", "Oui"]] * 2
    assert roles(["Femme", "Homme", "Autres"], records) == ["choice"] * 3
