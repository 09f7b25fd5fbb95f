"""An attacker with his own algebra takes whatever is released of small alliances, and finds out nothing."""

import pandas as pd
import pytest

from benchmarks.attacker import FEW, attacked, found_out
from benchmarks.attacker_alliances import Published, releases

ALLIANCES = range(1, 4)


@pytest.fixture(scope="module")
def attacks():
    return [attacked(seed) for seed in ALLIANCES]


def test_nothing_is_found_out_about_few_people(attacks):
    assert [each.found for each in attacks] == [()] * len(attacks)


def test_a_scale_that_comes_in_by_who_stayed_is_not_set_off_against_its_statements():
    """Here the plan shows a pillar of nobody and all its statements; that of those kept told about four."""
    done = releases(619)
    kept = done[0].plan.scores
    assert not kept.loc[(kept["name"] == "p4") & kept["link"].eq("kept"), "shown"].any()
    assert found_out(done) == ()


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
