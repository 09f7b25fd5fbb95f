"""A release is held against those before it; only one that showed the very same may be left aside."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.intake.record_marks import PastRelease, PastReleases, record_marks
from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.additions import safe_beside, with_later
from alliance_analytics.publish.release_plan import minima, release_plan

STATEMENTS = {"pillar": {"p": ("a", "b")}}
INVITED = pd.DataFrame({"partner": ["A", "B"], "level": "x", "invited": [30, 30]})
KEY, RULE = b"key", release_rule()


def people_of(count=24, kept=12):
    items = np.random.default_rng(5).integers(1, 6, (count, 2)).astype(float)
    return pd.DataFrame(
        {
            "person": [f"p{n}" for n in range(count)],
            "partner": np.resize(["A", "B"], count),
            "level": "x",
            "link": None,
            "later": np.where(np.arange(count) < kept, "kept", "left"),
            "a": items[:, 0],
            "b": items[:, 1],
        }
    )


def scores_of(people):
    return {"pillar": people[["a", "b"]].mean(axis=1).to_frame("p"), "item": people[["a", "b"]]}


def planned(people, *past, rule=RULE):
    plan = release_plan(
        people, scores_of(people), INVITED, rule, statements=STATEMENTS, earlier=PastReleases(past, KEY)
    )
    return with_later(plan, people, scores_of(people))


def released(people, plan):
    marks = record_marks(people, scores_of(people), STATEMENTS, KEY)
    records = pd.concat([people[["partner", "level", "link", "later"]].astype(object), marks], axis=1)
    return PastRelease(records, plan.scores[plan.scores["shown"]], minima(plan.rule))


def shown(plan, link=None):
    rows = plan.scores[plan.scores["shown"]].astype(object)
    rows = rows.where(rows.notna(), None)
    return {
        (r.scale, r.name_, r.partner, r.level)
        for r in rows.rename(columns={"name": "name_"}).itertuples()
        if r.link == link
    }


PEOPLE = people_of()
FIRST = planned(PEOPLE)


def test_the_same_again_shows_the_same_and_holds_nothing_against_it():
    again = planned(PEOPLE, released(PEOPLE, FIRST))
    pd.testing.assert_frame_equal(again.scores, FIRST.scores)
    assert again.before.releases == ()


def test_an_earlier_release_that_showed_less_of_the_same_records_is_not_left_aside():
    """What was not shown then is not shown now: with what it was hidden for, nobody knows."""
    partners = FIRST.scores["partner"].notna() & FIRST.scores["shown"]
    less = released(PEOPLE, FIRST)
    less = PastRelease(less.records, FIRST.scores[FIRST.scores["shown"] & ~partners], less.rule)
    again = planned(PEOPLE, less)
    assert len(again.before.releases) == 1
    assert {cell for cell in shown(again) if cell[2]} == set()
    assert ("pillar", "p", None, None) in shown(again)


def test_an_earlier_release_that_showed_more_is_not_left_aside():
    more = pd.concat([FIRST.scores[FIRST.scores["shown"]], FIRST.scores[:1].assign(partner="C")])
    then = released(PEOPLE, FIRST)
    assert len(planned(PEOPLE, PastRelease(then.records, more, then.rule)).before.releases) == 1


def test_one_under_another_rule_is_not_left_aside():
    raised = planned(PEOPLE, released(PEOPLE, FIRST), rule=RULE.raised({"score_minimum": 13}))
    assert len(raised.before.releases) == 1
    assert shown(raised) < shown(FIRST)
    assert ("item", "a", None, None) in shown(raised) or ("item", "a", None, None) not in shown(FIRST)


@pytest.mark.parametrize("column", ["partner", "level"])
def test_one_of_the_same_answers_in_other_groups_is_not_left_aside(column):
    moved = PEOPLE.assign(**{column: PEOPLE[column].where(PEOPLE.index > 0, "C")})
    assert len(planned(moved, released(PEOPLE, FIRST)).before.releases) == 1


def test_one_late_answer_is_not_told_by_the_difference():
    early = PEOPLE.iloc[:-1]
    late = planned(PEOPLE, released(early, planned(early)))
    assert not {cell for cell in shown(late) if cell[2] in (None, "B")}
    assert ("pillar", "p", "A", None) in shown(late)  # nobody of A came
    assert set(late.scores.loc[late.scores["n"] > 12, "reason"]) == {"earlier"}


def test_enough_late_answers_are_told_but_no_group_and_no_statement_for_the_first_time():
    early = PEOPLE.iloc[:12]
    late = planned(PEOPLE, released(early, planned(early)))
    assert ("pillar", "p", None, None) in shown(late)
    assert not {cell for cell in shown(late) if cell[0] == "item"}


def test_kept_and_left_are_not_told_again_once_others_are_meant():
    """One person more came in the next wave: those kept of then and of now differ by one."""
    assert shown(FIRST, "kept")
    other = planned(people_of(kept=13), released(PEOPLE, FIRST))
    assert other.before.releases == ()
    assert shown(other) == shown(FIRST)
    assert not shown(other, "kept") | shown(other, "left")


def test_nothing_that_is_no_group_is_told_beside_a_release_that_differs():
    late = planned(PEOPLE, released(PEOPLE.iloc[:12], planned(PEOPLE.iloc[:12])))
    column = scores_of(PEOPLE)["pillar"]["p"]
    assert safe_beside(FIRST, PEOPLE, column, "pillar", [np.ones(24)]) == (True,)
    assert safe_beside(late, PEOPLE, column, "pillar", [np.ones(24)]) == (False,)
