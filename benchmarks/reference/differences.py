"""Adapters: two groups or two waves compared, trends, many tests, and drivers."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.measure.differences import (
    MeanDifference,
    mann_whitney,
    t_test_paired,
    t_test_student,
    t_test_welch,
    wilcoxon_signed_rank,
)
from alliance_analytics.measure.effect_sizes import cliffs_delta, cohens_d_independent, cohens_d_paired
from alliance_analytics.measure.mixed_model import FixedEffect, MixedModel, mixed_model
from alliance_analytics.measure.multiplicity import p_adjust
from alliance_analytics.measure.relative_weights import relative_weights
from benchmarks.reference.comparing import Answer
from benchmarks.reference.entries import Tolerance
from benchmarks.reference.questions import NotUnderstoodError, Question, label

ROUNDINGS = (
    None,
    "differences (or values) rounded to 10 decimals before ranking",
    "values rounded to 10 decimals before comparing",
)
COMPONENTS, FREEDOM = Tolerance(1e-3, "rel"), Tolerance(1e-2, "rel")
"""What the reference allows for variances, and for degrees of freedom and p."""
KENWARD_ROGER = frozenset({"se_kr", "df_kr", "p_kr"})


def welch(question: Question) -> Answer:
    """Two groups, two variances."""
    return _tested(t_test_welch(*_independent(question), level=_level(question)))


def student(question: Question) -> Answer:
    """Two groups, one variance."""
    return _tested(t_test_student(*_independent(question), level=_level(question)))


def paired(question: Question) -> Answer:
    """The same people twice."""
    return _tested(t_test_paired(*_linked(question), level=_level(question)))


def d_independent(question: Question) -> Answer:
    """Standardised difference of two groups."""
    question.one_of("sd", ("pooled",))
    question.one_of("hedges_correction", ("exact gamma",))
    found = cohens_d_independent(*_independent(question), level=_level(question))
    values = {
        **_named(found, d="d", d_lower="d_low", d_upper="d_high"),
        **_named(found, g="g", g_lower="g_low", g_upper="g_high"),
        **_named(found, J="correction", n1="n_first", n2="n_second", mean_diff="difference"),
    }
    return Answer(values, found.reason)


def d_paired(question: Question) -> Answer:
    """Standardised changes of the same people."""
    found = cohens_d_paired(*_linked(question), level=_level(question))
    values = {
        **_named(found, d_z="d_z", d_z_lower="d_z_low", d_z_upper="d_z_high", g_z="g_z"),
        **_named(found, d_av="d_av", d_rm="d_rm", r="correlation", n="n"),
    }
    return Answer(values, found.reason)


def delta(question: Question) -> Answer:
    """Cliff's delta."""
    question.one_of("rounding", ROUNDINGS)
    found = cliffs_delta(*_independent(question), level=_level(question))
    values = {
        **_named(found, delta="delta", n1="n_first", n2="n_second"),
        **_named(found, lower_t_unbiased="low", upper_t_unbiased="high"),
        **_named(found, lower_normal_consistent="low_normal", upper_normal_consistent="high_normal"),
    }
    return Answer(values, found.reason)


def signed_ranks(question: Question) -> Answer:
    """Wilcoxon's test."""
    _check_ranks(question)
    question.one_of("zeros", ("dropped (Wilcoxon)",))
    found = wilcoxon_signed_rank(*_linked(question))
    values = _named(
        found,
        p_corrected="p_corrected",
        p_uncorrected="p_uncorrected",
        W_plus="statistic",
        n_nonzero="n_first",
    )
    return Answer(values, found.reason)


def rank_sums(question: Question) -> Answer:
    """Mann and Whitney's test."""
    _check_ranks(question)
    question.one_of("zeros", (None,))
    found = mann_whitney(*_independent(question))
    values = _named(found, p_corrected="p_corrected", p_uncorrected="p_uncorrected", U1="statistic")
    return Answer(values, found.reason)


def adjusted(question: Question) -> Answer:
    """Many p-values."""
    question.pass_over("family")
    method = question.one_of("method", ("holm", "benjamini-hochberg", "bonferroni"))
    return Answer(p_adjust(np.array(question.take("p"), dtype=float), method).tolist())


def trend(question: Question) -> Answer:
    """A mixed model."""
    question.one_of("estimation", ("REML",))
    time, slopes, group = _formula(question)
    rows = question.rows()
    scores = rows[question.take("outcome")].astype(float) if "outcome" in question else question.score()
    fixed = np.column_stack([np.ones(len(rows)), rows[time].to_numpy(float)])
    random = fixed if slopes else fixed[:, :1]
    found = mixed_model(scores.to_numpy(float), fixed, random, rows[group].map(label).to_numpy(object))
    effects = zip(("(Intercept)", time), found.effects, strict=False)
    values = {
        "fixed": {name: _effect(effect) for name, effect in effects},
        "random": _components(found, group, ["(Intercept)", time]),
        "reml_criterion": found.reml_criterion,
        "n": found.n,
        "singular": found.singular,
    }
    tolerances = {"df_satterthwaite": FREEDOM, "p_satterthwaite": FREEDOM, "t": Tolerance(1e-3, "rel")}
    return Answer(
        values,
        found.reason,
        not_computed=KENWARD_ROGER,
        tolerances=tolerances | {"vcov": COMPONENTS, "sdcor": COMPONENTS},
    )


