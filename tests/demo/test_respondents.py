from __future__ import annotations

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.demo.platforms import DAYS_OPEN
from alliance_analytics.demo.respondents import MISSING, ODD_MAILS, responses


def sheet_of(wave, seed=1):
    answered = int(wave.people["answered"].sum())
    comments = pd.DataFrame("", index=range(answered), columns=["C1"])
    return responses(wave, comments, np.random.default_rng(seed))


def test_those_who_answered_are_the_records(wave_on):
    wave = wave_on("qualtrics")
    sheet = sheet_of(wave)
    people = wave.people[wave.people["answered"]]
    assert [record.level for record in sheet.records] == list(people["level"])
    assert {record.kind for record in sheet.records} == {"response"}
    given = sheet.answers.notna().to_numpy()
    answers = wave.answers[wave.people["answered"]].to_numpy()
    assert (sheet.answers.to_numpy()[given] == answers[given]).all()


def test_answers_are_missing_at_their_rates_and_for_a_reason(wave_on):
    kinds = pd.concat([sheet_of(wave_on("microsoft-forms"), seed).missing_kinds for seed in range(4)])
    shares = pd.Series(kinds.to_numpy().ravel()).value_counts(normalize=True)
    for kind, rate in MISSING.items():
        assert shares[kind] == pytest.approx(rate, abs=0.005)
    sheet = sheet_of(wave_on("microsoft-forms"))
    assert (sheet.answers.isna() == (sheet.missing_kinds != "")).all(axis=None)


def test_a_few_type_their_partners_name_and_address_in_their_own_way(wave_on):
    wave = wave_on("surveymonkey")
    sheet = sheet_of(wave)
    names = {partner.name for partner in wave.plan.partners}
    variants = {name for partner in wave.plan.partners for name in partner.variants}
    typed = {record.partner for record in sheet.records} - names
    assert typed
    assert typed <= variants
    assert sum(record.mail.isupper() for record in sheet.records) == ODD_MAILS


@pytest.mark.parametrize("platform", ["limesurvey", "spss"])
def test_layouts_without_addresses_hold_none(wave_on, platform):
    for record in sheet_of(wave_on(platform)).records:
        assert (record.mail, record.first_name, record.family_name) == ("", "", "")


def test_a_coded_export_has_no_typed_names(wave_on):
    wave = wave_on("spss")
    names = {partner.name for partner in wave.plan.partners}
    assert {record.partner for record in sheet_of(wave).records} <= names


def test_people_answer_while_the_form_is_open(wave_on):
    wave = wave_on("google-forms")
    for record in sheet_of(wave).records:
        assert wave.wave.date <= record.started.date() < wave.wave.date + timedelta(days=DAYS_OPEN)
        assert record.started < record.submitted
