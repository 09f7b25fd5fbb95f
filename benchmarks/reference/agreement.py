"""Adapters: agreement within groups, and intraclass correlations."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from alliance_analytics.measure.agreement import ad_index, rwg, rwg_j, rwg_j_lindell
from alliance_analytics.measure.icc import icc_groups
from alliance_analytics.measure.rater_icc import icc_shrout_fleiss
from alliance_analytics.measure.results import Estimates
from benchmarks.reference.comparing import Answer
from benchmarks.reference.questions import Question


def one_item(question: Question) -> Answer:
    """RWG of an item, cut at 0 or not."""
    item = question.take("item")
    truncate = question.one_of("truncate_at_zero", (True, False))
    null_variance = question.take("null_variance")
    answers = question.turned([item])[item].to_numpy()
    return by_group(rwg(answers, question.groups(), null_variance=null_variance, truncate=truncate))


def several_items(question: Question) -> Answer:
    """RWG(J), which is always cut at 0."""
    question.one_of("truncate_at_zero", (True,))
    return _scale(question, rwg_j)


def several_items_uncut(question: Question) -> Answer:
    """R*WG(J), which never is."""
    question.one_of("truncate_at_zero", (False,))
    return _scale(question, rwg_j_lindell)


def average_deviation(question: Question) -> Answer:
    """AD from the mean or the median."""
    question.one_of("missing", ("listwise",))
    center = question.one_of("center", ("mean", "median"))
    return by_group(ad_index(question.answers().to_numpy(), question.groups(), center=center))


def groups(question: Question) -> Answer:
    """ICC(1) and ICC(2)."""
    rule = question.one_of("k_rule", ("mean", "n0"))
    found = icc_groups(question.score().to_numpy(), question.groups(), k_rule=rule)
    values = {
        "icc1": found.icc1.estimate,
        "icc2": found.icc2.estimate,
        "ms_between": found.ms_between,
        "ms_within": found.ms_within,
        "k": found.group_size,
        "F": found.f,
        "p": found.p,
        "n_groups": found.n_groups,
        "n": found.n,
    }
    return Answer(values, found.icc1.reason)


def raters(question: Question) -> Answer:
    """The six forms; every row is a target."""
    question.pass_over("targets")
    question.one_of("missing", ("listwise",))
    ratings = question.turned(question.take("raters")).to_numpy()
    found = icc_shrout_fleiss(ratings, level=question.take("level", 0.95))
    squares = found.mean_squares
    values: dict[str, object] = {
        form: {
            "icc": each.estimate,
            "F": each.f,
            "df1": each.df1,
            "df2": each.df2,
            "p": each.p,
            "lower": each.low,
            "upper": each.high,
        }
        for form, each in found.forms.items()
    }
    values["mean_squares"] = {
        "BMS": squares.targets,
        "JMS": squares.raters,
        "WMS": squares.within,
        "EMS": squares.residual,
    }
    return Answer(values, found.forms["ICC(1,1)"].reason)


def by_group(found: Estimates) -> Answer:
    """Return an answer with one number a group; groups without a complete row are left out."""
    known = found.reason != "no_answers"
    values = dict(zip(found.names[known].tolist(), found.estimate[known].tolist(), strict=True))
    reason = "" if np.isfinite(found.estimate).any() else "no group has one"
    return Answer({"by_group": values, "mean": found.mean, "median": found.median}, reason)


def _scale(question: Question, statistic: Callable[..., Estimates]) -> Answer:
    question.one_of("missing", ("listwise",))
    answers, null_variance = question.answers().to_numpy(), question.take("null_variance")
    return by_group(statistic(answers, question.groups(), null_variance=null_variance))


ADAPTERS = {
    "rwg": one_item,
    "rwg_j": several_items,
    "rwg_j_lindell": several_items_uncut,
    "ad_index": average_deviation,
    "icc_groups": groups,
    "icc_shrout_fleiss": raters,
}
