import pytest

from alliance_analytics.publish.figures.network import network, network_alt, ordered

MEMBERS = [("a", "Hub"), ("a", "One"), ("b", "Hub"), ("c", "Zed")]
TIES = [("One", "Lab")]
LABELS = {"a": "Alliance A", "b": "Alliance B", "c": "Alliance C"}


@pytest.mark.parametrize("narrow", [False, True])
def test_every_name_line_and_tie_is_drawn(see, narrow):
    figure = network(MEMBERS, TIES, single=["Hub"], labels=LABELS, narrow=narrow)
    assert {*LABELS.values(), "Hub", "One", "Zed", "Lab"} <= set(see.words(figure))
    assert all(see.drawn(figure, f"member {alliance} {party}") for alliance, party in MEMBERS)
    assert see.drawn(figure, "tie One Lab")


def test_a_single_point_differs_in_marker_and_is_in_the_key(see):
    figure = network(MEMBERS, TIES, single=["Hub"], labels=LABELS)
    hub, other = (see.drawn(figure, f"party {name}")[0] for name in ("Hub", "One"))
    assert (hub.get_marker(), other.get_marker()) == ("D", "o")
    assert "single point" in see.words(figure)


def test_without_ties_or_single_points_the_key_has_neither(see):
    found = see.words(network(MEMBERS, [], single=[], labels=LABELS, language="nl"))
    assert "andere partij" in found
    assert not {"enig verbindend punt", "band tussen partijen"} & set(found)


def test_neighbours_stand_near_each_other_and_a_party_of_no_alliance_last():
    alliances, parties = ordered([("a", "X"), ("b", "Y"), ("c", "X")], [("Y", "Far")])
    assert abs(alliances.index("a") - alliances.index("c")) == 1
    assert parties[-1] == "Far"


def test_the_alternative_names_single_points():
    said = network_alt(MEMBERS, TIES, single=["Hub"], labels=LABELS)
    assert said == "Network of 3 alliances and 4 parties; single points, without which it falls apart: Hub."
    assert network_alt(MEMBERS, TIES, single=[], labels=LABELS, language="nl").endswith(": geen.")
