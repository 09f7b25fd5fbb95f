"""Who takes part in which alliance, and who rests on whom: ``partners`` and ``links`` of a workspace.

Partners that ``alliance.yml`` names count as well, with their other spellings. Any further pair of names that
looks like one is told, and kept apart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from alliance_analytics.workspace.folder import Workspace
from alliance_analytics.workspace.registers.columns import Column, Problems, Register
from alliance_analytics.workspace.registers.of_workspace import alliance_column, of_known, register_in
from alliance_analytics.workspace.registers.spellings import first_places, two_spellings

PARTNERS, LINKS = "partners", "links"
MEMBER_COLUMNS = ["alliance", "partner", "place"]
LINK_COLUMNS = ["partner", "tied_to", "about", "place"]


def ecosystem(
    workspace: Workspace, alliances: Collection[str], known: pd.DataFrame
) -> tuple[Register, Register]:
    """Return who takes part in what, and who is tied to whom.

    Parameters
    ----------
    workspace : Workspace
        Where the files are.
    alliances : collection of str
        Names of all alliances there are; an entry for another is left out, and named.
    known : frame
        Columns alliance, partner and place: partners that another register names.

    Returns
    -------
    tuple of Register
        The first with columns alliance, partner and place; the second with partner, tied_to, about (None
        where not told) and place. A pair of names that may be one is a problem of the first.
    """
    declared, variants = _declared(workspace)
    own = of_known(register_in(workspace.root, PARTNERS, _partner_columns()), alliances)
    links = register_in(workspace.root, LINKS, _link_columns())
    members = pd.concat([declared, known, own.rows[MEMBER_COLUMNS]], ignore_index=True)[MEMBER_COLUMNS]
    members = members.dropna(subset=["partner"])
    members = members.assign(partner=_spelled(members["partner"], variants))
    ties = links.rows.dropna(subset=["tied_to"])
    ties = ties.assign(
        partner=_spelled(ties["partner"], variants), tied_to=_spelled(ties["tied_to"], variants)
    )
    problems = (*own.problems, *_alike(members, ties))
    whole = members.drop_duplicates(["alliance", "partner"], ignore_index=True)
    return Register(whole, problems), Register(ties[LINK_COLUMNS].reset_index(drop=True), links.problems)


def _partner_columns() -> tuple[Column, ...]:
    return alliance_column(), Column("partner", wanted="Name the partner.")


def _link_columns() -> tuple[Column, ...]:
    return (
        Column("partner", others=("from", "van"), wanted="Name the party."),
        Column("tied_to", others=("to", "met", "naar"), wanted="Name the party it is tied to."),
        Column("about", others=("waarover",)),
    )


def _declared(workspace: Workspace) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the partners that settings name, and each other spelling to its name."""
    rows: list[tuple[str, str, str]] = []
    variants: dict[str, str] = {}
    for alliance in workspace.alliances:
        for partner in workspace.alliance_settings(alliance).partners:
            rows.append((alliance, partner.name, f"{alliance}/alliance.yml, partners"))
            variants |= dict.fromkeys(partner.variants, partner.name)
    return pd.DataFrame(rows, columns=MEMBER_COLUMNS, dtype=object), variants


def _spelled(names: pd.Series, variants: Mapping[str, str]) -> pd.Series:
    return names.map(lambda name: variants.get(name, name))


def _alike(members: pd.DataFrame, ties: pd.DataFrame) -> Problems:
    pairs = [
        *zip(members["partner"], members["place"], strict=True),
        *zip(ties["partner"], ties["place"], strict=True),
        *zip(ties["tied_to"], ties["place"], strict=True),
    ]
    places = first_places((str(name), str(place)) for name, place in pairs if isinstance(name, str))
    return two_spellings(places)
