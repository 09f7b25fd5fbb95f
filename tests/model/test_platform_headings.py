"""Headings of platforms' own columns: in any language, in any spelling, and never two columns for one."""

import pytest

from alliance_analytics.errors import ModelError
from alliance_analytics.model.loading import parse
from alliance_analytics.model.platform_headings import PlatformHeadings, platform_headings
from alliance_analytics.model.spelling import plain


@pytest.mark.parametrize(
    ("platform", "heading", "column"),
    [
        ("google-forms", "Tijdstempel", "time_stamp"),
        ("google-forms", "Zaman damgası", "time_stamp"),
        ("google-forms", "TIDSTÄMPEL", "time_stamp"),
        ("google-forms", "Časová značka", "time_stamp"),
        ("google-forms", "タイムスタンプ", "time_stamp"),
        ("google-forms", "Отметка времени", "time_stamp"),
        ("google-forms", "Nom d’utilisateur", "mail"),
        ("limesurvey", "Dernière page", "lastpage"),
        ("microsoft-forms", "Slutförandetid", "completed"),
        ("microsoft-forms", "이름", "name"),
    ],
)
def test_headings_are_known_as_they_are_printed(platform, heading, column):
    assert platform_headings(platform)[plain(heading)] == column


def test_a_heading_of_two_columns_is_refused():
    own = {"version": "1", "platforms": {"own": {"started": ["Start"], "mail": ["START."]}}}
    with pytest.raises(ModelError) as error:
        parse(own, PlatformHeadings, "own.yml")
    assert "stand more than once: ['start']" in error.value.allowed
