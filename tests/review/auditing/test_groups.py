"""Memberships are worked out from the answers themselves."""

import numpy as np

from alliance_analytics.publish.audit.published import OTHERS, PublishedSet
from alliance_analytics.review.auditing.groups import Respondents, by_wave, respondents_by_name


def counted(respondents, group, scale="Trust", kind="pillar"):
    people = respondents.counted(PublishedSet("f", "", "a", "w", group, kind, scale, 0, ""))
    return None if people is None else int(np.sum(people))


def test_groups_of_every_kind_are_counted(quay):
    respondents = Respondents(quay, "quay", "2025")
    assert counted(respondents, ("", "", "")) == 24
    assert counted(respondents, ("Larder", "", "")) == 14
    assert counted(respondents, (f"{OTHERS}Larder", "", "")) == 10
    assert counted(respondents, ("", "Strategisch", "")) == 6
    assert counted(respondents, ("Larder", "strategic", "")) == 6


def test_links_are_those_of_the_wave_before(workspace, study):
    respondents = Respondents(workspace, "canal", "2025")
    people = study.history.now.people
    assert counted(respondents, ("", "", "stayed"), "Dialogue") == int((people["link"] == "stayed").sum())


def test_the_plan_and_the_audit_count_alike(workspace, study):
    respondents = Respondents(workspace, "canal", "2025")
    decided = study.history.now.plan.scores
    shown = decided[decided["shown"] & (decided["scale"] == "dimension") & decided["link"].isna()]
    names = study.labels.dimensions
    groups = shown[~shown["partner"].astype("string").str.startswith("all other").fillna(value=False)]
    for row in groups.to_dict("records"):
        group = (row["partner"] or "", row["level"] or "", "")
        assert counted(respondents, group, names[row["name"]], "dimension") == row["n"]


def test_an_unknown_group_has_no_members(quay):
    respondents = Respondents(quay, "quay", "2025")
    assert counted(respondents, ("Nobody", "", "")) is None
    assert counted(respondents, ("", "", ""), "Unheard of") is None


def test_waves_go_by_every_name_that_readers_see(workspace):
    known = respondents_by_name(workspace)
    assert {("canal", "2025"), ("canal alliance", "2025"), ("kanaalalliantie", "2023")} <= set(known)
    one = PublishedSet("f", "", "Canal  Alliance", "2025", ("", "", ""), "pillar", "Trust", 1, "")
    ((respondents, members),) = by_wave([one], known)
    assert (respondents.alliance, members) == ("canal", [one])
