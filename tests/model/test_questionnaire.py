import re
from string import Formatter

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.questionnaire import questionnaire_texts


def test_a_text_is_said_in_either_language() -> None:
    said = questionnaire_texts().say
    assert said("contact", "en", contact="Jo") == "Ask Jo."
    assert said("contact", "nl", contact="Jo") == "Dat kan bij Jo."


def test_an_unknown_text_names_the_nearest() -> None:
    with pytest.raises(ModelError) as error:
        questionnaire_texts().say("purpos", "en")
    assert error.value.remedy == "Did you mean 'purpose'?"


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(ModelError, match="value in a text is missing"):
        questionnaire_texts().say("contact", "en")


@pytest.mark.parametrize("key", questionnaire_texts().texts)
def test_both_languages_take_the_same_values_and_type_no_number(key: str) -> None:
    text = questionnaire_texts().texts[key]
    values = [{name for _, name, _, _ in Formatter().parse(text[code]) if name} for code in ("en", "nl")]
    assert values[0] == values[1]
    assert not re.search(r"\d", text.en + text.nl)
