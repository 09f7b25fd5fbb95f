"""Combined groups are worked out over the workspace's own respondents, whatever the plan decided."""

import pytest

from alliance_analytics.publish.audit.finding import Finding
from alliance_analytics.publish.audit.published import OTHERS, PublishedSet
from alliance_analytics.review.auditing.isolating import COMBINED, isolating

ALL, LARDER, PANTRY = ("", "", ""), ("Larder", "", ""), ("Pantry", "", "")


def told(*groups, scale="Trust", kind="pillar"):
    return [
        PublishedSet("a.html", "here", "quay", "2025", group, kind, scale, n, "3.1") for group, n in groups
    ]


def found(quay, sets, few=5):
    return list(isolating(sets, quay, few))


@pytest.mark.parametrize(
    "groups",
    [
        [(ALL, 24)],
        [(ALL, 24), (LARDER, 14), (PANTRY, 10)],
        [(ALL, 24), (("", "Tactical", ""), 18), (("", "Strategisch", ""), 6)],
    ],
)
def test_enough_people_are_no_finding(quay, groups):
    assert found(quay, told(*groups)) == []


def test_what_tells_of_few_is_found_by_the_workspace_alone(quay):
    six = told((ALL, 24), (("", "Tactical", ""), 18))
    assert found(quay, six) == []
    (finding,) = found(quay, six, few=7)
    assert isinstance(finding, Finding)
    assert (finding.kind, finding.shape) == (COMBINED, "6 people, on one pillar")


def test_it_is_found_over_several_files_and_merged_groups(quay):
    sets = told((PANTRY, 10), ((f"{OTHERS}Pantry", "", ""), 14), (("", "Tactical", ""), 18))
    (finding,) = found(quay, sets, few=7)
    assert finding.kind == COMBINED


@pytest.mark.parametrize(
    "sets",
    [told((ALL, 23)), told((("Nobody", "", ""), 23)), told((ALL, 24), scale="Unheard of")],
)
def test_what_the_workspace_does_not_give_is_a_doubt(quay, sets):
    (doubt,) = found(quay, sets)
    assert "does not give" in doubt


def test_another_alliance_is_a_doubt(quay):
    (doubt,) = found(quay, [PublishedSet("a.html", "", "canal", "2025", ALL, "pillar", "Trust", 24, "3.1")])
    assert "does not hold" in doubt
