import pytest

from alliance_analytics.intake.platforms.base import Column
from alliance_analytics.intake.platforms.consent import refusals, without_consent

COLUMNS = [
    Column("", "Do you consent to this study?"),
    Column("", "We meet."),
    Column("", "ID", role="token"),
]


@pytest.mark.parametrize(
    ("record", "refused"),
    [
        (["No", "", "x"], True),
        (["No, I do not", "", "x"], True),
        (["No", "Agree", "x"], False),
        (["No opinion", "", "x"], False),
        (["Yes", "", "x"], False),
        (["", "", "x"], False),
        (["0", "", "x"], False),
    ],
)
def test_no_and_nothing_else_is_a_refusal(record, refused, make_export):
    assert refusals(make_export(COLUMNS, [record])).tolist() == [refused]


def test_a_form_that_asks_for_none_has_no_refusals(make_export):
    read = make_export([Column("", "We meet."), Column("", "We plan.")], [["No", ""]])
    assert without_consent(read) is read


@pytest.mark.parametrize(
    "heading", ["Geeft u toestemming?", "Einwilligung", "Your personal data", "Consentement éclairé"]
)
def test_it_is_asked_in_several_languages(heading, make_export):
    read = make_export(
        [Column("", heading), Column("", "We meet.")], [["Nee", ""], ["Non", ""], ["Ja", "Agree"]]
    )
    assert without_consent(read).exclusion.tolist() == ["refused_consent", "refused_consent", ""]


def test_a_reason_of_the_platform_stays(make_export):
    read = make_export(COLUMNS, [["No", "", "x"]])
    read.exclusion.iloc[0] = "test"
    assert without_consent(read).exclusion.tolist() == ["test"]
