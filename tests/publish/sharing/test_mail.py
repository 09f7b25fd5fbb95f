"""The text for a mail holds the main points, and nothing that a mail program trips over."""

import pytest

from alliance_analytics.publish.exhibit import MAIN_POINTS, Exhibit
from alliance_analytics.publish.sharing.mail import WIDTH, summary_text
from alliance_analytics.publish.wording import words

SETTINGS = {"title": "Annual review", "alliance": "Quay", "wave": "2025", "synthetic": ""}
LONG = "Trust asks for most attention. It scores 2.1 of 5 (2.0 to 2.3), against 2.8 (2.7 to 3.0); n = 33."
POINTS = Exhibit("findings", MAIN_POINTS, "How Quay works together", points=(LONG, "Second \u202epoint."))
OTHER = Exhibit("spider", "standing", "Not this")


def text(language="en", **settings):
    return summary_text(
        [OTHER, POINTS], SETTINGS | settings, words("sharing", language), page="2025.html", tables="t.zip"
    )


def test_it_holds_the_main_points_with_their_numbers_and_where_the_page_is():
    told = " ".join(text().split())
    assert all(part in told for part in ("1. " + LONG, "2. Second point.", "2025.html", "t.zip", "Quay"))
    assert "Not this" not in told


def test_no_line_is_too_long_and_none_turned():
    assert max(map(len, text().splitlines())) <= WIDTH
    assert "\u202e" not in text()


@pytest.mark.parametrize(("language", "word"), [("en", "hidden"), ("nl", "verborgen")])
def test_it_speaks_both_languages(language, word):
    assert word in text(language)


def test_invented_data_is_said_to_be():
    assert "Synthetic" in text(synthetic="yes")
    assert "Synthetic" not in text()
