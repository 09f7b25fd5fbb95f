import pytest

from alliance_analytics.errors import PageError, ParameterError
from alliance_analytics.publish.figures.setting import setting


def test_a_phone_is_narrower_than_a_page():
    assert (
        setting({"1": "One"}, "en", narrow=True).sheet.width
        < setting({"1": "One"}, "en", narrow=False).sheet.width
    )


def test_words_and_numbers_follow_the_language():
    dutch = setting({"1": "One"}, "nl", narrow=False, points=7)
    assert dutch.say("hidden") == "verborgen"
    assert dutch.number(3.14) == "3,1"
    assert (dutch.signed(0.24), dutch.signed(-0.24)) == ("+0,2", "\u22120,2")
    assert dutch.middle == 4


def test_nothing_to_draw_is_refused():
    with pytest.raises(PageError, match="nothing to draw"):
        setting({}, "en", narrow=False)


def test_an_unknown_language_is_refused():
    with pytest.raises(ParameterError):
        setting({"1": "One"}, "fr", narrow=False).say("hidden")
