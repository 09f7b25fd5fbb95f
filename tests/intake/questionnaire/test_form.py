from dataclasses import FrozenInstanceError

import pytest

from alliance_analytics.intake.questionnaire.form import Form
from alliance_analytics.intake.questionnaire.making import make_form
from alliance_analytics.model.instruments import default_instrument


@pytest.fixture
def form() -> Form:
    return make_form(default_instrument())


def test_the_questions_stand_in_the_order_in_which_they_are_asked(form: Form) -> None:
    ids = [question.id for question in form.questions]
    assert ids[:3] == ["PARTNER", "LEVEL", "P1a"]
    assert ids[-4:] == ["C1", "C2", "C3", "C4"]
    assert len(form.statements) == 56
    assert len(ids) == len(set(ids)) == 62


def test_a_form_does_not_change(form: Form) -> None:
    with pytest.raises(FrozenInstanceError):
        form.id = "other"
