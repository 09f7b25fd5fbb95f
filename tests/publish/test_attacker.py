"""An attacker with his own algebra takes whatever is released of small alliances, and finds out nothing."""

import pandas as pd
import pytest

from benchmarks.attacker import FEW, Published, attacked, found_out, releases

ALLIANCES = range(1, 4)


@pytest.fixture(scope="module")
def attacks():
    return [attacked(seed) for seed in ALLIANCES]


def test_nothing_is_found_out_about_few_people(attacks):
    assert [each.found for each in attacks] == [()] * len(attacks)


def test_hiding_everything_is_no_way_to_pass(attacks):
    assert pd.concat([each.cells for each in attacks]).mean() > 0.5


def test_nobody_who_kept_silent_is_found_out(attacks):
    assert [each.silent for each in attacks] == [0] * len(attacks)


def test_no_spread_and_no_statement_is_told_below_ten(attacks):
    assert [each.patterns.careless for each in attacks] == [0] * len(attacks)
    assert sum(each.patterns.tried for each in attacks) > 0


def test_what_a_careless_release_would_show_is_found_out():
    """The attacker is worth something: everything shown from five people on is found out about."""
    careless = []
    for each in releases(3):
        scores = each.plan.scores
        plan = type(each.plan)(scores.assign(shown=scores["n"] >= FEW), each.plan.response, each.plan.rule)
        careless.append(Published(each.people, each.answers, each.invited, plan))
    assert found_out(careless)
