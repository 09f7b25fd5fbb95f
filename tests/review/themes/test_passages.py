"""The rows behind every number, and the reading queue: frames for the analyst, no exhibits."""

from itertools import product

import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.review.themes.passages import (
    PASSAGE_COLUMNS,
    QUEUE_COLUMNS,
    reading_queue,
    theme_passages,
)

TRUST = "trust_loyalty"
SAID = {"_2024": f"{TRUST},flexibility,flexibility", "_2025": f"{TRUST},flexibility,{TRUST},?,"}


def test_every_number_of_the_themes_leads_to_as_many_rows(study):
    reports = study.themes[study.themes["source"] == "reports"].to_dict("records")
    for row, polarity in product(reports, ("enabler", "constraint", "unclear")):
        assert len(theme_passages(study, row["theme"], polarity, row["wave"])) == row[polarity]
    assert sum(row["n"] for row in reports) == len(theme_passages(study)) > 0


def test_passages_are_in_the_order_of_themes_the_clearest_first(saying):
    found = theme_passages(saying(**SAID))
    assert list(found.columns) == PASSAGE_COLUMNS
    assert found[["theme", "paragraph"]].to_numpy().tolist() == [[TRUST, 1], [TRUST, 3], ["flexibility", 2]]


def test_they_can_be_asked_for_by_theme_polarity_and_wave(saying):
    assert len(theme_passages(saying(**SAID), "flexibility", "constraint", "2024")) == 2


@pytest.mark.parametrize("asked", [{"theme": "trust"}, {"polarity": "good"}, {"wave": "1999"}])
def test_a_name_that_does_not_exist_is_refused(saying, asked):
    with pytest.raises(ParameterError):
        theme_passages(saying(**SAID), **asked)


def test_the_queue_holds_what_was_left_to_a_reader(saying):
    waiting = reading_queue(saying(**SAID))
    assert list(waiting.columns) == QUEUE_COLUMNS
    assert waiting[["wave", "text", "why"]].to_numpy().tolist() == [["2025", "Passage 4 of _2025.", "grey"]]
