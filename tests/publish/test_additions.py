"""What may be shown beside a plan: decided after it, and never against it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.additions import safe_beside, with_later
from alliance_analytics.publish.release_plan import release_plan

INVITED = pd.DataFrame({"partner": ["north", "south"], "level": "tactical", "invited": [20, 20]})


def people_of(*cells):
    """Respondents from (partner, later, count)."""
    rows = [(partner, later) for partner, later, count in cells for _ in range(count)]
    table = pd.DataFrame(rows, columns=["partner", "later"]).assign(level="tactical", link=None)
    return table.assign(trust=np.linspace(1, 5, len(table)))


def plan_of(people, kind="pillar"):
    return release_plan(people, {kind: people[["trust"]]}, INVITED, release_rule())


def later_of(people):
    """Reason of the decision on those kept and those left."""
    plan = with_later(plan_of(people), people, {"pillar": people[["trust"]]})
    rows = plan.scores[plan.scores["link"].isin(["kept", "left"])]
    return rows.set_index("link")["reason"].to_dict()


def test_those_kept_and_left_are_shown_when_both_are_many():
    assert later_of(people_of(("north", "kept", 9), ("north", "left", 6))) == {"kept": "", "left": ""}


def test_those_kept_are_hidden_when_few_left():
    assert later_of(people_of(("north", "kept", 12), ("north", "left", 3))) == {
        "kept": "subtraction",
        "left": "too_few",
    }


def test_when_everybody_was_kept_nobody_is_told_about():
    assert later_of(people_of(("north", "kept", 12))) == {"kept": "", "left": "no_answers"}


def test_a_scale_that_is_shown_of_nobody_is_not_shown_of_those_kept():
    """Its statements were not held back for it: all of them and the scale would tell who skipped one."""
    people = people_of(("north", "kept", 9), ("north", "left", 6))
    plan = plan_of(people)
    hidden = replace(plan, scores=plan.scores.assign(shown=False, reason="scales"))
    after = with_later(hidden, people, {"pillar": people[["trust"]]}).scores
    assert not after["shown"].any()


def test_a_group_that_is_a_partner_but_for_few_is_hidden():
    """Those kept are the north and three of the south: less the north they would tell about the three."""
    people = people_of(("north", "kept", 10), ("south", "kept", 3), ("south", "left", 9))
    assert later_of(people)["kept"] == "subtraction"


def test_what_was_decided_before_stays_as_it_was():
    people = people_of(("north", "kept", 10), ("south", "kept", 3), ("south", "left", 9))
    before = plan_of(people)
    after = with_later(before, people, {"pillar": people[["trust"]]})
    pd.testing.assert_frame_equal(after.scores.head(len(before.scores)), before.scores, check_dtype=False)
    assert len(after.scores) == len(before.scores) + 2


def test_nothing_is_decided_on_statements_by_who_stayed():
    people = people_of(("north", "kept", 12), ("north", "left", 12))
    plan = plan_of(people, "item")
    assert with_later(plan, people, {"item": people[["trust"]]}) is plan


def test_people_without_a_score_do_not_count():
    people = people_of(("north", "kept", 12), ("north", "left", 6))
    people.loc[people.index[-2:], "trust"] = np.nan
    assert later_of(people) == {"kept": "subtraction", "left": "too_few"}


@pytest.mark.parametrize(("south", "expected"), [(8, True), (3, False)])
def test_weights_that_tell_about_few_are_refused(south, expected):
    """Everybody's mean and the same with other weights for the south give the south."""
    people = people_of(("north", "kept", 12), ("south", "kept", south))
    weights = np.where(people["partner"] == "north", 1.0, 1.5)
    assert safe_beside(plan_of(people), people, people["trust"], "pillar", [weights]) == (expected,)


def test_equal_weights_tell_nothing_new():
    people = people_of(("north", "kept", 12), ("south", "kept", 3))
    weights = np.full(len(people), 1.25)
    assert safe_beside(plan_of(people), people, people["trust"], "pillar", [weights]) == (True,)


def test_what_comes_first_is_kept_first():
    """Each half leaves ten; both and the whole with one person moved between them do not."""
    people = people_of(("north", "kept", 20))
    first = (np.arange(20) < 10).astype(float)
    second = (np.arange(20) < 11).astype(float)
    assert safe_beside(plan_of(people), people, people["trust"], "pillar", [first, second]) == (True, False)


def test_without_scores_there_is_nothing_to_show():
    people = people_of(("north", "kept", 12)).assign(trust=np.nan)
    assert safe_beside(plan_of(people), people, people["trust"], "pillar", [np.ones(12)]) == (False,)


def test_of_many_people_who_all_count_differently_not_every_combination_is_tried():
    people = people_of(("north", "kept", 150), ("south", "kept", 90))
    weights = np.linspace(1, 2, 240)
    assert safe_beside(plan_of(people), people, people["trust"], "pillar", [weights]) == (True,)
