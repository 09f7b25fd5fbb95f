"""A process of steps, written as short as it can be."""

import pandas as pd
import pytest


@pytest.fixture
def process():
    """Return steps of (step, owner, next, back to) with words for each step's friends."""

    def make(*rows, **more):
        table = pd.DataFrame(
            [
                (step, step.title(), owner, tuple(after.split()), tuple(back.split()))
                for step, owner, after, back in rows
            ],
            columns=["step", "name", "owner", "next", "back_to"],
        )
        return table.assign(**more)

    return make
