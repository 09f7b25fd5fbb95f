import pandas as pd

from alliance_analytics.interpret.themes.summary import SUMMARY_COLUMNS, one_row_each


def test_themes_stand_in_the_order_of_the_model_with_their_polarities() -> None:
    coded = pd.DataFrame(
        {
            "id": ["a", "a", "b", "c"],
            "theme": ["flexibility", "trust_loyalty", None, None],
            "polarity": ["enabler", "constraint", None, None],
            "score": [0.914, 0.6, 0.1, 0.4],
            "abstained": [False, False, False, True],
            "cues": ["bend", "trust", "", ""],
            "prototype": ["x", "y", None, None],
        }
    ).assign(document="d", page=1, paragraph=1, language="en")
    found = one_row_each(coded)
    assert list(found.columns) == SUMMARY_COLUMNS
    assert found["themes"].tolist() == ["trust_loyalty;flexibility", "none", ""]
    assert found["polarity"].tolist() == ["constraint;enabler", "", ""]
    assert found["score"].tolist() == [0.91, 0.1, 0.4]
    assert found["abstained"].tolist() == ["false", "false", "true"]
