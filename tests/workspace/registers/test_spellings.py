from itertools import combinations

import pytest

from alliance_analytics.workspace.registers.spellings import first_places, look_alike, two_spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Office", "Harbor office"),
        ("Acme", "Acme B.V."),
        ("Waterschap Lage Delden", "Waterschap Lage-Delden"),
        ("The Mending Bench", "Mending Bench"),
    ],
)
def test_two_spellings_of_one_name_look_alike(one, other):
    assert look_alike(one, other)
    assert look_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Region North", "Region South"), ("Region 1", "Region 2"), ("Acme", "Acne"), ("BV", "NV")],
)
def test_two_names_do_not(one, other):
    assert not look_alike(one, other)


def test_a_pair_is_suggested_with_both_places_and_what_to_do():
    (problem,) = two_spellings(
        {"Acme": "a.csv, row 2", "Tide Lab": "a.csv, row 3", "Acme Ltd": "b.csv, row 9"}
    )
    assert problem.where == "a.csv, row 2 and b.csv, row 9"
    assert "'Acme' and 'Acme Ltd'" in problem.found
    assert "write both alike" in problem.remedy


def test_a_name_keeps_its_first_place():
    assert first_places([("a", "1"), ("b", "2"), ("a", "3")]) == {"a": "1", "b": "2"}


def test_comparing_only_what_may_be_alike_finds_what_comparing_all_does():
    names = ["Harbour Office", "Harbor Ofice", "Harbuor Office", "Tide Lab", "Waterschap Lage Delden",
             "Waterschp Lage Deldn", "Acme", "Acme BV", "Region 1", "Region 2",
             "The Mending Bench"]  # fmt: skip
    found = {problem.found for problem in two_spellings({name: name for name in names})}
    slow = {f"{a!r} and {b!r}" for a, b in combinations(names, 2) if look_alike(a, b)}
    assert found == slow
    assert len(slow) >= 3
