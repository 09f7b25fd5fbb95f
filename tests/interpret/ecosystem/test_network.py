import pandas as pd
import pytest

from alliance_analytics.interpret.ecosystem.network import ALLIANCE, PARTY, network, parties

MEMBERS = pd.DataFrame(
    [("A", "Hub"), ("A", "One"), ("B", "Hub"), ("B", "Two"), ("C", "Two")], columns=["alliance", "partner"]
)
LINKS = pd.DataFrame([("One", "Lab"), ("One", "One")], columns=["partner", "tied_to"])


@pytest.fixture
def table():
    return parties(network(MEMBERS, LINKS)).set_index("party")


def test_alliances_and_ties_of_each_party(table):
    assert table["alliances"].to_dict() == {"Hub": 2, "Two": 2, "One": 1, "Lab": 0}
    assert table["ties"].to_dict() == {"Hub": 0, "Two": 0, "One": 1, "Lab": 1}


def test_a_single_point_is_one_without_which_others_are_cut_off(table):
    assert table.index[table["single_point"]].tolist() == ["Hub", "Two", "One"]
    # Without the hub: A, One and Lab on one side, B, Two and C on the other.
    assert table["cut_off"].to_dict() == {"Hub": 3, "Two": 1, "One": 1, "Lab": 0}


def test_a_second_way_round_takes_the_single_point_away():
    more = pd.concat([LINKS, pd.DataFrame([("One", "Two")], columns=LINKS.columns)])
    assert not parties(network(MEMBERS, more)).set_index("party").loc["Hub", "single_point"]


def test_an_alliance_and_a_party_of_one_name_stay_two():
    graph = network(pd.DataFrame([("Dike", "Dike")], columns=MEMBERS.columns), LINKS.iloc[:0])
    assert set(graph) == {(ALLIANCE, "Dike"), (PARTY, "Dike")}


def test_an_empty_register_gives_an_empty_table():
    assert parties(network(MEMBERS.iloc[:0], LINKS.iloc[:0])).empty
