import pandas as pd

from alliance_analytics.publish.figures.alternatives import LIMIT, absences, extremes, named, within_limit
from alliance_analytics.publish.figures.setting import setting

NAMES = {"1": "First", "2": "Second", "3": "Third"}


def test_names_give_way_before_the_sentence_does():
    said = within_limit(lambda room: f"Chart: {named('long ' * 60, room)} and {named('name ' * 60, room)}.")
    assert len(said) <= LIMIT
    assert said.endswith(".")


def test_a_sentence_that_never_fits_is_cut():
    said = within_limit(lambda room: "x" * 400)
    assert len(said) == LIMIT
    assert said.endswith("…")


def test_soft_hyphens_are_not_spoken():
    assert named("samen\u00adwerking", 20) == "samenwerking"


def test_extremes_in_words():
    spoken = setting(NAMES, "nl", narrow=False)
    assert (
        extremes(pd.Series({"1": 2.0, "2": 4.25, "3": None}), spoken, 40)
        == "hoogst Second 4,2, laagst First 2,0"
    )
    assert extremes(pd.Series({"1": 2.0}), spoken, 40) == "alleen First is getoond: 2,0"
    assert extremes(pd.Series({"1": None}, dtype=float), spoken, 40) == "er mag niets getoond worden"


def test_absences_are_counted():
    spoken = setting(NAMES, "en", narrow=False)
    said = absences(pd.Series(["shown", "hidden", "hidden", "empty"]), spoken)
    assert said == " 2 hidden to protect respondents. 1 without answers."
    assert absences(pd.Series(["shown"]), spoken) == ""
