import pandas as pd

from alliance_analytics.intake.platforms.sample import RECORDS, TEXTS, first_texts


def test_each_text_comes_once_and_blanks_never():
    assert first_texts(pd.Series(["b", "", " a ", "b", "a", " "], dtype=object)) == ["b", "a"]


def test_a_long_column_is_not_read_to_its_end():
    late = pd.Series(["x"] * RECORDS + ["y"], dtype=object)
    assert first_texts(late) == ["x"]
    assert len(first_texts(pd.Series(map(str, range(TEXTS + 1)), dtype=object))) == TEXTS
