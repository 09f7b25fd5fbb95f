"""Invented alliances for the attacker: people, what they answered, and what is released of them when.

Each is released as the program would do it, late and corrected answers included, every release decided
beside those before it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from alliance_analytics.intake.record_marks import PastRelease, PastReleases, record_marks
from alliance_analytics.measure.scores import score_scales
from alliance_analytics.model.release_rule import release_rule
from alliance_analytics.publish.additions import with_later
from alliance_analytics.publish.release_plan import ReleasePlan, minima, release_plan

KEY = b"benchmark"
STATEMENTS: dict[str, dict[str, tuple[str, ...]]] = {
    "dimension": {"d1": tuple("abcdef"), "d2": tuple("ghijkl")},
    "pillar": {"p1": tuple("abc"), "p2": tuple("def"), "p3": tuple("ghi"), "p4": tuple("jkl")},
    "theme": {"t1": ("a", "d", "m", "n"), "t2": ("b", "g", "j")},
    "item": dict(zip("abcdefghijklmn", zip("abcdefghijklmn"), strict=True)),
}


@dataclass(frozen=True)
class Published:
    """What one release shows, and what the attacker knows of the people behind it."""

    people: pd.DataFrame
    answers: pd.DataFrame
    invited: pd.DataFrame
    plan: ReleasePlan


def invented(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return people (person, partner, level, link, later, release) and answers of one random alliance."""
    random = np.random.default_rng(seed)
    count, partners, levels = (int(random.integers(*each)) for each in ((5, 71), (2, 9), (2, 5)))
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
    invited = people.groupby(["partner", "level"]).size().rename("invited").reset_index()
    invited["invited"] += random.integers(0, 9, len(invited))
    done: list[Published] = []
    past: tuple[PastRelease, ...] = ()
    for number in range(int(people["release"].max()) + 1 + int(random.random() < 0.3)):
        known = people["release"] <= number
        if number and random.random() < 0.4:
            changed = random.choice(people.index[known], int(random.integers(1, 8)))
            answers = answers.copy()
            answers.loc[changed, "a"] = random.integers(1, 6, len(changed)).astype(float)
        each = _published(people[known], answers[known], invited, PastReleases(past, KEY))
        done.append(each)
        past = (*past, _past(each))
    return done


def scores_of(answers: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the scores of every kind of scale."""
    return {kind: score_scales(answers, scales, (), 5) for kind, scales in STATEMENTS.items()}


def _published(
    people: pd.DataFrame, answers: pd.DataFrame, invited: pd.DataFrame, past: PastReleases
) -> Published:
    people, answers = people.reset_index(drop=True), answers.reset_index(drop=True)
    scores = scores_of(answers)
    plan = release_plan(people, scores, invited, release_rule(), statements=STATEMENTS, earlier=past)
    return Published(people, answers, invited, with_later(plan, people, scores))


def _past(each: Published) -> PastRelease:
    marks = record_marks(each.people, scores_of(each.answers), STATEMENTS, KEY)
    groups = each.people[["partner", "level", "link", "later"]]
    shown = each.plan.scores[each.plan.scores["shown"]]
    return PastRelease(pd.concat([groups, marks], axis=1), shown, minima(each.plan.rule))
