"""Who of a workspace's own respondents is in a published group: worked out anew, without the release plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.instrument import SCALE_KINDS
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.stages import stage_model
from alliance_analytics.publish.audit.published import OTHERS, Group, PublishedSet
from alliance_analytics.review.labels import labels
from alliance_analytics.workspace import Workspace

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Respondents:
    """Those who answered one wave of one alliance. For computing only, never shown."""

    workspace: Workspace
    alliance: str
    wave: str

    @cached_property
    def people(self) -> pd.DataFrame:
        """Partner, level and link of each."""
        answered = self.workspace.responses(self.alliance, self.wave)
        waves = self.workspace.waves(self.alliance)
        place = waves.index(self.wave)
        person = answered["person"].where(~answered["person"].duplicated(keep=False))
        link = pd.Series("", index=answered.index, dtype=object)
        if place:
            before = self.workspace.responses(self.alliance, waves[place - 1])["person"]
            earlier = before[~before.duplicated(keep=False)].dropna()
            known = person.notna() & bool(len(earlier))
            link = link.mask(known & person.isin(earlier), "stayed").mask(
                known & ~person.isin(earlier), "joined"
            )
        return answered[["partner", "level"]].assign(link=link)

    @cached_property
    def scored(self) -> dict[tuple[str, str], Flags]:
        """Kind and id of a scale to who has a score on it."""
        answered = self.workspace.responses(self.alliance, self.wave)
        asked = self.workspace.instrument(self.alliance, self.wave)
        tables = {
            kind: score_scales(answered, asked.scales(kind), asked.turned, asked.points)
            for kind in SCALE_KINDS
        }
        return {
            (kind, str(name)): table[name].notna().to_numpy()
            for kind, table in tables.items()
            for name in table.columns
        }

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
        if scale is None or inside is None or (published.kind, scale) not in self.scored:
            return None
        return np.asarray(inside & self.scored[published.kind, scale])

    def _members(self, group: Group) -> Flags | None:
        partner, level, link = group
        inside = np.ones(len(self.people), dtype=bool)
        if partner:
            theirs = self.people["partner"].eq(partner.removeprefix(OTHERS)).to_numpy()
            inside &= ~theirs if partner.startswith(OTHERS) else theirs
        if level:
            inside &= self.people["level"].eq(self.names.get(("level", _plain(level)), level)).to_numpy()
        if link:
            inside &= self.people["link"].eq(link).to_numpy()
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
