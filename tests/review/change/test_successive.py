"""What changed from each wave to the next, and when that is worked out."""

import subprocess
import sys

from alliance_analytics.review.change.claims import CHANGE_COLUMNS
from alliance_analytics.review.change.successive import SHOWN_PARTS, changes_over


def test_each_wave_is_compared_with_the_one_before_it(study):
    changes, parts = changes_over(study.history.waves, study.history.asked)
    pairs = [("2023", "2024"), ("2024", "2025")]
    for table in (changes, parts):
        assert [*table.groupby(["previous_wave", "wave"]).groups] == pairs


def test_no_test_of_a_change_taken_apart_is_handed_on(study):
    _, parts = changes_over(study.history.waves, study.history.asked)
    assert list(parts.columns) == SHOWN_PARTS
    assert "p" not in parts


def test_one_wave_has_no_change(study):
    changes, parts = changes_over(study.history.waves[:1], ())
    assert (len(changes), list(changes.columns)) == (0, CHANGE_COLUMNS)
    assert (len(parts), list(parts.columns)) == (0, SHOWN_PARTS)


def test_scores_are_had_without_the_statistics_of_comparing():
    program = "import sys, alliance_analytics.review.scores; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"scipy.stats", "statsmodels", "matplotlib"} & set(told.stdout.split())
