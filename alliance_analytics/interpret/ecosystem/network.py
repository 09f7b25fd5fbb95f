"""Alliances, their partners and whoever those are tied to, as one network.

Two kinds of node: an alliance and a party. A party is tied to the alliances it takes part in, and to other
parties on which its work rests.
"""

from __future__ import annotations

import networkx as nx
import pandas as pd

ALLIANCE, PARTY = "alliance", "party"
PARTY_COLUMNS = ["party", "alliances", "ties", "single_point", "cut_off"]


def network(members: pd.DataFrame, links: pd.DataFrame) -> nx.Graph:
    """Return the network.

    Parameters
    ----------
    members : frame
        Columns alliance and partner: who takes part in what.
    links : frame
        Columns partner and tied_to: which party rests on which other.

    Returns
    -------
    Graph
        Nodes are pairs of kind (``ALLIANCE`` or ``PARTY``) and name, so that an alliance and a partner of the
        same name stay two.
    """
    graph = nx.Graph()
    for alliance, partner in zip(members["alliance"], members["partner"], strict=True):
        graph.add_edge((ALLIANCE, alliance), (PARTY, partner))
    for partner, other in zip(links["partner"], links["tied_to"], strict=True):
        if partner != other:
            graph.add_edge((PARTY, partner), (PARTY, other))
    return graph


def parties(graph: nx.Graph) -> pd.DataFrame:
    """Return one row a party, those that matter to most alliances first.

    Returns
    -------
    frame
        Columns of ``PARTY_COLUMNS``: in how many ``alliances`` it takes part, to how many other parties it
        has ``ties``, whether it is a ``single_point`` (without it the network falls apart), and how many
        nodes would then be ``cut_off`` from the largest part that is left of its own.
    """
    points = set(nx.articulation_points(graph))
    rows = [
        (
            name,
            sum(kind_of_other == ALLIANCE for kind_of_other, _ in graph[(kind, name)]),
            sum(kind_of_other == PARTY for kind_of_other, _ in graph[(kind, name)]),
            (kind, name) in points,
            _cut_off(graph, (kind, name)) if (kind, name) in points else 0,
        )
        for kind, name in graph
        if kind == PARTY
    ]
    table = pd.DataFrame(rows, columns=PARTY_COLUMNS)
    return table.sort_values(
        ["alliances", "ties", "party"], ascending=[False, False, True], kind="stable", ignore_index=True
    )


def _cut_off(graph: nx.Graph, node: tuple[str, str]) -> int:
    own = graph.subgraph(nx.node_connected_component(graph, node) - {node})
    sizes = sorted(len(part) for part in nx.connected_components(own))
    return sum(sizes[:-1])
