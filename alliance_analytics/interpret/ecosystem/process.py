"""The alliance's own process from end to end: steps, their owners, and hand-overs from one to the next.

A hand-over runs forward. Work that comes back is told as coming back: a circle among forward hand-overs has
no beginning, and nobody can find their place on such a map.
"""

from __future__ import annotations

import networkx as nx
import pandas as pd

HAND_OVER_COLUMNS = ["step", "next", "crosses", "returns"]
PLACED_COLUMNS = ["step", "name", "owner", "column", "lane"]


def hand_overs(steps: pd.DataFrame) -> pd.DataFrame:
    """Return one row a hand-over.

    Parameters
    ----------
    steps : frame
        Columns step, owner, next and back_to (tuples of steps).

    Returns
    -------
    frame
        Columns of ``HAND_OVER_COLUMNS``: ``crosses`` says that the owner changes, ``returns`` that work comes
        back. Hand-overs to steps that do not exist are left out.
    """
    owner = dict(zip(steps["step"], steps["owner"], strict=True))
    rows = [
        (row["step"], other, row["owner"] != owner[other], returns)
        for row in steps.to_dict("records")
        for column, returns in (("next", False), ("back_to", True))
        for other in row[column]
        if other in owner
    ]
    return pd.DataFrame(rows, columns=HAND_OVER_COLUMNS).astype({"crosses": bool, "returns": bool})


def first_circle(steps: pd.DataFrame) -> tuple[str, ...]:
    """Return a circle among forward hand-overs: its steps in order from the one told first, or ().

    One at a time, for a dense register has more circles than anybody could list.
    """
    try:
        found = nx.find_cycle(_forward(steps))
    except nx.NetworkXNoCycle:
        return ()
    order = {step: place for place, step in enumerate(steps["step"])}
    circle = [edge[0] for edge in found]
    first = circle.index(min(circle, key=order.__getitem__))
    return (*circle[first:], *circle[:first])


def placed_steps(steps: pd.DataFrame) -> pd.DataFrame:
    """Return where each step stands on a map: how far along, and in whose lane.

    Parameters
    ----------
    steps : frame
        Columns step, name, owner, next and back_to, without circles among ``next``.

    Returns
    -------
    frame
        Columns of ``PLACED_COLUMNS``. ``column`` is 0 for a step that nothing comes before and else one more
        than the last step before it; ``lane`` numbers owners in the order of the file.

    Raises
    ------
    networkx.NetworkXUnfeasible
        If hand-overs run in a circle: take it out first.
    """
    graph = _forward(steps)
    columns: dict[str, int] = {}
    for step in nx.topological_sort(graph):
        columns[step] = max((columns[before] + 1 for before in graph.predecessors(step)), default=0)
    lanes = {owner: place for place, owner in enumerate(dict.fromkeys(steps["owner"]))}
    return steps.assign(column=steps["step"].map(columns), lane=steps["owner"].map(lanes))[PLACED_COLUMNS]


def _forward(steps: pd.DataFrame) -> nx.DiGraph:
    table = hand_overs(steps)
    graph = nx.DiGraph()
    graph.add_nodes_from(steps["step"])
    graph.add_edges_from(table.loc[~table["returns"], ["step", "next"]].itertuples(index=False, name=None))
    return graph
