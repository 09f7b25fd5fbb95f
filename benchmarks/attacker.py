"""Try to find out about few people from what is released of invented alliances, and print what came of it.

The attacker knows who belongs to which partner and level, who answered which statements and when, and has
every mean with its n that was ever released. He has his own algebra: one unknown for each answer of each
person in each version of the record, one equation for each released number. A set of fewer than five people
is found out about when some sum of multiples of the equations holds answers of theirs and of nobody else.
Run with ``python -m benchmarks.attacker [alliances]``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.intake.record_marks import PastRelease, PastReleases, record_marks
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.additions import with_later
from alliance_analytics.publish.release_plan import ReleasePlan, release_plan

Floats = npt.NDArray[np.float64]
FEW = 5
KEY = b"benchmark"
MOST_SETS = 1600
"""Sets of people that are tried in one alliance, the likeliest first."""
STATEMENTS = {
    "dimension": {"d1": tuple("abcdef"), "d2": tuple("ghijkl")},
    "pillar": {"p1": tuple("abc"), "p2": tuple("def"), "p3": tuple("ghi"), "p4": tuple("jkl")},
    "theme": {"t1": ("a", "d", "m", "n"), "t2": ("b", "g", "j")},
    "item": {item: (item,) for item in "abcdefghijklmn"},
}


@dataclass(frozen=True)
class Published:
    """What one release shows, and what the attacker knows of the people behind it."""

    people: pd.DataFrame
    answers: pd.DataFrame
    plan: ReleasePlan


@dataclass(frozen=True)
class Attack:
    """What came of one alliance."""

    people: int
    releases: int
    equations: int
    found: tuple[tuple[str, ...], ...]
    useful: int
    shown: int


def invented(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return people (person, partner, level, link, later, release) and answers of one random alliance."""
    random = np.random.default_rng(seed)
    count, partners, levels = random.integers(5, 71), random.integers(2, 9), random.integers(2, 5)
    weights = random.dirichlet(np.full(partners, 2.0))
    people = pd.DataFrame(
        {
            "person": [f"person {number}" for number in range(count)],
            "partner": random.choice([f"P{n}" for n in range(partners)], count, p=weights),
            "level": random.choice([f"L{n}" for n in range(levels)], count),
            "link": random.choice(["stayed", "joined"], count, p=[0.7, 0.3]),
            "later": random.choice(["kept", "left"], count, p=[0.8, 0.2]),
            "release": 0,
        }
    ).astype({"link": object, "later": object})
    if random.random() < 0.3:
        people[["link", "later"]] = None
    late = int(random.choice([0, 0, 1, 2, 4, 8, 12]))
    people.loc[people.index[count - min(late, count - 5) :], "release"] = 1
    answers = pd.DataFrame(
        random.integers(1, 6, (count, len(STATEMENTS["item"]))).astype(float), columns=[*STATEMENTS["item"]]
    )
    gaps = random.choice([0.0, 0.01, 0.05, 0.15])
    return people, answers.mask(random.random(answers.shape) < gaps)


def releases(seed: int) -> list[Published]:
    """Return what is released of one alliance, each release decided beside those before it."""
    people, answers = invented(seed)
    random = np.random.default_rng(seed + 10**6)
    done: list[Published] = []
    past: tuple[PastRelease, ...] = ()
    for number in range(int(people["release"].max()) + 1 + int(random.random() < 0.3)):
        known = people["release"] <= number
        if number and random.random() < 0.4:
            changed = random.choice(people.index[known], int(random.integers(1, 8)))
            answers = answers.copy()
            answers.loc[changed, "a"] = random.integers(1, 6, len(changed)).astype(float)
        each = _published(people[known], answers[known], PastReleases(past, KEY))
        done.append(each)
        past = (*past, _past(each))
    return done


