"""An attacker with his own algebra takes whatever is released of small alliances, and finds out nothing."""

import pytest

from benchmarks.attacker import FEW, Published, attacked, found_out, releases

ALLIANCES = range(4)


@pytest.fixture(scope="module")
def attacks():
    return [attacked(seed) for seed in ALLIANCES]


def test_nothing_is_found_out_about_few_people(attacks):
    assert [each.found for each in attacks] == [()] * len(attacks)


def test_hiding_everything_is_no_way_to_pass(attacks):
    useful, shown = (sum(getattr(each, name) for each in attacks) for name in ("useful", "shown"))
    assert shown / useful > 0.5


def test_what_a_careless_release_would_show_is_found_out():
    """The attacker is worth something: everything shown from five people on is found out about."""
    careless = []
    for each in releases(3):
        scores = each.plan.scores
        plan = type(each.plan)(scores.assign(shown=scores["n"] >= FEW), each.plan.response, each.plan.rule)
        careless.append(Published(each.people, each.answers, plan))
    assert found_out(careless)
