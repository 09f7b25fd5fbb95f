import pandas as pd

from alliance_analytics.interpret.ecosystem.interconnectivity import interconnectivity
from alliance_analytics.interpret.ecosystem.network import network

MEMBERS = pd.DataFrame(
    [("A", "Hub"), ("B", "Hub"), ("B", "Two"), ("C", "Solo")], columns=["alliance", "partner"]
)
LINKS = pd.DataFrame([("Hub", "Lab"), ("Hub", "Two")], columns=["partner", "tied_to"])


def measured(**rated):
    return interconnectivity(network(MEMBERS, LINKS), rated, high_from=4).set_index("alliance")


def test_what_partners_are_tied_to_beyond_the_alliance_itself():
    table = measured()
    # A: B, Lab and Two; B: A and Lab, for Two is a partner of its own; C: nothing.
    assert table["beyond"].to_dict() == {"A": 3, "B": 2, "C": 0}
    assert table["partners"].to_dict() == {"A": 1, "B": 2, "C": 1}
    assert set(table["verdict"]) == {"unrated"}


def test_a_rating_is_held_against_the_middle_alliance():
    assert measured(A=2.0, B=5.0, C=1.0)["verdict"].to_dict() == {
        "A": "rated_low",
        "B": "rated_high",
        "C": "alike",
    }


def test_no_network_no_verdict():
    assert interconnectivity(network(MEMBERS.iloc[:0], LINKS.iloc[:0]), {}, high_from=4).empty