def _scores(answers: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {kind: score_scales(answers, scales, (), 5) for kind, scales in STATEMENTS.items()}


def _published(people: pd.DataFrame, answers: pd.DataFrame, past: PastReleases) -> Published:
    people, answers = people.reset_index(drop=True), answers.reset_index(drop=True)
    invited = people.groupby(["partner", "level"]).size().rename("invited").reset_index()
    scores = _scores(answers)
    plan = release_plan(people, scores, invited, release_rule(), statements=STATEMENTS, earlier=past)
    return Published(people, answers, with_later(plan, people, scores))


def _past(each: Published) -> PastRelease:
    marks = record_marks(each.people, _scores(each.answers), STATEMENTS, KEY)
    groups = each.people[["partner", "level", "link", "later"]]
    shown = each.plan.scores[each.plan.scores["shown"]]
    return PastRelease(pd.concat([groups, marks], axis=1), shown)


def equations(each: Published, unknowns: dict[tuple[str, str, float], int]) -> list[dict[int, float]]:
    """Return one equation for each mean that a release shows: unknown to coefficient."""
    rows = []
    names, answers = each.people["person"].tolist(), each.answers.to_numpy()
    for cell in each.plan.scores[each.plan.scores["shown"]].to_dict("records"):
        row, items = {}, STATEMENTS[cell["scale"]][cell["name"]]
        places = [each.answers.columns.get_loc(item) for item in items]
        for person in np.flatnonzero(_inside(each.people, cell)):
            values = answers[person, places]
            given = np.isfinite(values)
            if given.sum() * 2 < len(items) or not given.any():
                continue
            for place in np.flatnonzero(given):
                name = (names[person], items[place], float(values[place]))
                row[unknowns.setdefault(name, len(unknowns))] = 1 / int(given.sum())
        rows.append(row)
    return rows


def _inside(people: pd.DataFrame, cell: dict[str, object]) -> npt.NDArray[np.bool_]:
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


def found_out(done: list[Published]) -> tuple[tuple[str, ...], ...]:
    """Return sets of fewer than five people of whom something can be computed."""
    unknowns: dict[tuple[str, str, float], int] = {}
    rows = [row for each in done for row in equations(each, unknowns)]
    matrix = np.zeros((len(rows), len(unknowns)))
    for place, row in enumerate(rows):
        matrix[place, list(row)] = list(row.values())
    if not matrix.size:
        return ()
    _, weights, directions = np.linalg.svd(matrix, full_matrices=False)
    space = directions[weights > 1e-9 * weights[0]]
    columns: dict[str, list[int]] = {}
    for (person, _, _), place in unknowns.items():
        columns.setdefault(person, []).append(place)
    tried = _sets(done, space, columns)
    return tuple(each for each in tried if _alone(space, [c for p in each for c in columns[p]]))


def _alone(space: Floats, places: list[int]) -> bool:
    """Return whether the space holds a direction that lies in some of its columns entirely."""
    block = space[:, places]
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
    for scales in STATEMENTS.values():
        for asked in scales.values():
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
    first = done[0].plan.scores
    useful = first[
        first["scale"].isin(["dimension", "pillar"])
        & first["link"].isna()
        & ~(first["partner"].notna() & first["level"].notna())
        & ~first["partner"].astype("string").str.startswith("all other").fillna(value=False)
        & (first["n"] >= FEW)
    ]
    counted = sum(int(each.plan.scores["shown"].sum()) for each in done)
    return Attack(
        len(done[-1].people), len(done), counted, found_out(done), len(useful), int(useful["shown"].sum())
    )


def main(count: int = 300) -> str:
    """Return the Markdown table of so many alliances, by how many people answered."""
    attacks = [attacked(seed) for seed in range(count)]
    lines = [
        "| people | alliances | releases | numbers released | people found out about | useful cells shown |",
        "|---|---|---|---|---|---|",
    ]
    for low, high in ((5, 14), (15, 29), (30, 49), (50, 70), (5, 70)):
        some = [each for each in attacks if low <= each.people <= high]
        useful, shown = sum(each.useful for each in some), sum(each.shown for each in some)
        share = f"{shown / useful:.0%} of {useful}" if useful else "none"
        lines.append(
            f"| {low} to {high} | {len(some)} | {sum(each.releases for each in some)} | "
            f"{sum(each.equations for each in some)} | {sum(len(each.found) for each in some)} | {share} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(main(*map(int, sys.argv[1:2])))
