"""How long a scale is when somebody never ticked a rung."""

import pytest

from alliance_analytics.intake.description.completing import full_rungs, is_whole
from alliance_analytics.model.label_families import label_families

FAMILIES = {family.id: family for family in label_families().families}
AGREEMENT = FAMILIES["agreement"]
FIVE = frozenset({2, 3, 6, 9, 10})
FOUR = frozenset({2, 3, 9, 10})


@pytest.mark.parametrize(
    ("own", "grid", "elsewhere", "answers", "expected"),
    [
        (FIVE, set(), [], 11, FIVE),
        (FOUR, set(), [], 300, FOUR),
        (FOUR, set(), [FIVE], 11, FIVE),
        (FOUR, set(), [FIVE], 300, FOUR),
        ({1, 3, 8, 9, 11}, set(), [], 11, {1, 3, 8, 9, 11}),
        ({3, 6, 9}, set(), [], 11, {3, 6, 9}),
        ({3, 6, 9}, set(), [{3, 6, 9, 10}], 11, FIVE),
        ({3, 6, 9}, set(), [{3, 6, 9, 10}], 300, {3, 6, 9}),
        ({9, 10}, {6, 3, 2}, [], 11, FIVE),
        ({6, 9, 10}, set(), [], 11, FIVE),
        ({8, 9, 10}, set(), [], 11, {2, 3, 4, 6, 8, 9, 10}),
    ],
)
def test_what_was_met_is_completed(own, grid, elsewhere, answers, expected):
    found = full_rungs(frozenset(own), frozenset(grid), map(frozenset, elsewhere), AGREEMENT, answers=answers)
    assert found == tuple(sorted(expected))


def test_a_side_is_filled_up_to_the_other_where_no_form_is_known():
    found = full_rungs(frozenset({2, 4, 5, 6, 8}), frozenset(), [], AGREEMENT, answers=5)
    assert found == (2, 4, 5, 6, 7, 8, 10)


def test_a_ladder_of_one_side_is_whole_only_as_forms_print_it():
    strength = FAMILIES["strength_of_a_quality"]
    assert is_whole(frozenset({1, 4, 6, 8, 9}), strength)
    assert not is_whole(frozenset({4, 6}), strength)
    assert full_rungs(frozenset({4, 6, 9}), frozenset(), [], strength, answers=3) == (1, 4, 6, 8, 9)


def test_a_ladder_without_usual_forms_takes_what_the_file_shows():
    times = FAMILIES["times"]
    found = full_rungs(frozenset({6, 7}), frozenset(), [frozenset({6, 7, 8})], times, answers=3)
    assert found == (6, 7, 8)


def test_numbers_beside_the_labels_tell_of_labels_that_nobody_ticked():
    change = FAMILIES["change"]
    met = frozenset({2, 3, 4, 5, 6})
    assert full_rungs(met, frozenset(), [], change, answers=50) == (2, 3, 4, 5, 6)
    assert full_rungs(met, frozenset(), [], change, answers=50, at_least=6) == (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(("answers", "completed"), [(29, True), (30, False)])
def test_of_many_people_nobody_stood_between_where_nothing_was_printed(answers, completed):
    frequency = FAMILIES["frequency"]
    met = frozenset(frequency.usual[0][:4]) - {frequency.usual[0][1]}
    found = full_rungs(met, frozenset(), [], frequency, answers=answers)
    assert (set(found) > met) is completed
