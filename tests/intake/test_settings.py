import pytest
from pydantic import ValidationError

from alliance_analytics.intake.settings import SurveySettings


def test_everything_is_optional():
    assert SurveySettings().model_dump() == {
        "platform": None,
        "partners": {},
        "levels": {},
        "answer_codes": {},
        "partner_codes": {},
        "level_codes": {},
        "mapping": {},
        "rescale": {},
        "already_turned": (),
        "keep_rows": (),
        "dictionary": None,
        "language": None,
    }


def test_partners_are_names_alone_or_names_with_spellings():
    assert SurveySettings(partners=["A", "B"]).partners == {"A": (), "B": ()}
    assert SurveySettings(partners={"A": ["a ltd"]}).partners == {"A": ("a ltd",)}


def test_codes_that_yaml_reads_as_numbers_are_text():
    assert SurveySettings(answer_codes={1: "Agree"}, level_codes={2: "tactical"}).answer_codes == {
        "1": "Agree"
    }


def test_an_unknown_setting_is_refused():
    with pytest.raises(ValidationError):
        SurveySettings(partnrs=["A"])
