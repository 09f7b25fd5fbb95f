"""Adapters: alpha, omega, and what items add."""

from __future__ import annotations

import numpy as np

from alliance_analytics.measure.item_reliability import alpha_if_deleted, item_rest_correlation
from alliance_analytics.measure.omega import mcdonald_omega_total
from alliance_analytics.measure.reliability import cronbach_alpha, cronbach_alpha_standardized
from alliance_analytics.measure.results import Estimates
from benchmarks.reference.comparing import Answer
from benchmarks.reference.questions import NotUnderstoodError, Question

HEYWOOD = "a Heywood case is called not estimable and gets no number (that it is one was compared)"


def alpha(question: Question) -> Answer:
    """Alpha, listwise or pairwise."""
    missing = question.one_of("missing", ("listwise", "pairwise"))
    found = cronbach_alpha(question.answers().to_numpy(), missing=missing)
    return Answer({"alpha": found.estimate, "n": found.n, "k": found.items}, found.reason)


def alpha_interval(question: Question) -> Answer:
    """Feldt's limits."""
    question.one_of("missing", ("listwise",))
    found = cronbach_alpha(question.answers().to_numpy(), level=question.take("level", 0.95))
    return Answer({"lower": found.low, "upper": found.high}, found.reason)


def alpha_standardized(question: Question) -> Answer:
    """Alpha of the correlations."""
    question.one_of("missing", ("listwise",))
    found = cronbach_alpha_standardized(question.answers().to_numpy())
    return Answer({"alpha": found.estimate, "n": found.n, "k": found.items}, found.reason)


def without_each(question: Question) -> Answer:
    """Alpha without each item."""
    question.one_of("missing", ("listwise",))
    answers = question.answers()
    return by_item(alpha_if_deleted(answers.to_numpy(), list(answers.columns)))


def item_rest(question: Question) -> Answer:
    """Correlation of each item with the others."""
    question.one_of("missing", ("listwise",))
    answers = question.answers()
    return by_item(item_rest_correlation(answers.to_numpy(), list(answers.columns)))


def omega(question: Question) -> Answer:
    """Omega total of one factor."""
    question.one_of("missing", ("listwise",))
    estimator = question.one_of("estimator", ("ml", "minres"))
    matrix = question.one_of("input", ("covariance", "correlation"))
    denominator = question.one_of("denominator", ("model", "observed"))
    if (estimator, matrix) == ("minres", "covariance"):
        raise NotUnderstoodError("minres of a covariance matrix; it is fitted to correlations here")
    answers = question.answers().to_numpy()
    found = mcdonald_omega_total(answers, estimator=estimator, matrix=matrix, denominator=denominator)
    values = {"omega": found.estimate, "improper": found.improper, "n": found.n, "k": found.items}
    return Answer(values, found.reason, withheld={"omega": HEYWOOD} if found.improper else {})


def by_item(found: Estimates) -> Answer:
    """Return an answer with one number an item; the whole is undefined when every number is."""
    values = dict(zip(found.names.tolist(), found.estimate.tolist(), strict=True))
    undefined = not np.isfinite(found.estimate).any()
    return Answer(values, str(found.reason[0]) if undefined else "")


ADAPTERS = {
    "cronbach_alpha": alpha,
    "cronbach_alpha_ci_feldt": alpha_interval,
    "cronbach_alpha_standardized": alpha_standardized,
    "alpha_if_deleted": without_each,
    "item_rest_correlation": item_rest,
    "mcdonald_omega_total": omega,
}
