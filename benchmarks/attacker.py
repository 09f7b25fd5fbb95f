"""Try to find out about few people from what is released of invented alliances, and print what came of it.

The attacker knows who belongs to which partner and level, who answered which statements and when, and has
every mean with its n and every response rate that was ever released, in one alliance of ten also every
share of answers. He has his own algebra: one unknown for each answer option of each person and statement in
each version of the record, one equation for each released number. A set of fewer than five people is found
out about when some sum of multiples of the equations holds answers of theirs and of nobody else. What is no
sum he inverts by trying all patterns of answers (:mod:`benchmarks.attacker_patterns`). Run with ``python -m
benchmarks.attacker [alliances] [first]``.
"""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import astuple, dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from benchmarks.attacker_alliances import STATEMENTS, Published, releases
from benchmarks.attacker_patterns import TOLD, Patterns, patterns_of

Floats = npt.NDArray[np.float64]
FEW = 5
MOST_SETS = 800
"""Sets of people that are tried in one alliance, the likeliest first."""
KINDS = ("dimension", "pillar")
OF = ("everybody", "levels", "partners", "partner x level")
Unknown = tuple[str, int, float, int]
"""Person, statement, version of the answer and answer option: whether the answer is above the option."""


@dataclass(frozen=True)
class Attack:
    """What came of one alliance."""

    people: int
    releases: int
    numbers: int
    found: tuple[tuple[str, ...], ...]
    silent: int
    patterns: Patterns
    cells: pd.Series


def equations(
    each: Published, unknowns: dict[Unknown, int], *, shares_too: bool = False
) -> list[dict[int, float]]:
    """Return one equation for each released mean and share of answers: unknown to coefficient."""
    rows = []
    names, answers = each.people["person"].tolist(), each.answers.to_numpy()
    for cell in each.plan.scores[each.plan.scores["shown"]].to_dict("records"):
        items = STATEMENTS[str(cell["scale"])][str(cell["name"])]
        places = [list(each.answers).index(item) for item in items]
        row: dict[int, float] = {}
        shares: tuple[dict[int, float], ...] = ({}, {}, {}, {}) if shares_too else ({},)
        for person in np.flatnonzero(_inside(each.people, cell)):
            given = [place for place in places if np.isfinite(answers[person, place])]
            if len(given) * 2 < len(items) or not given:
                continue
            for place in given:
                for option, share in enumerate(shares, start=1):
                    name = (names[person], place, float(answers[person, place]), option)
                    unknown = unknowns.setdefault(name, len(unknowns))
                    row[unknown] = 1 / len(given)
                    share[unknown] = 1.0
        rows.append(row)
        if (
            shares_too
            and cell["scale"] == "item"
            and not any(isinstance(cell[k], str) for k in ("partner", "level", "link"))
        ):
            rows += shares
    return rows


def _inside(people: pd.DataFrame, cell: Mapping[Hashable, object]) -> npt.NDArray[np.bool_]:
    inside = np.ones(len(people), dtype=bool)
    for column in ("partner", "level", "link"):
        value = cell[column]
        if not isinstance(value, str):
            continue
        if value.startswith("all other partners than "):
            inside &= (people["partner"] != value.removeprefix("all other partners than ")).to_numpy()
        else:
            named = "later" if value in ("kept", "left") else column
            inside &= (people[named] == value).to_numpy()
    return inside


