import pytest

from alliance_analytics.interpret.capacity import Extra, Scenario
from alliance_analytics.review.portfolio.capacity import (
    capacity,
    how_many,
    tiering,
    try_out,
    unmanaged_alliances,
    usual_scenarios,
)
from alliance_analytics.review.portfolio.practice import practice


@pytest.fixture
def found(practised):
    return practice(practised())


def test_the_load_of_each_person_is_drawn_and_tabled(found):
    exhibit = capacity(found)
    rows = {row[0]: row for row in exhibit.table.rows}
    # Canal gets all but contracts, of what was estimated: 9 to 18 hours in 20 to 30.
    assert rows["Lead north"][1:] == ("1", "9 to 18", "20 to 30", "30% to 90%", "fits, even at worst")
    assert rows["Lead south"][1:5] == ("0", "0 to 0", "12 to 20", "0% to 0%")
    assert exhibit.svg.startswith("<svg")
    assert exhibit.alt.startswith("Range chart")


def test_services_that_nobody_estimated_are_named(found):
    assert any("Strategic oversight" in note for note in capacity(found).notes)


def test_how_many_alliances_one_person_can_manage_here(found):
    exhibit = how_many(found)
    rows = {row[0]: row for row in exhibit.table.rows}
    # Managers have 16 to 25 hours; higher takes 9 to 18 of them, basic 3 to 6, the mix 7 to 14.
    assert rows["Higher-value services"][-1] == "0 to 2"
    assert rows["Basic services"][-1] == "2 to 8"
    assert exhibit.headline.endswith("1 to 3")


def test_what_goes_unmanaged_and_what_it_risks(found):
    exhibit = unmanaged_alliances(found)
    rows = {row[0]: row for row in exhibit.table.rows}
    assert set(rows) == {"Night shift", found.title("ferry")}
    assert exhibit.table.rows[0][0] == "Night shift"
    assert "Risk management" in rows["Night shift"][3]
    assert rows["Night shift"][4].startswith("Trouble is dealt with once it is there")
    assert rows[found.title("ferry")][4].startswith("The basics run")


def test_somebody_for_everything_is_said(practised):
    text = "alliance,person\ncanal,Lead north\nferry,Lead north\nNight shift,Lead south\n"
    exhibit = unmanaged_alliances(practice(practised(care=text)))
    assert exhibit.headline == "Each of 3 alliances has somebody for every service it is to get"
    assert exhibit.table is None


def test_each_cut_names_whom_it_leaves_alone(found):
    rows = tiering(found).table.rows
    assert [row[0] for row in rows] == [f"criticality {cut} and up" for cut in (2, 4, 5)]
    assert rows[0][-1] == "none"
    assert "Night shift" in rows[-1][-1]


def test_what_if_stands_beside_today(found):
    extra = Scenario("One more", extra=Extra(20, 30, alliances=("Night shift", "ferry")))
    rows = {row[0]: row for row in try_out(found, [extra]).table.rows}
    assert rows["Today"][-1] == "2"
    assert rows["One more"][-1] == "0"


def test_the_usual_scenarios_drop_each_service(found):
    usual = usual_scenarios(found)
    assert {scenario.drop for scenario in usual} == {
        (service,) for service in found.staffing.levels["higher"]
    }
    assert usual[0].name == "Without: Start-up"


def test_without_registers_there_is_nothing_to_show(practised):
    nothing = practice(practised(people=None, care=None, front_door=None))
    assert capacity(nothing) is None
    assert how_many(nothing) is None
    assert tiering(nothing) is None


def test_everything_is_said_in_dutch(practised):
    found = practice(practised(), "nl")
    shown = [
        capacity(found),
        how_many(found),
        unmanaged_alliances(found),
        tiering(found),
        try_out(found, usual_scenarios(found)),
    ]
    assert all(exhibit.language == "nl" for exhibit in shown)
    assert "Hoeveel allianties kan één persoon aan?" in shown[1].headline
