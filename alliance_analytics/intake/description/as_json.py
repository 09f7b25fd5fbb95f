"""A description as plain values, under the keys that docs/intake.md promises."""

from __future__ import annotations

from typing import Any

from alliance_analytics.intake.description.described import DescribedColumn, Description, Problem, Scale


def as_json(description: Description) -> dict[str, Any]:
    """Return a description as values that JSON can hold."""
    return {
        "platform": description.platform,
        "encoding": description.encoding,
        "delimiter": description.delimiter,
        "header_records": description.header_records,
        "records": description.records,
        "people": description.people,
        "responses": description.responses,
        "excluded": [
            {"reason": reason, "count": count} for reason, count in sorted(description.excluded.items())
        ],
        "columns": [_column(column) for column in description.columns],
        "problems": [_problem(problem) for problem in description.problems],
    }


def _column(column: DescribedColumn) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "text": column.text, "role": column.role}
    if column.scale:
        found["scale"] = _scale(column.scale)
    return found | ({"item": column.item} if column.item else {})


def _scale(scale: Scale) -> dict[str, Any]:
    return {
        "labels": list(scale.labels),
        "points": scale.points,
        "direction": scale.direction,
        "missing_codes": list(scale.missing_codes),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "found": problem.found,
        "allowed": problem.allowed,
        "action": problem.action,
    }
