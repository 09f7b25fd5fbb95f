"""Frequent given names: what tells a column of people from one of partners, places or products."""

from __future__ import annotations

from functools import cache

from alliance_analytics.model.loading import packaged

FILE = "given_names.txt"


@cache
def given_names() -> frozenset[str]:
    """Return the names, in plain spelling."""
    lines = packaged(FILE).read_text(encoding="utf-8").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())
