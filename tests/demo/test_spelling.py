from __future__ import annotations

import pytest

from alliance_analytics.demo.spelling import VARIANTS, odd_spelling
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.spelling import nearest_spelling, plain

SCALE = answer_scales().scale("agreement_5")
LABELS = [SCALE.canonical(point, language) for language in ("en", "nl") for point in range(1, 6)]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("choice", range(len(VARIANTS)))
def test_an_odd_spelling_differs_and_still_means_the_same(label, choice):
    written = odd_spelling(label, choice)
    assert written != label
    meant = nearest_spelling(plain(written), SCALE.meanings)
    found = SCALE.meanings.get(plain(written), SCALE.meanings.get(meant or ""))
    assert found == SCALE.meanings[plain(label)]
