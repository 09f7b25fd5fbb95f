"""A form as raters fill it in: question to one rating a rater."""

import pandas as pd
import pytest

from alliance_analytics.model.formation import formation

ALL_HOLD = {"intensive": [4, 5], "part-of-the-work": [4, 4], "core-processes": [5, 5], "long-term": [4, 5]}


@pytest.fixture
def model():
    """The questions shipped."""
    return formation()


@pytest.fixture
def rated():
    """Return ratings and entries of a form; a rating of None was not given."""

    def make(evidence=None, **answers):
        given = {name.replace("_", "-"): ratings for name, ratings in answers.items()}
        ratings = [
            (question, rater, float(rating))
            for question, each in given.items()
            for rater, rating in enumerate(each, start=1)
            if rating is not None
        ]
        told = evidence or {}
        entries = [(question, told.get(question)) for question in given]
        return (
            pd.DataFrame(ratings, columns=["question", "rater", "rating"]),
            pd.DataFrame(entries, columns=["question", "evidence"], dtype=object),
        )

    return make


@pytest.fixture
def all_hold():
    """Ratings with which every condition holds."""
    return {name.replace("-", "_"): ratings for name, ratings in ALL_HOLD.items()}
