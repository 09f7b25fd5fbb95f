import pytest

from alliance_analytics.errors import ModelError, ParameterError
from alliance_analytics.intake.names import KnownNames
from alliance_analytics.intake.questionnaire.options import (
    DONT_KNOW_NUMBER,
    level_options,
    partner_options,
    scale_options,
)
from alliance_analytics.model.answer_scales import answer_scales


def test_the_answers_rise_and_dont_know_closes() -> None:
    options = scale_options("agreement_5", ("en", "nl"))
    assert [option.number for option in options] == [1, 2, 3, 4, 5, DONT_KNOW_NUMBER]
    assert options[0].texts == {"en": "Strongly disagree", "nl": "Helemaal mee oneens"}
    assert options[-1].texts == {"en": "Don't know", "nl": "Weet ik niet"}


@pytest.mark.parametrize("scale", [scale.id for scale in answer_scales().scales if "en" in scale.labels])
def test_the_name_of_an_answer_is_read_as_that_answer(scale: str) -> None:
    known = answer_scales().scale(scale).meanings | answer_scales().missing_meanings
    for option in scale_options(scale, ("en",)):
        expected = "dont_know" if option.number == DONT_KNOW_NUMBER else option.number
        assert known[option.name.replace("_", " ")] == expected


def test_an_unknown_scale_is_refused() -> None:
    with pytest.raises(ModelError):
        scale_options("agreement_99", ("en",))


def test_the_name_of_a_partner_is_read_as_that_partner() -> None:
    partners = ("Brug & Zoon", "Veltor BioSciences B.V.", "Zuid-West", "3M", "Café Één")
    known = KnownNames({partner: partner for partner in partners})
    options = partner_options(partners, ("en",))
    assert [known.find(option.name) for option in options] == list(partners)
    assert all(option.name.isalnum() for option in options)


@pytest.mark.parametrize("partners", [("North", "north"), ("Veltor BV", "Veltor N.V."), ("North", "!?")])
def test_partners_that_reading_cannot_tell_apart_are_refused(partners: tuple[str, ...]) -> None:
    with pytest.raises(ParameterError) as error:
        partner_options(partners, ("en",))
    assert error.value.found in partners


def test_a_level_has_its_wordings_or_its_id() -> None:
    (option,) = level_options({"team-lead": {"en": "Team lead"}}, ("en", "nl"))
    assert (option.name, option.texts) == ("teamlead", {"en": "Team lead", "nl": "team-lead"})
