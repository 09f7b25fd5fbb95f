import pytest

from alliance_analytics.intake.platforms.google_forms.languages import MAIL, TIME_STAMP
from alliance_analytics.model.spelling import plain


@pytest.mark.parametrize(
    "heading",
    ["Tijdstempel", "Zaman damgası", "TIDSTÄMPEL", "Časová značka", "タイムスタンプ", "Отметка времени"],
)
def test_time_stamps_are_known_as_they_are_printed(heading):
    assert plain(heading) in TIME_STAMP


def test_an_address_is_no_time():
    assert not MAIL & TIME_STAMP
