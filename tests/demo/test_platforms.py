from __future__ import annotations

from typing import get_args

import pytest

from alliance_analytics.demo.plan import Platform, example_world
from alliance_analytics.demo.platforms import LAYOUTS, file_name, is_coded
from alliance_analytics.intake.platforms import platform_named

WAVE = example_world().alliances[0].waves[0]


def named(platform: str, language: str = "en") -> str:
    wave = WAVE.model_copy(update={"platform": platform, "language": language, "title": "Our year 2021"})
    return file_name(wave, 41)


def test_every_platform_has_a_layout_and_a_reader():
    assert set(LAYOUTS) == set(get_args(Platform))
    assert [platform_named(name).name for name in LAYOUTS] == list(LAYOUTS)


@pytest.mark.parametrize(
    ("platform", "language", "name"),
    [
        ("qualtrics", "en", "Our+year+2021_December+3,+2021_09.41.csv"),
        ("microsoft-forms", "nl", "Our year 2021(1-41).xlsx"),
        ("google-forms", "nl", "Our year 2021 (Reacties) - Formulierreacties 1.csv"),
        ("google-forms", "en", "Our year 2021 (Responses) - Form Responses 1.csv"),
        ("surveymonkey", "en", "Our year 2021.csv"),
        ("spss", "en", "Our year 2021.sav"),
    ],
)
def test_a_file_is_called_as_the_platform_calls_it(platform, language, name):
    assert named(platform, language) == name


def test_limesurvey_numbers_its_surveys():
    assert named("limesurvey").startswith("results-survey")
    assert named("limesurvey") == named("limesurvey", "nl")


def test_spss_is_always_coded_and_others_when_planned():
    assert is_coded(WAVE.model_copy(update={"platform": "spss"}))
    assert not is_coded(WAVE)
    assert is_coded(WAVE.model_copy(update={"platform": "qualtrics", "coded": True}))
