"""What was typed at *other*, where a column is named after the question that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alliance_analytics.intake.platforms.base import Column

OTHER = "_other"


def with_others_beside(columns: Sequence[Column]) -> list[Column]:
    """Return the columns, each ``<name>_other`` as the text beside the answer called ``<name>``."""
    places = {column.name: place for place, column in enumerate(columns) if column.role == "answer"}
    owners = [places.get(c.name.removesuffix(OTHER)) if c.name.endswith(OTHER) else None for c in columns]
    return [
        replace(column, role="other_text", beside=owner)
        if owner is not None and column.role == "answer"
        else column
        for column, owner in zip(columns, owners, strict=True)
    ]
