import pytest

from alliance_analytics.review.portfolio import network as of_network
from alliance_analytics.review.portfolio.network import connected, network
from alliance_analytics.review.portfolio.practice import practice


@pytest.fixture
def found(practised):
    return practice(practised())


def test_partners_links_and_single_points(found):
    exhibit = network(found)
    rows = {row[0]: row for row in exhibit.table.rows}
    assert rows["Tide Lab"][1] == "2"
    assert rows["Tide Lab"][2] == "1"
    assert rows["Tide Lab"][3].startswith("yes")
    assert rows["Data Hub"][3] == "no"
    assert exhibit.svg.startswith("<svg")
    assert "Tide Lab" in exhibit.alt


def test_measured_beside_rated_interconnectivity(found):
    rows = {row[0]: row for row in connected(found).table.rows}
    assert rows["Night shift"][1:4] == ("1", "2", "5.0")
    assert rows[found.title("canal")][3] == "not rated"


def test_a_partner_spelled_two_ways_is_in_doubt(practised):
    text = "alliance,partner\nferry,Tide Lab Ltd\n"
    exhibit = network(practice(practised(partners=text)))
    assert any("partners.csv, row 2" in note for note in exhibit.notes)
    assert {"Tide Lab", "Tide Lab Ltd"} <= {row[0] for row in exhibit.table.rows}


def test_a_large_portfolio_is_drawn_by_what_connects_and_tabled_whole(found, monkeypatch):
    monkeypatch.setattr(of_network, "MOST_DRAWN", 2)
    exhibit = network(found)
    assert any(note.startswith("The drawing holds the parties that connect") for note in exhibit.notes)
    assert {"Harbour Office", "Tide Lab"} <= {row[0] for row in exhibit.table.rows}


def test_both_are_said_in_dutch(practised):
    found = practice(practised(), "nl")
    assert network(found).headline.startswith("3 allianties en") or "allianties en" in network(found).headline
    assert "verwevenheid" in connected(found).headline
