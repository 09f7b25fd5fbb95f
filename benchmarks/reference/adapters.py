"""Which adapter answers for which statistic: one module a family, named here."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.reference import agreement, coders, differences, means, reliability, shares
from benchmarks.reference.comparing import Answer
from benchmarks.reference.questions import Question

FAMILIES = (means, reliability, agreement, differences, coders, shares)

ADAPTERS: dict[str, Callable[[Question], Answer]] = {
    statistic: adapter for family in FAMILIES for statistic, adapter in family.ADAPTERS.items()
}
