"""Tables whose caption explains *hidden* where the word stands in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from alliance_analytics.publish.exhibit import Table
from alliance_analytics.publish.wording import Words


def shown_table(
    say: Words,
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[int] = (),
) -> Table:
    """Return a table of cells that are text already.

    Parameters
    ----------
    say : callable
        The sentences of the review.
    caption : str
        What the table holds.
    header, rows, numeric
        See :class:`~alliance_analytics.publish.exhibit.Table`.
    """
    cells = {cell for row in rows for cell in row}
    whole = f"{caption}. {say('hidden_key')}" if say("hidden") in cells else caption
    return Table(whole, tuple(header), tuple(tuple(row) for row in rows), tuple(numeric))
