"""Looking up by key is what pandas says of the same rows."""

import pandas as pd

from alliance_analytics.measure.keyed_rows import keys_in, places_of_largest

ROWS = pd.DataFrame({"alliance": ["x", "x", "y", "x"], "wave": [1, 2, 1, 1], "gap": [0.1, 0.3, 0.2, 0.4]})


def test_keys_stand_in_the_order_of_the_rows():
    assert [*keys_in(ROWS, ["alliance", "wave"])] == [("x", 1), ("x", 2), ("y", 1), ("x", 1)]


def test_the_largest_value_of_each_key_is_that_of_pandas():
    places = places_of_largest(ROWS, ["alliance", "wave"], ROWS["gap"].tolist())
    assert places == ROWS.groupby(["alliance", "wave"])["gap"].idxmax().to_dict()


def test_of_equal_values_the_first_counts():
    assert places_of_largest(ROWS, ["alliance"], [1.0, 1.0, 2.0, 1.0]) == {("x",): 0, ("y",): 2}


def test_no_rows_have_no_keys():
    assert places_of_largest(ROWS[:0], ["wave"], []) == {}
