"""What is published becomes equations: one unknown an answer of a person, each with its owner."""

import numpy as np
import pytest

from alliance_analytics.review.auditing.equations import Equations
from alliance_analytics.review.auditing.groups import Respondents


@pytest.fixture
def equations(quay):
    return Equations(Respondents(quay, "quay", "2025"))


def test_a_published_mean_is_the_sum_of_what_its_people_answered(equations):
    people = np.arange(24) < 10
    equations.take("pillar", "3", people)
    table, owners = equations.matrix
    asked = equations.respondents.scores.statements["pillar"]["3"]
    assert table.shape == (1, 24 * len(asked))
    told = {owner for owner, weight in zip(owners, table[0], strict=True) if weight}
    assert told == set(range(10))
    assert table.sum() == pytest.approx(10)


def test_what_was_told_before_is_no_new_equation(equations):
    everybody = np.ones(24, dtype=bool)
    for _ in range(2):
        equations.take("pillar", "3", everybody)
    assert len(equations.matrix[0]) == 1
    equations.take("pillar", "4", everybody)
    assert len(equations.matrix[0]) == 2


def test_scales_that_share_statements_share_unknowns(equations):
    everybody = np.ones(24, dtype=bool)
    equations.take("pillar", "3", everybody)
    equations.take("pillar", "4", everybody)
    of_pillars = equations.matrix[0].shape[1]
    equations.take("dimension", "relational", everybody)
    assert equations.matrix[0].shape[1] == of_pillars


def test_somebody_who_left_a_statement_out_has_one_unknown_less(skipped):
    equations = Equations(Respondents(skipped, "quay", "2025"))
    asked = equations.respondents.scores.statements["pillar"]["3"]
    equations.take("pillar", "3", np.ones(24, dtype=bool))
    assert equations.matrix[0].shape[1] == 24 * len(asked) - 2
    assert equations.matrix[0].sum() == pytest.approx(24)