def found_out(done: list[Published], *, shares_too: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return sets of fewer than five people of whom something can be computed."""
    unknowns: dict[Unknown, int] = {}
    rows = [row for each in done for row in equations(each, unknowns, shares_too=shares_too)]
    matrix = np.zeros((len(rows), len(unknowns)))
    for place, row in enumerate(rows):
        matrix[place, list(row)] = list(row.values())
    if not matrix.size:
        return ()
    space = _space(matrix)
    columns: dict[str, list[int]] = {}
    for (person, *_), place in unknowns.items():
        columns.setdefault(person, []).append(place)
    tried = _sets(done, space, columns)
    return tuple(each for each in tried if _alone(space, [c for p in each for c in columns[p]]))


def _space(matrix: Floats) -> Floats:
    """Return orthonormal rows that span what the rows of a matrix span."""
    turned, square = np.linalg.qr(matrix.T)
    directions, weights, _ = np.linalg.svd(square)
    kept = weights > 1e-9 * weights[0]
    return np.asarray((turned @ directions[:, : len(weights)][:, kept]).T)


def silent_found_out(each: Published) -> int:
    """Return of how many sets of one to four silent people the released rates tell."""
    came = each.people.groupby(["partner", "level"]).size().rename("came")
    cells = each.invited.merge(came.reset_index(), how="left")
    silent = (cells["invited"] - cells["came"].fillna(0)).astype(int)
    silent.index = pd.MultiIndex.from_frame(cells[["partner", "level"]])
    there = silent[silent > 0]
    shown = each.plan.response[each.plan.response["shown"]]
    rows = [
        [(p == row.partner or not isinstance(row.partner, str))
         and (v == row.level or not isinstance(row.level, str)) for p, v in list(there.index)]
        for row in shown.itertuples()
    ]  # fmt: skip
    if not rows or there.empty:
        return 0
    owner = np.repeat(np.arange(len(there)), there)
    space = _space(np.array(rows, dtype=float)[:, owner])
    groups = (
        chosen for size in (1, 2, 3, 4) for chosen in combinations(range(len(there)), size)
        if there.iloc[[*chosen]].sum() < FEW
    )  # fmt: skip
    return sum(_alone(space, np.flatnonzero(np.isin(owner, chosen)).tolist()) for chosen in groups)


def _alone(space: Floats, places: list[int]) -> bool:
    """Return whether the space holds a direction that lies in some of its columns entirely."""
    block = space[:, places]
    if (block**2).sum() < 1 - 1e-9:
        return False
    return bool(np.linalg.eigvalsh(block.T @ block)[-1] > 1 - 1e-9)


def _sets(done: list[Published], space: Floats, columns: dict[str, list[int]]) -> Iterator[tuple[str, ...]]:
    """Yield sets of fewer than five people: those who are alike in something, then those who weigh most."""
    seen = set()
    for each in _alike(done):
        group = tuple(sorted(set(each) & set(columns)))
        if 0 < len(group) < FEW and group not in seen:
            seen.add(group)
            yield group
    weight = {person: float((space[:, places] ** 2).sum()) for person, places in columns.items()}
    order = sorted(columns, key=lambda person: -weight[person])
    for size in (1, 2, 3, 4):
        for number, group in enumerate(combinations(order, size)):
            if number == MOST_SETS // 4:
                break
            if tuple(sorted(group)) not in seen:
                yield group


def _alike(done: list[Published]) -> Iterator[list[str]]:
    """Yield people who share a group, a gap in their answers, when they came, or a corrected answer."""
    last = done[-1]
    people, gaps = last.people, last.answers.isna()
    groups = [[True] * len(people)]
    for column in ("partner", "level", "link", "later", "release"):
        groups += [(people[column] == value).tolist() for value in people[column].dropna().unique()]
    before = done[-2].answers.reindex(last.answers.index) if len(done) > 1 else last.answers
    changed = ((before != last.answers) & before.notna() & last.answers.notna()).any(axis=1)
    traits = [np.ones(len(people), dtype=bool), changed.to_numpy()]
    for asked in (each for scales in STATEMENTS.values() for each in scales.values()):
        missing = gaps[list(asked)].sum(axis=1).to_numpy()
        traits += [missing > 0, missing == 1, missing == 0]
    names = people["person"].to_numpy(object)
    members = np.array(groups)
    for first, second in combinations(range(len(groups)), 2):
        both = members[first] & members[second]
        small = np.stack(traits) & both
        for trait in small[(small.sum(axis=1) > 0) & (small.sum(axis=1) < FEW)]:
            yield names[trait].tolist()


def attacked(seed: int) -> Attack:
    """Return what came of one alliance."""
    done = releases(seed)
    return Attack(
        len(done[-1].people),
        len(done),
        sum(int(each.plan.scores["shown"].sum() + each.plan.response["shown"].sum()) for each in done),
        found_out(done, shares_too=seed % 10 == 0),
        sum(silent_found_out(each) for each in done),
        patterns_of(done[0]),
        _useful(done[0].plan.scores),
    )


def _useful(scores: pd.DataFrame) -> pd.Series:
    """Return whether each cell that a board looks at is shown, by who it is of and the kind of scale."""
    others = scores["partner"].astype("string").str.startswith("all other").fillna(value=False)
    kept = scores[scores["scale"].isin(KINDS) & scores["link"].isna() & ~others & (scores["n"] >= FEW)]
    named = 2 * kept["partner"].notna() + kept["level"].notna()
    index = pd.MultiIndex.from_arrays([named.map(dict(enumerate(OF))), kept["scale"]])
    return pd.Series(kept["shown"].to_numpy(bool), index)


def main(count: int = 300, first: int = 0) -> str:
    """Return two Markdown tables of so many alliances: what was recovered, and what is still shown."""
    attacks = [attacked(seed) for seed in range(first, first + count)]
    lines = [
        "| people | alliances | releases | numbers released | sets of fewer than 5 found out about | "
        "silent found out about | alliances with any |",
        "|---|---|---|---|---|---|---|",
    ]
    for low, high in ((5, 14), (15, 29), (30, 49), (50, 70), (5, 70)):
        some = [each for each in attacks if low <= each.people <= high]
        numbers = [
            len(some),
            sum(each.releases for each in some),
            sum(each.numbers for each in some),
            sum(len(each.found) for each in some),
            sum(each.silent for each in some),
            sum(bool(each.found or each.silent) for each in some),
        ]
        lines.append(f"| {low} to {high} | " + " | ".join(map(str, numbers)) + " |")
    cells = pd.concat([each.cells for each in attacks])
    lines += [
        "",
        "| first release: cells with 5 people or more | " + " | ".join(KINDS) + " |",
        "|---|---|---|",
    ]
    for who in OF:
        lines.append(f"| {who} | " + " | ".join(_share(cells, who, kind) for kind in KINDS) + " |")
    together = Patterns(
        *(sum(values) for values in zip(*(astuple(a.patterns) for a in attacks), strict=True))
    )
    lines += ["", *(f"- {text}: {value}" for text, value in zip(TOLD, astuple(together), strict=True))]
    return "\n".join(lines)


def _share(cells: pd.Series, who: str, kind: str) -> str:
    chosen = cells[cells.index == (who, kind)]
    return f"{chosen.mean():.0%} of {len(chosen)}" if len(chosen) else "none"


if __name__ == "__main__":
    print(main(*map(int, sys.argv[1:3])))
