"""Adapter: agreement of coders."""

from __future__ import annotations

import numpy as np

from alliance_analytics.measure.coders import krippendorff_alpha
from benchmarks.reference.comparing import Answer
from benchmarks.reference.questions import Question

METRICS = ("nominal", "ordinal", "interval", "ratio")


def krippendorff(question: Question) -> Answer:
    """Alpha of a table of coders by units, or of long data."""
    metric = question.one_of("metric", METRICS)
    found = krippendorff_alpha(_table(question), metric, draws=0)
    values = {"alpha": found.estimate, "n_pairable": found.codes, "n_units": found.n}
    return Answer(values, found.reason)


def _table(question: Question) -> np.ndarray:
    if "data" in question:
        data = np.array(question.take("data"), dtype=object)
        return (
            data
            if question.one_of("layout", ("coders x units", "units x coders")).startswith("c")
            else data.T
        )
    unit, coder, value = (question.take(name) for name in ("unit", "coder", "value"))
    rows = question.rows()
    kept = rows[~rows[unit].isin(question.take("drop_units", []))]
    return kept.drop_duplicates([coder, unit]).pivot(index=coder, columns=unit, values=value).to_numpy(object)


ADAPTERS = {"krippendorff_alpha": krippendorff}
