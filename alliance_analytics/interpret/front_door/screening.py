"""Relations at the front door that are no alliance: what speaks against it, and what fits better."""

from __future__ import annotations

from collections.abc import Mapping

from alliance_analytics.model.formation import Formation
from alliance_analytics.model.front_door import FrontDoor

SHARED = ("shared_risk", "shared_reward")


def lacking(facts: Mapping[str, str | None], model: Formation) -> tuple[str, ...]:
    """Return what a relation lacks to be an alliance: *shared_risk*, *shared_reward*, or ids of conditions.

    Parameters
    ----------
    facts : mapping
        Column of the register to *yes*, *no* or None; a condition stands under its id with underscores.
    model : Formation
        The four conditions.
    """
    conditions = [condition.id for condition in model.conditions]
    shared = [name for name in SHARED if facts.get(name) == "no"]
    return (*shared, *(each for each in conditions if facts.get(each.replace("-", "_")) == "no"))


def likelier_forms(missing: tuple[str, ...], door: FrontDoor, model: Formation) -> tuple[str, ...]:
    """Return the forms that fit better, those named by most of what is missing first; none when nothing is.

    Parameters
    ----------
    missing : tuple of str
        As from :func:`lacking`.
    door : FrontDoor
        Names the forms without shared risk and reward.
    model : Formation
        Names the forms without one of the four conditions.
    """
    named = {condition.id: condition.otherwise for condition in model.conditions}
    votes: dict[str, int] = {}
    for each in missing:
        for form in door.sharing.otherwise if each in SHARED else named[each]:
            votes[form] = votes.get(form, 0) + 1
    return tuple(sorted(votes, key=lambda form: -votes[form]))
