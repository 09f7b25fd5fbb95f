"""Partner interconnectivity as it was rated at the front door, beside what the network shows.

The criterion asks on how many other collaborations a partner rests. The network counts those that are known:
a partner who never told its ties looks freer than it is, and that is said wherever the two differ.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np
import pandas as pd

from alliance_analytics.interpret.ecosystem.network import ALLIANCE, PARTY

ALIKE, RATED_LOW, RATED_HIGH, UNRATED = "alike", "rated_low", "rated_high", "unrated"
CONNECTED_COLUMNS = ["alliance", "partners", "beyond", "rated", "verdict"]


def interconnectivity(graph: nx.Graph, rated: Mapping[str, float], *, high_from: float) -> pd.DataFrame:
    """Return one row an alliance, the most connected first.

    Parameters
    ----------
    graph : Graph
        As from :func:`~alliance_analytics.interpret.ecosystem.network.network`.
    rated : mapping
        Alliance to its rating on partner interconnectivity; one that is absent was not rated.
    high_from : float
        The rating from which it counts as high.

    Returns
    -------
    frame
        Columns of ``CONNECTED_COLUMNS``. ``beyond`` counts other alliances and parties that its ``partners``
        are tied to. ``verdict`` is "rated_low" where the network shows more than the middle alliance and the
        rating is not high, "rated_high" the reverse, "alike" or "unrated" (our convention).
    """
    names = [name for kind, name in graph if kind == ALLIANCE]
    counts = [_beyond(graph, (ALLIANCE, name)) for name in names]
    middle = float(np.median([beyond for _, beyond in counts])) if counts else 0.0
    rows = [
        (name, partners, beyond, rating, _verdict(beyond > middle, rating, high_from))
        for name, (partners, beyond) in zip(names, counts, strict=True)
        for rating in [rated.get(name, float("nan"))]
    ]
    table = pd.DataFrame(rows, columns=CONNECTED_COLUMNS)
    return table.sort_values(
        ["beyond", "alliance"], ascending=[False, True], kind="stable", ignore_index=True
    )


def _beyond(graph: nx.Graph, alliance: tuple[str, str]) -> tuple[int, int]:
    own = {node for node in graph[alliance] if node[0] == PARTY}
    others = {other for partner in own for other in graph[partner]}
    return len(own), len(others - own - {alliance})


def _verdict(many: bool, rating: float, high_from: float) -> str:
    if np.isnan(rating):
        return UNRATED
    high = rating >= high_from
    if many == high:
        return ALIKE
    return RATED_LOW if many else RATED_HIGH
