"""Raw answers may be kept to a day, and not one longer."""

import datetime

import pytest

from alliance_analytics.workspace.retention import kept_too_long

LAST = datetime.date(2026, 1, 31)


@pytest.fixture
def wave(tmp_path):
    (tmp_path / "late").mkdir()
    for name in ("answers.csv", "late/answers.csv", "wave.yml", "invited.csv"):
        (tmp_path / name).write_text("x\n")
    return tmp_path


def test_exports_late_ones_too_should_be_gone_when_the_day_has_passed(wave):
    assert kept_too_long(wave, LAST, LAST + datetime.timedelta(days=1)) == ("answers.csv", "late/answers.csv")


@pytest.mark.parametrize(("until", "today"), [(LAST, LAST), (None, LAST)])
def test_until_then_and_without_a_day_nothing_is_to_be_deleted(wave, until, today):
    assert kept_too_long(wave, until, today) == ()


def test_what_was_deleted_is_asked_for_no_more(wave):
    (wave / "answers.csv").unlink()
    (wave / "late" / "answers.csv").unlink()
    assert kept_too_long(wave, LAST, datetime.date(2030, 1, 1)) == ()
