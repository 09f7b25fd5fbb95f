"""Which published numbers together tell about few of a workspace's own respondents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alliance_analytics.intake.record_marks import PastReleases
from alliance_analytics.publish.audit.attack import fewest_isolated
from alliance_analytics.publish.audit.finding import Finding, place_shown
from alliance_analytics.publish.audit.published import PublishedSet
from alliance_analytics.review.auditing.equations import Equations
from alliance_analytics.review.auditing.groups import Flags, Respondents, by_wave, respondents_by_name
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.ledger import open_ledger

COMBINED = "few people by combining what is shown"
EARLIER = "few people by combining what is shown with earlier releases"
NO_LEDGER = "Earlier releases of the same waves: without a key that lasts there is no ledger to know them by."
Unchecked = str
Counted = tuple[PublishedSet, Flags]
Groups = dict[tuple[str, str], dict[bytes, Flags]]
"""Scale to the different sets of people behind its numbers."""


def isolating(sets: Iterable[PublishedSet], workspace: Workspace, few: int) -> Iterator[Finding | Unchecked]:
    """Yield a finding for each wave of which fewer people than ``few`` are told about; a text for a doubt.

    All scales and groups of a wave are combined, and with them what the ledger says was shown of it before.

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
    if not open_ledger(workspace).key:
        yield NO_LEDGER


def _in_wave(
    respondents: Respondents, members: list[PublishedSet], few: int
) -> Iterator[Finding | Unchecked]:
    counted, strange = list[Counted](), set[str]()
    for each in members:
        people = respondents.counted(each)
        if people is None or each.n not in (0, int(people.sum())):
            strange.add(each.file)
        else:
            counted.append((each, people))
    for file in sorted(strange):
        yield (
            f"{place_shown(file)}: numbers of groups or people that the workspace does not give;"
            " checked by arithmetic only."
        )
    if counted:
        yield from _told(respondents, counted, few)


def _told(respondents: Respondents, counted: list[Counted], few: int) -> Iterator[Finding | Unchecked]:
    """Yield what numbers of one wave tell: on one scale, on all together, or beside earlier releases."""
    first = counted[0][0]
    groups: Groups = {}
    for each, people in counted:
        scale = each.kind, respondents.scale_of(each)
        groups.setdefault(scale, {}).setdefault(people.tobytes(), people)
    told, whole = _on_one_scale(respondents, groups, few)
    kind = COMBINED
    if not told:
        past, ever = _earlier(respondents), _taken(respondents, groups)
        ever.take_earlier(past)
        told, whole = fewest_isolated(*ever.matrix, few)
        if told and past.releases and not fewest_isolated(*_taken(respondents, groups).matrix, few)[0]:
            kind = EARLIER
    if told:
        shape = f"{told} people, in wave {first.wave}"
        yield Finding(first.file, place_shown(first.inside), kind, shape)
    elif not whole:
        file = place_shown(first.file)
        yield f"{file}: of sets of several people in wave {first.wave} only the likeliest were tried."


def _on_one_scale(respondents: Respondents, groups: Groups, few: int) -> tuple[int, bool]:
    """Return what comes of each scale alone; where the same people stand behind two, one says it of both."""
    different = {frozenset(people): {scale: people} for scale, people in groups.items()}
    found = (fewest_isolated(*_taken(respondents, one).matrix, few) for one in different.values())
    return next((each for each in found if each[0]), (0, True))


def _taken(respondents: Respondents, groups: Groups) -> Equations:
    equations = Equations(respondents)
    for scale, different in groups.items():
        for people in different.values():
            equations.take(*scale, people)
    return equations


def _earlier(respondents: Respondents) -> PastReleases:
    ledger = open_ledger(respondents.workspace)
    return ledger.earlier(respondents.alliance, respondents.wave)
