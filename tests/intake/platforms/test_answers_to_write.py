from __future__ import annotations

import doctest
from dataclasses import replace

from alliance_analytics.intake.platforms import answers_to_write
from alliance_analytics.intake.platforms.answers_to_write import codes_in_order


def test_the_examples_hold():
    assert doctest.testmod(answers_to_write).failed == 0


def test_a_cell_holds_the_label_the_odd_spelling_or_nothing(make_survey):
    survey = replace(make_survey(), spellings={(1, "P1a"): "agree "})
    answers = survey.instrument.scored
    assert survey.cell(1, "P1a") == "agree "
    assert survey.cell(0, answers[0].id) == survey.labels[survey.answer(0, answers[0].id)]
    assert survey.cell(0, answers[1].id) == "Don't know"
    assert survey.cell(0, answers[3].id) == ""


def test_a_coded_survey_holds_numbers_everywhere(make_survey):
    survey = make_survey(codes=codes_in_order(5, first_special=6, reverse=True))
    first, second = (item.id for item in survey.instrument.scored[:2])
    assert survey.cell(0, first) == str(6 - int(survey.answer(0, first)))
    assert survey.cell(0, second) == "6"
    assert (survey.partner_cell(1), survey.level_cell(1)) == ("2", "2")


def test_a_name_that_the_form_does_not_offer_stays_as_typed(make_survey):
    survey = make_survey(codes=codes_in_order(5, first_special=6))
    typed = replace(survey, records=(replace(survey.records[0], partner="Zoon"), *survey.records[1:]))
    assert typed.partner_cell(0) == "Zoon"


def test_a_form_without_addresses_says_so(make_survey):
    assert make_survey().has_mail
    assert not make_survey(mail=False).has_mail


def test_it_was_drawn_at_its_last_record(make_survey):
    survey = make_survey()
    assert survey.drawn == survey.records[-1].submitted
