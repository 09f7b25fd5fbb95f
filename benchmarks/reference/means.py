"""Adapters: scores, means of finite populations, strata and weights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from alliance_analytics.measure.estimates import group_moments
from alliance_analytics.measure.group_means import Method, finite_population_correction, group_mean_ci
from alliance_analytics.measure.weighted_means import (
    WeightedMean,
    stratified_mean_ci,
    stratified_total,
    weighted_mean_ci,
)
from alliance_analytics.measure.weights import Weights, poststratify_weights, rake_weights
from benchmarks.reference.comparing import Answer
from benchmarks.reference.questions import NotUnderstoodError, Question, label

BASE = (
    r"N/n, equal(?:, N = \d+)?"
    r"|column (?P<weight>\w+)(?:, strata (?P<strata>\w+) with (?P<fpc>\w+))?"
)
WEIGHT = "pw"
"""Weights of the design, in data that bring them without saying so."""
PERSON = ("id", "person_id", "respondent", "respondent_id")


@dataclass(frozen=True)
class Design:
    """How people were drawn: starting weights (None = equal), strata, clusters, and what could be drawn."""

    start: Any = None
    strata: Any = None
    clusters: Any = None
    population: Any = None


def score(question: Question) -> Answer:
    """Scores by the rule of answered items."""
    found = question.score()
    named = _by_person(question, found)
    values = {
        "n_scored": int(found.count()),
        "n_missing": int(found.isna().sum()),
        "mean": float(found.mean()),
        "sd": float(found.std()),
        "scores": named,
    }
    return Answer(values, not_computed=frozenset() if named else frozenset({"scores"}))


def group_mean(question: Question) -> Answer:
    """Plain t with finite population correction."""
    return _group_means(question, "t-fpc")


def group_mean_with_prior(question: Question) -> Answer:
    """With a pseudo-observation, on the logit or the plain scale."""
    for name in ("prior_variance", "prior_weight"):
        question.one_of(name, (1,))
    interval = question.one_of("interval", ("logit", "t"))
    return _group_means(question, "logit-t-fpc-prior" if interval == "logit" else "t-fpc-prior")


def stratified_mean(question: Question) -> Answer:
    """Mean over strata; with weights of the design where the data bring them."""
    question.one_of("df", ("n - number of strata",))
    (column,) = question.take("strata")
    rows = question.rows()
    if "frame_file" in question:
        question.one_of("fpc", ("n_h / N_h",))
        arrays = _arrays(question.score(), rows[column])
        return _answer(stratified_mean_ci(*arrays, _sizes(question, column), **_level(question)))
    drawn = _of_each(question, rows).groupby(rows[column]).first().to_dict()
    scores, strata = question.score().to_numpy(float), rows[column].to_numpy(object)
    if WEIGHT not in rows:
        return _answer(stratified_mean_ci(scores, strata, drawn, **_level(question)))
    start = rows[WEIGHT].to_numpy(float)
    weights = Weights(start, start)
    return _answer(weighted_mean_ci(scores, weights, strata=strata, population=drawn, **_level(question)))


def total(question: Question) -> Answer:
    """Total over strata."""
    (column,) = question.take("strata")
    rows = question.rows()
    drawn = _of_each(question, rows).groupby(rows[column]).first().to_dict()
    found = stratified_total(question.score().to_numpy(float), rows[column].to_numpy(object), drawn)
    return Answer({"total": found.mean, "se": found.se}, found.reason)


def cluster(question: Question) -> Answer:
    """Mean of whole clusters."""
    rows = question.rows()
    values = rows[question.take("weights")].to_numpy(float)
    clusters = rows[question.take("cluster")].to_numpy(object)
    drawn = _of_each(question, rows).iloc[0]
    scores = question.score().to_numpy(float)
    return _answer(weighted_mean_ci(scores, Weights(values, values), clusters=clusters, population=drawn))


def weighted_mean(question: Question) -> Answer:
    """Mean under weights fitted to margins or to cells."""
    question.one_of("df", ("design",))
    question.pass_over("variance")
    kind = question.one_of("weights", ("rake", "poststratify"))
    design = _design(question)
    weights = _raked(question, design) if kind == "rake" else _poststratified(question, design)
    found = weighted_mean_ci(
        question.score().to_numpy(float),
        weights,
        population=design.population,
        strata=design.strata,
        clusters=design.clusters,
        **_level(question),
    )
    totals = {"total_enroll", "total_enroll_se"}
    return Answer(_mean(found), found.reason, not_computed=frozenset({"se_rake_function", *totals}))


def raked_weights(question: Question) -> Answer:
    """Weights fitted to margins."""
    return _weights(question, _raked(question, _design(question)))


def poststratified_weights(question: Question) -> Answer:
    """Weights fitted to groups."""
    return _weights(question, _poststratified(question, _design(question)))


def kish(question: Question) -> Answer:
    """What unequal weights cost."""
    kind, _, columns = question.take("weights").partition(" ")
    names, design = columns.split(", "), _design(question)
    if kind == "rake":
        found = _raked(question, design, names)
    elif kind == "poststratify":
        found = _poststratified(question, design, names)
    else:
        raise NotUnderstoodError(f"weights = {kind!r}")
    effect = found.kish
    values = {name: getattr(effect, name) for name in ("n_eff", "deff_kish", "n", "sum_w", "cv_w")}
    return Answer(values, found.reason)


def _group_means(question: Question, method: Method) -> Answer:
    question.one_of("df", ("n - 1",))
    question.one_of("fpc", ("respondents with a score / N of the group",))
    level, lowest = _level(question), float(question.take("scale_min", 1))
    highest = float(question.take("scale_max", 5))
    nested, columns = "group" in question, question.take("group", [])
    scores, rows = question.score(), question.rows()
    groups = _joined(rows, columns)
    people = _sizes(question, *columns) if "frame_file" in question else {"all": float(question.take("N"))}
    names = sorted(groups.dropna().unique())
    places = groups.map({name: place for place, name in enumerate(names)}).fillna(-1).to_numpy(np.intp)
    moments = group_moments(scores.to_numpy(float), places, len(names))
    population = np.array([people.get(name, np.nan) for name in names])
    found = group_mean_ci(
        *(moments[name] for name in ("mean", "sd", "n")),
        population,
        method=method,
        lowest=lowest,
        highest=highest,
        **level,
    )
    errors = _errors(moments, population, method, highest - lowest)
    # The two kinds of entries say differently that one person has no interval.
    freedom = [n - 1 if n > 1 or method == "t-fpc" else None for n in moments["n"].tolist()]
    values = {
        name: {
            "n": int(moments["n"][place]),
            "N": population[place],
            "mean": moments["mean"][place],
            "se": errors[place],
            "df": freedom[place],
            "lower": found.low[place],
            "upper": found.high[place],
        }
        for place, name in enumerate(names)
    }
    return Answer(values if nested else values["all"])


def _errors(moments: dict[str, Any], population: Any, method: Method, width: float) -> Any:
    """Return standard errors as defined, beside the limits that the package gives."""
    n, variance = np.maximum(moments["n"], 1), np.square(moments["sd"])
    if method.endswith("prior"):
        variance = ((n - 1) * np.nan_to_num(variance) + (width / 4) ** 2) / n
    errors = np.sqrt(variance / n * finite_population_correction(moments["n"], population))
    return np.where(moments["n"] > 1, errors, np.nan)


def _sizes(question: Question, *columns: str) -> dict[str, float]:
    """Return the people of each group, from the frame or from the cells given."""
    if "cells" in question:
        return {name: float(people) for name, people in question.take("cells").items()}
    frame = question.table(question.take("frame_file"))
    rows = question.rows()
    if "wave" in frame and "wave" in rows:
        frame = frame[frame["wave"].isin(rows["wave"].unique())]
    return frame.groupby(_joined(frame, list(columns)))["N"].sum().astype(float).to_dict()


def _joined(rows: pd.DataFrame, columns: list[str]) -> pd.Series:
    if not columns:
        return pd.Series("all", index=rows.index)
    labels = [rows[column].map(label, na_action="ignore") for column in columns]
    return labels[0].str.cat(labels[1:], sep="|")


def _design(question: Question) -> Design:
    base = question.take("base_weight", "N/n, equal")
    drawn = re.fullmatch(BASE, base)
    if not drawn:
        raise NotUnderstoodError(f"base_weight = {base!r}")
    rows = question.rows()
    start = rows[drawn["weight"]].to_numpy(float) if drawn["weight"] else None
    if drawn["strata"]:
        sizes = rows.groupby(drawn["strata"])[drawn["fpc"]].first().to_dict()
        return Design(start, strata=rows[drawn["strata"]].to_numpy(object), population=sizes)
    if "cluster" in question:
        clusters = rows[question.take("cluster")].to_numpy(object)
        return Design(start, clusters=clusters, population=_of_each(question, rows).iloc[0])
    return Design(start, population=question.take("fpc_N"))


def _of_each(question: Question, rows: pd.DataFrame) -> pd.Series:
    """Return the column that says how many could have been drawn."""
    told = re.fullmatch(r"column (\w+)(?: = .+)?", question.take("fpc", ""))
    if not told:
        raise NotUnderstoodError("fpc is no column")
    return rows[told[1]].astype(float)


def _raked(question: Question, design: Design, names: list[str] | None = None) -> Weights:
    margins = question.take("margins", names)
    sizes = margins if isinstance(margins, dict) else {name: _sizes(question, name) for name in margins}
    rows = question.rows()
    groups = {name: rows[name].map(label).to_numpy(object) for name in sizes}
    return rake_weights(groups, sizes, start=design.start)


def _poststratified(question: Question, design: Design, names: list[str] | None = None) -> Weights:
    columns = question.take("strata", names)
    groups = _joined(question.rows(), columns).to_numpy(object)
    return poststratify_weights(groups, _sizes(question, *columns), start=design.start)


def _weights(question: Question, found: Weights) -> Answer:
    rows = question.rows()
    if "frame_file" in question:
        return Answer(_by_person(question, pd.Series(found.values, index=rows.index)), found.reason)
    margins = question.take("margins")
    cells = _joined(rows, list(margins))
    by_cell = dict(zip(cells, found.values.tolist(), strict=True))
    return Answer({"by_cell": by_cell, "sum": float(found.values.sum())}, found.reason)


def _by_person(question: Question, values: pd.Series) -> dict[str, float]:
    rows = question.rows()
    column = next((name for name in PERSON if name in rows), None)
    return dict(zip(rows[column].map(label), values.tolist(), strict=True)) if column else {}


def _arrays(scores: pd.Series, groups: pd.Series) -> tuple[Any, Any]:
    return scores.to_numpy(float), groups.map(label).to_numpy(object)


def _level(question: Question) -> dict[str, float]:
    return {"level": question.take("level", 0.95)}


def _mean(found: WeightedMean) -> dict[str, float]:
    return {"mean": found.mean, "se": found.se, "df": found.df, "lower": found.low, "upper": found.high}


def _answer(found: WeightedMean) -> Answer:
    return Answer(_mean(found), found.reason)


ADAPTERS = {
    "scale_score": score,
    "group_mean_ci": group_mean,
    "group_mean_ci_variance_prior": group_mean_with_prior,
    "stratified_mean_ci": stratified_mean,
    "stratified_total": total,
    "cluster_mean": cluster,
    "weighted_mean_ci": weighted_mean,
    "rake_weights": raked_weights,
    "poststratify_weights": poststratified_weights,
    "kish_n_eff": kish,
}
