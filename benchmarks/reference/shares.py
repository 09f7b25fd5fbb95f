"""Adapters: shares of people, and how answers are spread."""

from __future__ import annotations

from alliance_analytics.measure.distributions import likert_distribution
from alliance_analytics.measure.proportions import top_box, wilson_interval
from benchmarks.reference.comparing import Answer
from benchmarks.reference.questions import Question


def wilson(question: Question) -> Answer:
    """Wilson's limits of a count."""
    k, n = question.take("k"), question.take("n")
    found = wilson_interval(k, n, level=question.take("level", 0.95))
    share = k / n if n else None
    limits = {"lower": float(found.low), "upper": float(found.high)}
    return Answer({"proportion": share, **limits}, "" if n else "no_answers")


def highest(question: Question) -> Answer:
    """Share of the highest options."""
    item = question.take("item")
    question.one_of("interval", ("wilson",))
    answers = question.turned([item])[item].to_numpy()
    found = top_box(
        answers,
        top=question.take("top"),
        scale_max=question.take("scale_max"),
        level=question.take("level", 0.95),
    )
    limits = {"lower": found.low, "upper": found.high}
    return Answer({"k": found.count, "n": found.n, "proportion": found.estimate, **limits}, found.reason)


def likert(question: Question) -> Answer:
    """Counts, shares, mean, spread and median of each item."""
    answers = question.answers()
    low, high = question.take("scale_min"), question.take("scale_max")
    spread = {
        item: likert_distribution(answers[item].to_numpy(), scale_min=low, scale_max=high) for item in answers
    }
    values = {
        item: {
            "counts": list(found.counts),
            "percent_valid": [100 * share for share in found.shares],
            "n_valid": found.n,
            "n_missing": found.dont_know + found.not_answered,
            "mean": found.mean,
            "sd": found.sd,
            "median": found.median,
        }
        for item, found in spread.items()
    }
    return Answer(values, next((found.reason for found in spread.values()), ""))


ADAPTERS = {"wilson_interval": wilson, "top_box": highest, "likert_distribution": likert}
