"""Who of a workspace's own respondents is in a published group: worked out anew, without the release plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.errors import AllianceError
from alliance_analytics.model.instrument import SCALE_KINDS
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.stages import stage_model
from alliance_analytics.publish.audit.published import OTHERS, Group, PublishedSet
from alliance_analytics.review.counting import Scores
from alliance_analytics.review.labels import labels
from alliance_analytics.review.waves import once
from alliance_analytics.workspace import Workspace

LATER = ("kept", "left")
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Respondents:
    """Those who answered one wave of one alliance. For computing only, never shown."""

    workspace: Workspace
    alliance: str
    wave: str

    @cached_property
    def people(self) -> pd.DataFrame:
        """Person (once a wave), partner, level, link (to the wave before) and later (to the one after)."""
        answered, waves = self.responses, self.workspace.waves(self.alliance)
        place, person = waves.index(self.wave), once(self.responses["person"])
        link = self._linked(person, waves[place - 1] if place else "", ("stayed", "joined"))
        later = self._linked(person, next(iter(waves[place + 1 :]), ""), ("kept", "left"))
        return answered[["partner", "level"]].assign(person=person, link=link, later=later)

    @cached_property
    def responses(self) -> pd.DataFrame:
        """Answers as the workspace reads them."""
        return self.workspace.responses(self.alliance, self.wave)

    @cached_property
    def scores(self) -> Scores:
        """Scores on every scale; kind *item* holds the answers."""
        return Scores(self.responses, self.workspace.instrument(self.alliance, self.wave))

    def _linked(self, person: pd.Series, wave: str, words: tuple[str, str]) -> pd.Series:
        """Return the first word for who answered the other wave too, the second for who did not; else ''."""
        link = pd.Series("", index=person.index, dtype=object)
        others = self._persons(wave) if wave else pd.Series(dtype=object)
        known = person.notna() & bool(len(others))
        both = person.isin(others)
        return link.mask(known & both, words[0]).mask(known & ~both, words[1])

    def _persons(self, wave: str) -> pd.Series:
        """Return who surely answered another wave, nobody where it cannot be read."""
        try:
            return once(self.workspace.responses(self.alliance, wave)["person"]).dropna()
        except AllianceError:
            return pd.Series(dtype=object)

    @cached_property
    def names(self) -> dict[tuple[str, str], str]:
        """Kind and name of a scale, or *level* and name of a level, to its id; in every language."""
        asked = self.workspace.instrument(self.alliance, self.wave)
        found: dict[tuple[str, str], str] = {}
        for language in LANGUAGES:
            called = labels(asked, stage_model().fitted_to(asked), language)
            for kind in SCALE_KINDS:
                found |= {(kind, _plain(text)): name for name, text in called.of(kind).items()}
            found |= {("level", _plain(text)): name for name, text in called.levels.items()}
        return found

    def counted(self, published: PublishedSet) -> Flags | None:
        """Return who is behind a published number; None where the group or the scale is unknown here."""
        scale = self.names.get((published.kind, _plain(published.scale)))
        inside = self._members(published.group)
        if scale is None or inside is None or scale not in self.scores[published.kind]:
            return None
        return np.asarray(inside & self.scores[published.kind][scale].notna().to_numpy())

    def scale_of(self, published: PublishedSet) -> str:
        """Return the id of the scale of a published number that is counted here."""
        return self.names[published.kind, _plain(published.scale)]

    def _members(self, group: Group) -> Flags | None:
        partner, level, link = group
        inside = np.ones(len(self.people), dtype=bool)
        if partner:
            theirs = self.people["partner"].eq(partner.removeprefix(OTHERS)).to_numpy()
            inside &= ~theirs if partner.startswith(OTHERS) else theirs
        if level:
            inside &= self.people["level"].eq(self.names.get(("level", _plain(level)), level)).to_numpy()
        if link:
            inside &= self.people["later" if link in LATER else "link"].eq(link).to_numpy()
        return inside if inside.any() else None


def respondents_by_name(workspace: Workspace) -> dict[tuple[str, str], Respondents]:
    """Return the respondents of each wave, by the names of alliance and wave that a reader sees."""
    found: dict[tuple[str, str], Respondents] = {}
    for alliance in workspace.alliances:
        for wave in workspace.waves(alliance):
            respondents = Respondents(workspace, alliance, wave)
            titles = {workspace.title(alliance, language) for language in LANGUAGES}
            found |= {(_plain(title), _plain(wave)): respondents for title in {alliance, *titles}}
    return found


def by_wave(
    sets: Iterable[PublishedSet], known: Mapping[tuple[str, str], Respondents]
) -> Iterator[tuple[Respondents | None, list[PublishedSet]]]:
    """Yield the published sets of each wave, with its respondents, or None where nobody knows them."""
    waves: dict[tuple[str, str], list[PublishedSet]] = {}
    for each in sets:
        waves.setdefault((_plain(each.alliance), _plain(each.wave)), []).append(each)
    for name, members in waves.items():
        yield known.get(name), members


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
