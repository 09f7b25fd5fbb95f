"""The rule can be raised and never lowered."""

import pytest

from alliance_analytics.errors import DisclosureError
from alliance_analytics.model.release_rule import release_rule


def test_the_shipped_rule_is_five_and_ten():
    rule = release_rule()
    assert (rule.score_minimum, rule.item_minimum, rule.subtraction_minimum) == (5, 10, 5)
    assert rule.basis == "our convention"


def test_raising():
    assert release_rule().raised({"score_minimum": 8}).score_minimum == 8


def test_lowering_is_refused():
    with pytest.raises(DisclosureError, match="lowered"):
        release_rule().raised({"score_minimum": 3})


def test_an_unknown_minimum_is_refused():
    with pytest.raises(DisclosureError, match="unknown"):
        release_rule().raised({"minimum": 8})
