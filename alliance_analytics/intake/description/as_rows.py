"""A description as rows of a table, a row a column of the file and a row a problem."""

from __future__ import annotations

from alliance_analytics.intake.description.described import DescribedColumn, Description, Scale

LONGEST = 48


def summary_of(description: Description) -> list[tuple[str, str]]:
    """Return what the file is and how many records it holds, as pairs of a name and a value."""
    delimiter = {"\t": "tab"}.get(description.delimiter, description.delimiter)
    excluded = ", ".join(f"{count} {reason}" for reason, count in sorted(description.excluded.items()))
    return [
        ("platform", description.platform),
        ("encoding", f"{description.encoding}{f', delimiter {delimiter}' if delimiter else ''}"),
        ("header records", str(description.header_records)),
        ("records", str(description.records)),
        ("people", str(description.people)),
        ("responses", f"{description.responses}{f' (left out: {excluded})' if excluded else ''}"),
    ]


def column_rows(description: Description) -> list[dict[str, str]]:
    """Return one row a column."""
    return [_row(column) for column in description.columns]


def problem_rows(description: Description) -> list[dict[str, str]]:
    """Return one row a problem; those that differ in nothing but the column stand together."""
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for problem in description.problems:
        where = (
            f"record {problem.row}, {problem.column}" if problem.row and problem.column else problem.column
        )
        where = where or (f"record {problem.row}" if problem.row else "the file")
        grouped.setdefault((problem.found, problem.allowed, problem.action), []).append(where)
    return [
        {"where": _several(places), "found": found, "allowed": _shortened(allowed), "action": action}
        for (found, allowed, action), places in grouped.items()
    ]


def _row(column: DescribedColumn) -> dict[str, str]:
    scale = column.scale
    return {
        "column": _shortened(column.name),
        "role": column.role,
        "item": column.item,
        "points": str(scale.points or "?") if scale else "",
        "direction": scale.direction if scale else "",
        "labels, low to high": _labels(scale) if scale else "",
        "no answer": ", ".join(scale.missing_codes) if scale else "",
    }


def _labels(scale: Scale) -> str:
    labels = scale.labels
    return " < ".join(labels) if len(labels) <= 2 else f"{labels[0]} < ... < {labels[-1]}"


def _several(places: list[str]) -> str:
    first = _shortened(places[0])
    return first if len(places) == 1 else f"{first} and {len(places) - 1} more"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
