"""What numbers alone give away is worked out."""

import pytest

from alliance_analytics.publish.audit.arithmetic import ANEW, FEW, REST, SILENT, TWICE, few_people
from alliance_analytics.publish.audit.published import EVERYBODY, OTHERS, PublishedRate, PublishedSet

ANN, BOB, BOSS = ("Ann", "", ""), ("Bob", "", ""), ("", "boss", "")


def told(n, group=EVERYBODY, *, file="a.html", kind="pillar", value="3.1", wave="2025"):
    return PublishedSet(file, "here", "Quay", wave, group, kind, "Trust", n, value)


def kinds(*sets, rates=()):
    return {finding.kind for finding in few_people(sets, rates, score=5, item=10, few=5)}


@pytest.mark.parametrize(
    ("sets", "kind"),
    [
        ([told(4)], FEW),
        ([told(9, kind="item")], FEW),
        ([told(20), told(21, file="b.html")], TWICE),
        ([told(20), told(20, file="b.html", value="3.4")], ANEW),
        ([told(20), told(10, ANN), told(8, BOB)], REST),
        ([told(20), told(17, (f"{OTHERS}Ann", "", ""))], REST),
        ([told(20), told(17, BOSS)], REST),
        ([told(12, ANN), told(8, ("Ann", "boss", ""))], REST),
        ([told(12, BOSS), told(8, ("Ann", "boss", ""))], REST),
    ],
)
def test_it_is_found(sets, kind):
    assert kinds(*sets) == {kind}


@pytest.mark.parametrize(
    "sets",
    [
        [told(5), told(10, kind="item")],
        [told(20), told(20, file="b.html", value="3,10")],
        [told(20), told(25, file="b.html")],
        [told(20), told(18, wave="2024")],
        [told(20), told(10, ANN), told(10, BOB)],
        [told(20), told(10, ANN), told(15, (f"{OTHERS}Ann", "", ""))],
    ],
)
def test_what_tells_of_enough_people_is_nothing(sets):
    assert kinds(*sets) == set()


@pytest.mark.parametrize(("answered", "found"), [(20, set()), (17, {SILENT}), (15, set())])
def test_few_silent_people_are_found(answered, found):
    assert kinds(rates=[PublishedRate("a.html", "here", "Ann", 20, answered)]) == found
