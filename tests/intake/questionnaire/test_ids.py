import re

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.intake.questionnaire.form import Question
from alliance_analytics.intake.questionnaire.ids import refuse_ids


def refuse(*ids: str) -> None:
    questions = [Question(name, {"en": "Text."}) for name in ids]
    refuse_ids(
        questions, "Tool", allowed=re.compile("[a-z]+", re.IGNORECASE), in_words="letters", taken={"other"}
    )


def test_good_ids_pass() -> None:
    refuse("a", "Bc")


@pytest.mark.parametrize("name", ["a1", "Other", "a b"])
def test_an_id_that_a_tool_does_not_take_is_named(name: str) -> None:
    with pytest.raises(ModelError) as error:
        refuse("fine", name)
    assert error.value.found == name
    assert "letters" in str(error.value)
    assert "other" in str(error.value)
