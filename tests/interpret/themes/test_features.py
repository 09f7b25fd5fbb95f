"""Texts as numbers."""

import numpy as np
import pytest

from alliance_analytics.interpret.themes.features import BUCKETS, WIDTH, counts, rarity, weighed


def test_each_block_of_a_row_has_length_one() -> None:
    counted = counts(["We trust them.", "They trust us.", ""])
    rows = weighed(counted, np.ones(WIDTH)).toarray()
    for block in (rows[:2, :BUCKETS], rows[:2, BUCKETS:]):
        assert np.linalg.norm(block, axis=1) == pytest.approx([1, 1])
    assert rows[2].sum() >= 0


def test_capitals_and_numbers_make_no_difference() -> None:
    counted = counts(["In 2021 we grew", "in 1999 WE GREW"]).toarray()
    assert (counted[0] == counted[1]).all()


def test_a_piece_that_one_text_holds_weighs_nothing_and_a_rare_one_most() -> None:
    counted = counts(["apple pear", "apple plum", "apple pear", "apple fig"])
    weights = rarity(counted)

    def of(word: str) -> float:
        alone = counts([word]).indices
        return float(weights[max(alone)])

    assert of("fig") == 0
    assert 0 < of("apple") < of("pear")
