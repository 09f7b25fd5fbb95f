import datetime

import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.review.portfolio.practice import practice, sections, to_mend


def test_alliances_with_and_without_a_folder_are_all_looked_after(practised):
    found = practice(practised())
    assert found.names == ("canal", "ferry", "Night shift")
    table = found.staffing.alliances.set_index("alliance")
    assert table["service_level"].to_dict() == {"canal": "higher", "ferry": "basic", "Night shift": "higher"}
    assert table["criticality"].to_dict() == {"canal": 5, "ferry": 2, "Night shift": 4}
    assert table["person"].to_dict() == {"canal": "Lead north", "ferry": None, "Night shift": None}


def test_what_nobody_placed_gets_the_basics_and_no_rating(practised):
    found = practice(practised(care=None, front_door=None))
    assert set(found.staffing.alliances["service_level"]) == {"basic"}
    assert found.staffing.alliances["criticality"].isna().all()


def test_higher_services_come_on_top_of_the_basic_ones(practised):
    levels = practice(practised()).staffing.levels
    assert set(levels["basic"]) < set(levels["higher"])


def test_names_are_told_in_the_language_asked_for(practised):
    found = practice(practised(), "nl")
    assert found.service("reporting") == "Rapportage"
    assert found.title("Night shift") == "Night shift"
    with pytest.raises(ParameterError):
        practice(found.workspace, "de")


def test_today_is_the_day_asked_for(practised):
    day = datetime.date(2025, 7, 1)
    assert practice(practised(), today=day).today == day


def test_every_problem_is_shown_with_place_and_remedy(practised):
    found = practice(practised(people="person,hours\nJan de Vries,-1\n", partners="x\n"))
    exhibit = to_mend(found)
    places = [row[0] for row in exhibit.table.rows]
    assert "people.csv, row 2" in places
    assert "Jan" not in str(exhibit)
    assert all(row[2] for row in exhibit.table.rows)


def test_nothing_to_mend_is_nothing_to_show(practised):
    assert to_mend(practice(practised())) is None


def test_every_section_has_a_title_in_its_order(practised):
    found = sections(practice(practised(), "nl"))
    assert list(found) == ["capacity", "governance", "network", "to-mend"]
    assert found["network"] == "Het netwerk van partners"
