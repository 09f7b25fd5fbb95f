"""What stands in a column tells what it is, whatever it is called."""

import pandas as pd
import pytest

from alliance_analytics.intake.identifiers.contents import (
    FEWEST_KNOWN_NAMES,
    LOOKED_AT,
    are_answers,
    are_personal,
    are_places,
    are_postcodes,
    filled_texts,
    kind_held,
)

FIRST, LAST = ["Ann", "Bob", "Cas", "Dee", "Eve"], ["Smith", "de Vries", "Müller", "O'Neil"]
PEOPLE = [f"{first} {last}" for first in FIRST for last in LAST]


def test_most_of_the_different_cells_decide():
    addresses = [f"p{n}@example.org" for n in range(8)]
    assert kind_held([*addresses, "none", "none"]) == "mail"
    assert kind_held([*addresses, "none", "unknown", "no mail"]) is None


def test_addresses_and_panel_ids_in_one_column_identify_by_what_is_usual():
    ids = [f"5f1b2c3d4e5f6a7b8c9d0e{n}f" for n in range(6)]
    assert kind_held([*ids, "a@example.org", "b@example.org"]) == "panel_id"


def test_one_number_that_passes_a_proof_is_chance_and_a_column_is_not():
    assert kind_held(["111222333"]) is None
    assert kind_held(["111222333", "123456782", "111222333", "100000009"]) == "national_id"


def test_names_are_told_when_nearly_everyone_is_another():
    assert kind_held(PEOPLE) == "name"
    assert kind_held(["Xu Ooa", "Xi Obo", "Xo Oci"] * 2 + ["Xa Odu"]) is None
    assert kind_held([f"X{n}e Ode".replace(str(n), "abcdefghij"[n]) for n in range(10)] * 2) is None


def test_names_that_come_back_are_told_by_given_names_and_partners_are_not():
    people = ["Anna Bell", "Jan de Vries", "Jansen, Piet", "Mehmet Kaya"]
    assert kind_held(people * 5) == "name"
    assert kind_held(people[: FEWEST_KNOWN_NAMES - 1] * 5) is None
    assert kind_held(["Veltor Bio", "Huis Noord", "Rode Kruis", "Albert Heijn", "Rijn Zorg"] * 5) is None
    assert kind_held(["Den Haag", "New York", "San Francisco", "Los Angeles"] * 5) is None
    assert kind_held(["Visual Studio", "Google Chrome", "Adobe Photoshop", "Final Cut"] * 5) is None


def test_a_blank_column_holds_nothing():
    assert kind_held([]) is None


@pytest.mark.parametrize("cells", [["1", "5", "-3", "100"], ["Yes", "no"], ["E-mail"], ["ja", "nee", "1"]])
def test_points_ticks_and_options_are_answers(cells):
    assert are_answers(cells, "E-mail")


@pytest.mark.parametrize("cells", [[], ["a@b.org"], ["Yes", "Ann"], ["0612345678"]])
def test_anything_else_is_none(cells):
    assert not are_answers(cells, "E-mail")


@pytest.mark.parametrize(
    ("left", "right", "places"),
    [
        (["52.37021", "51.92442"], ["4.89517", "4.47773"], True),
        (["4.89517", "4.47773"], ["152.37021", "51.92442"], True),
        (["0.98123", "1.02345"], ["0.88123", "1.12345"], False),
        (["52.3", "51.9"], ["4.8", "4.4"], False),
        (["52.37021", "51.92442"], [], False),
        (["95.37021", "51.92442"], ["4.89517", "4.47773"], False),
    ],
)
def test_two_columns_of_degrees_are_places_and_weights_are_not(left, right, places):
    assert are_places(left, right) is places


def test_what_people_share_is_not_their_own():
    assert are_personal(["a@b.org", "none"], "mail")
    assert not are_personal(["Daily", "Weekly"], "mail")
    assert are_personal(["Ann", "Bob", "Bob"], "name")
    assert not are_personal(["Clean", "Dirty", "Clean", "Dirty"], "address")
    assert not are_personal(["Agree", "Disagree"], "name")


def test_a_long_column_is_judged_by_cells_spread_over_it():
    cells = pd.Series(["x "] * LOOKED_AT * 50)
    assert filled_texts(cells) == ["x"] * LOOKED_AT


def test_a_sparse_column_is_judged_by_what_is_filled():
    cells = pd.Series([""] * LOOKED_AT * 50)
    cells.iloc[[7, 4321]] = ["a@b.org", " c@d.org"]
    assert filled_texts(cells) == ["a@b.org", "c@d.org"]


def test_a_code_for_each_person_identifies_and_words_numbers_and_dates_do_not():
    assert kind_held([f"S{n:03}" for n in range(20)]) == "response_id"
    assert kind_held([f"{n:08x}-0a1b-4c2d" for n in range(20)]) == "response_id"
    assert kind_held([f"S{n % 4:03}" for n in range(20)]) is None
    assert kind_held([f"2024-05-{n:02}T09:30:00" for n in range(1, 29)]) is None
    assert kind_held([f"{n}" for n in range(1000, 1020)]) is None
    assert kind_held([f"we met {n} times" for n in range(20)]) is None


def test_postcodes_are_short_and_have_digits():
    assert are_postcodes(["2611 AB", "64110", "SW1A 100"])
    assert not are_postcodes(["Delft", "not far from 2611", "12"])
    assert not are_postcodes([])
