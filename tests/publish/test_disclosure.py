"""The algebra against a slow search over what the groups can tell."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_analytics.publish.disclosure import safe_subset, tells_about_few

ROWS = np.array([[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]], dtype=float)
COLUMNS = np.array([[1, 0, 0, 1, 0, 0], [0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1]], dtype=float)


def slowly_tells_about_few(groups, sizes, fewest):
    """By the definition: leave out few people; if the rank falls, something depends on them alone."""
    matrix = np.array(groups)[:, sizes > 0]
    people = sizes[sizes > 0]
    rank = np.linalg.matrix_rank(matrix)
    atoms = range(len(people))
    return any(
        np.linalg.matrix_rank(np.delete(matrix, chosen, axis=1)) < rank
        for count in range(1, len(people) + 1)
        for chosen in combinations(atoms, count)
        if people[list(chosen)].sum() < fewest
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 7), min_size=6, max_size=6), st.integers(0, 2**5 - 1))
def test_equals_the_slow_search(sizes, chosen):
    groups = [row for place, row in enumerate([*ROWS, *COLUMNS]) if chosen >> place & 1]
    sizes = np.array(sizes)
    if groups and sizes.sum():
        assert tells_about_few(groups, sizes, 5) == slowly_tells_about_few(groups, sizes, 5)


def test_two_margins_of_a_full_table_are_safe():
    assert all(safe_subset([np.ones(6), *ROWS, *COLUMNS], np.full(6, 3), 5))


def test_a_cell_that_only_one_row_and_column_share_is_found():
    """Row one holds 6 people, column one holds 8 of whom 6 are row one: the difference is two people."""
    row, column = np.array([1.0, 0.0]), np.array([1.0, 1.0])
    assert safe_subset([column, row], np.array([6, 2]), 5) == (True, False)


def test_the_earlier_group_wins():
    total, many, few = np.ones(2), np.array([1.0, 0.0]), np.array([0.0, 1.0])
    assert safe_subset([total, many, few], np.array([20, 3]), 5) == (True, False, False)
