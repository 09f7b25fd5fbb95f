"""What a folder of reference values holds: entries, and the tables they were computed from."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Kind = Literal["abs", "rel"]


@dataclass(frozen=True)
class Tolerance:
    """How far a number may be off: by ``size``, or by that share of the reference."""

    size: float
    kind: Kind = "abs"

    def used(self, found: float, expected: float) -> float:
        """Return the share of the tolerance that the difference takes; up to 1 is within."""
        allowed = self.size * (abs(expected) if self.kind == "rel" else 1)
        difference = abs(found - expected)
        return difference / allowed if allowed else float("inf") if difference else 0.0


@dataclass(frozen=True)
class Entry:
    """One answer computed elsewhere, and everything needed to compute it again.

    ``published`` holds the numbers as printed, by their path into ``value``.
    """

    id: str
    dataset: str | None
    statistic: str
    arguments: dict[str, Any]
    value: Any
    tolerance: Tolerance
    published: dict[str, str] = field(default_factory=dict)


def read_entries(folder: Path) -> list[Entry]:
    """Return the entries of ``reference.json`` in a folder."""
    text = (folder / "reference.json").read_text(encoding="utf-8")
    return [_entry(each) for each in json.loads(text)]


def _entry(each: dict[str, Any]) -> Entry:
    return Entry(
        id=each["id"],
        dataset=each["dataset"],
        statistic=each["statistic"],
        arguments=each["arguments"],
        value=each["value"],
        tolerance=Tolerance(each["tolerance"], each["tolerance_kind"]),
        published=each.get("published", {}).get("value", {}),
    )
