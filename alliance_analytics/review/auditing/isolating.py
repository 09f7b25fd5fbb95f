"""Which published groups together tell about few of a workspace's own respondents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from alliance_analytics.publish.audit.attack import fewest_isolated
from alliance_analytics.publish.audit.finding import Finding, place_shown
from alliance_analytics.publish.audit.published import PublishedSet
from alliance_analytics.review.auditing.groups import Flags, Respondents, by_wave, respondents_by_name
from alliance_analytics.workspace import Workspace

COMBINED = "few people by combining what is shown"
Unchecked = str


def isolating(sets: Iterable[PublishedSet], workspace: Workspace, few: int) -> Iterator[Finding | Unchecked]:
    """Yield a finding for each scale on which fewer people than ``few`` are told about; a text for a doubt.

    Parameters
    ----------
    sets : iterable of PublishedSet
        What was published, in all files together.
    workspace : Workspace
        Whose respondents they are.
    few : int
        Least number of people that may be told about.
    """
    for respondents, members in by_wave(sets, respondents_by_name(workspace)):
        if respondents is None:
            yield f"{place_shown(members[0].file)}: an alliance or a wave that the workspace does not hold."
        else:
            yield from _in_wave(respondents, members, few)


def _in_wave(
    respondents: Respondents, members: list[PublishedSet], few: int
) -> Iterator[Finding | Unchecked]:
    rows: dict[tuple[str, str], dict[bytes, tuple[Flags, PublishedSet]]] = {}
    strange = set()
    for each in members:
        people = respondents.counted(each)
        if people is None or int(people.sum()) != each.n:
            strange.add(each.file)
        else:
            rows.setdefault((each.kind, each.scale), {})[people.tobytes()] = (people, each)
    for file in sorted(strange):
        yield (
            f"{place_shown(file)}: numbers of groups or people that the workspace does not give;"
            " checked by arithmetic only."
        )
    yield from _told(rows, few)


def _told(
    rows: dict[tuple[str, str], dict[bytes, tuple[Flags, PublishedSet]]], few: int
) -> Iterator[Finding | Unchecked]:
    solved: dict[bytes, tuple[int, bool]] = {}
    for (kind, _), found in rows.items():
        sets = [people.astype(float) for people, _ in found.values()]
        key = np.array(sets).tobytes()
        if key not in solved:
            solved[key] = fewest_isolated([[*people] for people in sets], few)
        people, whole = solved[key]
        where = next(iter(found.values()))[1]
        if people:
            shape = f"{people} people, on one {kind}"
            yield Finding(where.file, place_shown(where.inside), COMBINED, shape)
        elif not whole:
            yield f"{place_shown(where.file)}: not every combination of groups could be tried."
