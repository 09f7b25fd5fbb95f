"""The plan decides over the whole catalogue at once."""

import numpy as np
import pandas as pd
import pytest

from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.release_plan import OTHERS, release_plan

RULE = release_rule()


def people(*cells):
    """Respondents from (partner, level, count)."""
    rows = [(partner, level) for partner, level, count in cells for _ in range(count)]
    trust = np.resize([2.0, 3.0, 4.0], len(rows))
    return pd.DataFrame(rows, columns=["partner", "level"]).assign(link=None, trust=trust)


def without_missing(table):
    """None wherever a key is missing, to compare with plain tuples."""
    keys = [name for name in ("partner", "level", "link") if name in table]
    return table.assign(
        **{name: table[name].astype(object).where(table[name].notna(), None) for name in keys}
    )


def invited(*cells):
    return pd.DataFrame(cells, columns=["partner", "level", "invited"])


def shown(plan, name="trust"):
    """Groups that are shown, as (partner, level)."""
    rows = plan.scores[plan.scores["shown"] & (plan.scores["name"] == name)]
    rows = without_missing(rows)
    return {(row.partner, row.level) for row in rows.itertuples() if row.link is None}


def plan_of(answered, asked, kind="pillar"):
    scores = answered[[name for name in answered if name in ("trust", "item")]]
    return release_plan(answered, {kind: scores}, asked, RULE)


BIG = people(("north", "tactical", 12), ("south", "tactical", 9), ("west", "tactical", 8))
ASKED = invited(("north", "tactical", 20), ("south", "tactical", 15), ("west", "tactical", 8))


def test_large_groups_are_all_shown():
    assert {("north", None), ("south", None), ("west", None), (None, None)} <= shown(plan_of(BIG, ASKED))


def test_a_small_partner_hides_another_one_so_that_it_cannot_be_subtracted():
    small = people(("north", "tactical", 12), ("south", "tactical", 9), ("west", "tactical", 3))
    visible = shown(plan_of(small, ASKED))
    assert (None, None) in visible
    assert ("north", None) in visible
    assert not {("south", None), ("west", None)} & visible
    assert (OTHERS + "north", None) in visible


def test_reasons_tell_too_few_from_subtraction_and_no_answers():
    small = people(("north", "tactical", 12), ("south", "tactical", 9), ("west", "tactical", 3))
    table = without_missing(plan_of(small, ASKED).scores).set_index(["partner", "level"])["reason"]
    assert table[("west", None)] == "too_few"
    assert table[("south", None)] == "subtraction"


def test_statements_need_ten():
    answered = BIG.assign(item=BIG["trust"])
    plan = plan_of(answered, ASKED, "item")
    assert ("north", None) in shown(plan, "item")
    assert ("south", None) not in shown(plan, "item")


def test_people_without_a_score_do_not_count():
    answered = BIG.assign(trust=BIG["trust"].where(BIG.index % 3 == 0))
    assert ("north", None) not in shown(plan_of(answered, ASKED))


def test_the_order_of_rows_does_not_matter():
    mixed = BIG.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(plan_of(BIG, ASKED).scores, plan_of(mixed, ASKED).scores)


def test_those_who_joined_are_hidden_when_those_who_stayed_leave_few():
    linked = BIG.assign(link=["joined"] * 3 + ["stayed"] * 26)
    table = plan_of(linked, ASKED).scores
    by_link = table[table["link"].notna()].set_index("link")["shown"]
    assert not by_link.any()


@pytest.mark.parametrize(("answered", "expected"), [(12, ""), (17, "few_silent"), (20, "")])
def test_a_response_rate_needs_five_silent_or_none(answered, expected):
    one = people(("north", "tactical", answered))
    table = plan_of(one, invited(("north", "tactical", 20))).response
    assert set(table["reason"]) == {expected}


def test_a_response_rate_needs_five_invited():
    table = plan_of(BIG, invited(("north", "tactical", 40), ("tiny", "tactical", 4))).response
    assert set(table.loc[table["partner"] == "tiny", "reason"]) == {"few_invited"}


def test_a_rate_is_not_given_away_by_the_others():
    """Silent: 10, 10 and 2. The third is hidden, so one of the others must be."""
    came = people(("a", "tactical", 10), ("b", "tactical", 10), ("c", "tactical", 18))
    asked = invited(("a", "tactical", 20), ("b", "tactical", 20), ("c", "tactical", 20))
    table = plan_of(came, asked).response
    partners = table[table["partner"].notna() & table["level"].isna()].set_index("partner")
    assert partners.loc["c", "reason"] == "few_silent"
    assert partners["shown"].sum() == 1


def test_an_empty_wave_shows_nothing():
    nobody = BIG.iloc[:0]
    plan = plan_of(nobody, ASKED)
    assert not plan.scores["shown"].any()
    assert np.isfinite(len(plan.response))


def test_groups_that_are_shown_are_those_of_the_table():
    plan = plan_of(
        people(("north", "tactical", 12), ("south", "tactical", 9), ("west", "tactical", 3)), ASKED
    )
    table = without_missing(plan.scores[plan.scores["shown"]])
    groups = {tuple(group) for group in table[["partner", "level", "link"]].to_numpy()}
    assert {*plan.shown_groups["pillar", "trust"]} == groups
    assert 0 < len(groups) < len(plan.scores)
    assert ("pillar", "nothing") not in plan.shown_groups
