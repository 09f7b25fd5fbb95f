"""What earlier releases of the same wave showed, as sums over the same people.

A report made again after a late answer is one more published number about nearly the same people: the two
together may tell about the one who came. So what was shown before stands in the algebra as given. A record is
known by its mark (:mod:`~alliance_analytics.intake.record_marks`); a corrected record is another one of the
same person, so each of the two counts for half a person, and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from alliance_analytics.intake.record_marks import (
    NONE,
    OWNER,
    RECORD,
    PastRelease,
    PastReleases,
    record_marks,
)
from alliance_analytics.publish.catalogue import GROUP, OTHERS, Catalogue
from alliance_analytics.publish.disclosure import Floats, Integers
from alliance_analytics.publish.witnesses import Flags, Scale, Statements, Witnesses

HALVES = 2
LATER = ("kept", "left")
"""Those who also answered the next wave, and those who did not."""


@dataclass(frozen=True)
class Sets:
    """People of one scale that nothing tells apart, now or in an earlier release.

    Attributes
    ----------
    atoms_now : array of int
        Atom of the catalogue that each set belongs to (0 where it holds nobody of now).
    now : array of float
        1 where the set holds people of now.
    sizes : array of int
        People who protect, in units of ``1 / units`` person.
    units : int
        2 where corrected records count by halves.
    given : tuple of array
        What was shown before, one row a group.
    """

    atoms_now: Integers
    now: Floats
    sizes: Integers
    units: int
    given: tuple[Floats, ...]


@dataclass(frozen=True)
class Before:
    """The earlier releases of one wave, beside its records of now.

    Attributes
    ----------
    releases : tuple of PastRelease
        Those that what is shown now is held against.
    marks : frame
        Of the records of now.
    repeated : tuple of PastRelease
        Those that showed of the very same records, under the same rule, what is shown now: they add nothing
        but whom they took for kept and left.
    alike : bool
        Whether all ``releases`` are of the very same records as now, groups and scores included.
    """

    releases: tuple[PastRelease, ...] = ()
    marks: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    repeated: tuple[PastRelease, ...] = ()
    alike: bool = False

    def without(self, repeated: Sequence[PastRelease]) -> Before:
        """Return the same with some releases taken for repeated."""
        left = tuple(each for each in self.releases if not any(each is other for other in repeated))
        return replace(self, releases=left, repeated=tuple(repeated))

    def differs(self, scale: Scale) -> bool:
        """Return whether any record of a scale came, went or changed since an earlier release."""
        column = _column(scale)
        now = Counter(self.marks[column][self.marks[column] != NONE]) if self.releases else Counter()
        return any(_past(each, column) != now for each in self.releases)

    def held_back(self, scale: Scale, catalogue: Catalogue) -> tuple[str, ...]:
        """Return ``earlier`` for each group that an earlier release did not show, else ''.

        What was not shown then has no sum of then to be held against; beside other scales of then it may
        still tell about those who came since. Single statements, which are in all scales, are not shown again
        at all once any record differs.
        """
        if not self.releases:
            return ("",) * len(catalogue.groups)
        shown = [_shown(each, scale) for each in self.releases]
        again = self.alike or scale[0] != "item"
        told = [again and all(group in each for each in shown) for group in catalogue.groups]
        return tuple("" if kept else "earlier" for kept in told)

    def same_later(self, scale: Scale, later: pd.Series) -> bool:
        """Return whether those kept and left are whom every earlier release of them meant.

        They are not told of again once anything else that was shown differs.
        """
        return not self.releases and all(self._meant(each, scale, later) for each in self.repeated)

    def _meant(self, release: PastRelease, scale: Scale, later: pd.Series) -> bool:
        if not _groups(release, scale)["link"].isin(LATER).any():
            return True
        now = self.marks.reset_index(drop=True)
        return all(
            _marks(release.records[release.records["later"] == link], scale)
            == _marks(now[(later == link).to_numpy(bool)], scale)
            for link in LATER
        )

    def sets(self, scale: Scale, catalogue: Catalogue, scored: Flags, protecting: Witnesses) -> Sets | None:
        """Return the people of a scale in sets that nothing tells apart; None where doubt hides.

        Doubt is where records were corrected or taken out and other scales share the statements: what the
        records were made of is not kept.
        """
        shown = [each for each in self.releases if len(_groups(each, scale))]
        if not shown:
            return _of_now(catalogue, scored, protecting)
        if self.differs(scale) and not protecting.alone and (scale[0] == "item" or self._gone(scale)):
            return None
        return _together(scale, shown, self.marks, catalogue, scored, protecting=protecting)

    def _gone(self, scale: Scale) -> bool:
        column = _column(scale)
        now = Counter(self.marks[column])
        return any(_past(each, column) - now for each in self.releases)


def before_of(
    past: PastReleases, people: pd.DataFrame, scores: Mapping[str, pd.DataFrame], statements: Statements
) -> Before:
    """Return the earlier releases of a wave beside its records of now."""
    if not past.releases:
        return Before()
    marks = record_marks(people, scores, statements, past.key).reset_index(drop=True)
    now = _whole(pd.concat([people[GROUP].reset_index(drop=True), marks], axis=1))
    return Before(past.releases, marks, alike=all(_whole(each.records) == now for each in past.releases))


def of_the_same(before: Before, people: pd.DataFrame, rule: Mapping[str, int]) -> tuple[PastRelease, ...]:
    """Return the earlier releases of the very same records, groups and scores, under the same rule."""
    now = _whole(pd.concat([people[GROUP].reset_index(drop=True), before.marks], axis=1))
    return tuple(each for each in before.releases if each.rule == rule and _whole(each.records) == now)


def showed_the_same(release: PastRelease, decided: pd.DataFrame) -> bool:
    """Return whether a release showed what is decided now, apart from those kept and left.

    Parameters
    ----------
    release : PastRelease
        One of the very same records.
    decided : frame
        Columns scale, name, partner, level, link and shown. Single statements that are not decided on at all
        are not compared: whoever asks for some only shows no others.
    """
    names = set(decided.loc[decided["scale"] == "item", "name"])
    then = release.shown[(release.shown["scale"] != "item") | release.shown["name"].isin(names)]
    return _cells(then[~then["link"].isin(LATER)]) == _cells(decided[decided["shown"]])


def _cells(shown: pd.DataFrame) -> set[tuple[str, ...]]:
    return set(_whole(shown[["scale", "name", *GROUP]]))


def _whole(records: pd.DataFrame) -> Counter[tuple[str, ...]]:
    """Return how often each row occurs, but for the column of what became known later."""
    names = sorted(str(name) for name in records if name != "later")
    columns = [[str(v) if isinstance(v, str) else "" for v in records[name]] for name in names]
    return Counter([tuple(names), *zip(*columns, strict=True)])


def _marks(records: pd.DataFrame, scale: Scale) -> Counter[str]:
    column = records[_column(scale)]
    return Counter(column[column != NONE])


def _column(scale: Scale) -> str:
    return RECORD if scale[0] == "item" else ":".join(scale)


def _past(release: PastRelease, column: str) -> Counter[str]:
    found = release.records[column] if column in release.records else pd.Series(dtype=object)
    return Counter(found[found != NONE])


def _groups(release: PastRelease, scale: Scale) -> pd.DataFrame:
    shown = release.shown
    return shown[(shown["scale"] == scale[0]) & (shown["name"] == scale[1])]


def _shown(release: PastRelease, scale: Scale) -> set[tuple[str | None, ...]]:
    """Return the groups of a scale that a release showed."""
    rows = _groups(release, scale)[GROUP].itertuples(index=False)
    return {tuple(value if isinstance(value, str) else None for value in row) for row in rows}


def _of_now(catalogue: Catalogue, scored: Flags, protecting: Witnesses) -> Sets:
    count = len(catalogue.keys)
    there = np.flatnonzero(np.bincount(catalogue.atom[scored], minlength=count))
    sizes = protecting.in_atoms(catalogue.atom, count)[there]
    return Sets(there, np.ones(len(there)), sizes, 1, ())


def _together(
    scale: Scale,
    shown: list[PastRelease],
    marks: pd.DataFrame,
    catalogue: Catalogue,
    scored: Flags,
    *,
    protecting: Witnesses,
) -> Sets:
    """Return sets of records that are alike now and in every release, with what was shown as given."""
    column = _column(scale)
    tables = [each.records[each.records[column] != NONE] for each in shown]
    named = [_named(each, column) for each in (marks.loc[scored], *tables)]
    records = pd.Index(sorted(set().union(*(each.index for each in named))))
    atom = pd.Series(catalogue.atom[scored], named[0].index).reindex(records, fill_value=-1)
    rows = [_rows(each, table, _groups(release, scale)).reindex(columns=records, fill_value=0.0)
            for each, table, release in zip(named[1:], tables, shown, strict=True)]  # fmt: skip
    given = np.vstack([each.to_numpy(float) for each in rows])
    there = np.stack([records.isin(each.index) for each in named])
    kinds, places = np.unique(np.vstack([atom.to_numpy(), there, given]), axis=1, return_inverse=True)
    place = pd.Series(places.ravel(), records)
    halves = _halves(named, records)
    now = there[0]
    sizes = np.bincount(place[~now], weights=halves[~now], minlength=kinds.shape[1])
    refined = np.zeros(len(scored), dtype=np.int64)
    refined[scored] = place[named[0].index].to_numpy()
    protected = HALVES * protecting.in_atoms(refined, kinds.shape[1])
    changed = np.bincount(place[now], weights=HALVES - halves[now], minlength=kinds.shape[1])
    sizes = np.rint(sizes + np.maximum(protected - changed, 0)).astype(np.int64)
    of_now = kinds[0] >= 0
    return Sets(
        np.maximum(kinds[0], 0).astype(np.int64), of_now.astype(float), sizes, HALVES,
        tuple(kinds[1 + len(there):]),
    )  # fmt: skip


def _named(table: pd.DataFrame, column: str) -> pd.Series:
    """Return the owner of each record, by its mark; records that cannot be told apart are numbered."""
    number = table.groupby(column).cumcount().astype(str)
    return pd.Series(table[OWNER].to_numpy(), (table[column] + "#" + number).to_numpy())


def _rows(named: pd.Series, records: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """Return 1 for each record of an earlier release that is in a group that it showed, one row a group."""
    inside = [_inside(records, group) for group in groups[GROUP].itertuples(index=False)]
    return pd.DataFrame(np.array(inside, dtype=float), columns=named.index)


def _inside(records: pd.DataFrame, group: tuple[object, ...]) -> Flags:
    found = np.ones(len(records), dtype=bool)
    for column, value in zip(GROUP, group, strict=True):
        if not isinstance(value, str):
            continue
        if value.startswith(OTHERS):
            found &= (records[column] != value.removeprefix(OTHERS)).to_numpy(bool)
        else:
            named = "later" if column == "link" and value in LATER else column
            found &= (records[named] == value).to_numpy(bool)
    return found


def _halves(named: list[pd.Series], records: pd.Index) -> Integers:
    """Return 2 for a record that is surely its person's only one, else 1: it may be another's corrected."""
    owner = pd.concat(named)
    owner = owner[~owner.index.duplicated()].reindex(records)
    everywhere = np.all([records.isin(each.index) for each in named], axis=0)
    alone = (owner != NONE).to_numpy() & ~owner.duplicated(keep=False).to_numpy()
    return np.where(everywhere | alone, HALVES, 1)
