from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.demo.extras import COUNTS, with_extras
from alliance_analytics.demo.platforms import LAYOUTS
from alliance_analytics.demo.respondents import responses


def with_dirt(wave, seed=1):
    generator = np.random.default_rng(seed)
    comments = pd.DataFrame("", index=range(int(wave.people["answered"].sum())), columns=["C1"])
    return with_extras(responses(wave, comments, generator), wave, generator)


@pytest.mark.parametrize("platform", list(LAYOUTS))
def test_there_are_only_kinds_that_the_layout_can_mark(wave_on, platform):
    sheet = with_dirt(wave_on(platform))
    counts = pd.Series([record.kind for record in sheet.records]).value_counts().to_dict()
    counts.pop("response")
    assert counts == {kind: COUNTS[kind] for kind in LAYOUTS[platform].marked}


def test_records_stand_in_order_of_time(wave_on):
    sent = [record.submitted for record in with_dirt(wave_on("qualtrics")).records]
    assert sent == sorted(sent)


def test_who_sends_twice_says_the_same_twice(wave_on):
    sheet = with_dirt(wave_on("google-forms"))
    kinds = [record.kind for record in sheet.records]
    again = kinds.index("duplicate")
    mail = sheet.records[again].mail
    first = next(row for row, record in enumerate(sheet.records) if record.mail == mail)
    assert first < again
    assert sheet.answers.iloc[first].equals(sheet.answers.iloc[again])
    assert sheet.missing_kinds.iloc[first].equals(sheet.missing_kinds.iloc[again])


def test_who_stopped_halfway_leaves_the_rest_blank(wave_on):
    sheet = with_dirt(wave_on("limesurvey"))
    for row, record in enumerate(sheet.records):
        answered = sheet.answers.iloc[row].notna()
        if record.kind == "unfinished":
            assert 0 < answered.sum() < len(answered) / 2
            assert record.partner
        if record.kind == "opened_only":
            assert not answered.any()
            assert (record.partner, record.level) == ("", "")


def test_trials_come_before_the_form_opens_and_from_nobody(wave_on):
    wave = wave_on("qualtrics")
    trials = [record for record in with_dirt(wave).records if record.kind in ("preview", "test")]
    assert {record.mail for record in trials} == {"preview@example.org", "test@example.org"}
    assert all(record.started.hour < 8 and record.started.date() == wave.wave.date for record in trials)


def test_those_who_only_looked_did_not_answer(wave_on):
    wave = wave_on("surveymonkey")
    records = with_dirt(wave).records
    answered = {record.mail.strip().lower() for record in records if record.kind == "response"}
    assert all(record.mail not in answered for record in records if record.kind == "empty")