def drivers(question: Question) -> Answer:
    """Johnson's relative weights."""
    question.one_of("missing", ("listwise",))
    names, outcome = question.take("predictors"), question.take("outcome")
    columns = {name: _column(question, name).to_numpy(float) for name in (outcome, *names)}
    question.pass_over("wave", "score_min_valid", "items_file", "reverse", "scale_min", "scale_max")
    found = relative_weights(columns[outcome], np.column_stack([columns[name] for name in names]), fewest=1)
    values = {
        "r_squared": found.r_squared,
        "raw": dict(zip(names, found.raw.tolist(), strict=True)),
        "percent": dict(zip(names, found.percent.tolist(), strict=True)),
        "n": found.n,
    }
    return Answer(values, found.reason)


def _column(question: Question, name: str) -> pd.Series:
    """Return a column of the data, or the score of the pillar of that name."""
    if "items_file" not in question:
        return question.rows()[name].astype(float)
    return question.score_of(name)


def _independent(question: Question) -> tuple[Any, Any]:
    """Return the scores of two groups, or of two waves without links."""
    _check_two_sided(question)
    rows, scores = question.rows(), question.score()
    if "wave_a" in question:
        question.one_of("linked_by", (None,))
        question.pass_over("difference", "note")
        chosen = [rows["wave"] == question.take(name) for name in ("wave_a", "wave_b")]
    else:
        chosen = [_is(rows, question.take(name)) for name in ("group1", "group2")]
    return tuple(scores[one].to_numpy(float) for one in chosen)  # type: ignore[return-value]


def _linked(question: Question) -> tuple[Any, Any]:
    """Return the scores of the same people twice, in one order."""
    _check_two_sided(question)
    if "x" in question:
        return tuple(np.array(question.take(name), dtype=float) for name in ("x", "y"))  # type: ignore[return-value]
    question.pass_over("difference")
    rows, scores, person = question.rows(), question.score(), question.take("linked_by")
    if "wave_a" in question:
        chosen = [rows["wave"] == question.take(name) for name in ("wave_a", "wave_b")]
    else:
        chosen = [_is(rows, question.take(name)) for name in ("group1", "group2")]
    one, other = (scores[mine].set_axis(rows.loc[mine, person]) for mine in chosen)
    people = one.index.intersection(other.index)
    return one.reindex(people).to_numpy(float), other.reindex(people).to_numpy(float)


def _is(rows: pd.DataFrame, group: dict[str, Any]) -> pd.Series:
    chosen = pd.Series(data=True, index=rows.index)
    for column, value in group.items():
        chosen &= rows[column] == value
    return chosen


def _formula(question: Question) -> tuple[str, bool, str]:
    fixed = re.fullmatch(r"1 \+ (\w+)(?: \(numeric.*\))?", question.take("fixed"))
    random = re.fullmatch(r"1(?P<slope> \+ \w+)? \| (?P<group>\w+)", question.take("random"))
    if not (fixed and random):
        raise NotUnderstoodError("a formula of another shape")
    return fixed[1], bool(random["slope"]), random["group"]


def _effect(effect: FixedEffect) -> dict[str, float]:
    return _named(effect, estimate="estimate", se="se", df_satterthwaite="df", t="t", p_satterthwaite="p")


def _components(found: MixedModel, group: str, names: list[str]) -> list[dict[str, Any]]:
    """Return variances, then covariances, then the residual, as R prints them."""
    size = len(found.random)
    pairs = [(one, one) for one in range(size)]
    pairs += [(one, other) for other in range(size) for one in range(other)]
    rows = [
        {
            "group": group,
            "var1": names[one],
            "var2": None if one == other else names[other],
            "vcov": float(found.random[one, other]),
            "sdcor": _spread(found, one, other),
        }
        for one, other in pairs
    ]
    residual = {"vcov": found.residual, "sdcor": found.residual**0.5}
    return [*rows, {"group": "Residual", "var1": None, "var2": None, **residual}]


def _spread(found: MixedModel, one: int, other: int) -> float:
    own = np.sqrt(np.diag(found.random))
    return float(own[one] if one == other else found.random[one, other] / (own[one] * own[other]))


def _check_two_sided(question: Question) -> None:
    question.one_of("alternative", ("two-sided",))


def _check_ranks(question: Question) -> None:
    question.one_of("method", ("normal approximation with tie correction",))
    question.one_of("rounding", ROUNDINGS)


def _level(question: Question) -> float:
    return float(question.take("level", 0.95))


def _tested(found: MeanDifference) -> Answer:
    values = _named(found, t="t", df="df", p="p", lower="low", upper="high", estimate="estimate")
    return Answer(values, found.reason)


def _named(found: Any, **fields: str) -> dict[str, Any]:
    return {name: getattr(found, field) for name, field in fields.items()}


ADAPTERS = {
    "t_test_welch": welch,
    "t_test_student": student,
    "t_test_paired": paired,
    "cohens_d_independent": d_independent,
    "cohens_d_paired": d_paired,
    "cliffs_delta": delta,
    "wilcoxon_signed_rank": signed_ranks,
    "mann_whitney": rank_sums,
    "p_adjust": adjusted,
    "lmm_trend": trend,
    "relative_weights": drivers,
}
