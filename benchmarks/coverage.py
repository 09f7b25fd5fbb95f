"""How often an interval holds the mean of all invited, found by trying it many thousand times.

The first table lets chance decide who answers, which is what an interval promises to cover. The second lets
the score itself have a say, which no interval can cover. The third asks the same of the synthetic worlds that
``alliance demo`` writes. All are printed as Markdown, and stand in docs/methods.md.

Run ``make coverage``.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from alliance_analytics.measure.group_means import Method, group_mean_ci
from benchmarks.populations import POPULATIONS, Population
from benchmarks.worlds import world_coverage

Floats = npt.NDArray[np.float64]
SEED = 20180901
REPETITIONS = 20_000
"""Enough to know a coverage of 95% to 0.3 of a percentage point."""
GROUPS = ((10, 5), (12, 8), (25, 18), (60, 42))
"""People invited, and how many of them answer."""
METHODS: dict[str, Method] = {"default": "logit-t-fpc-prior", "plain t": "t-fpc"}
SLOPES = (0.0, 0.25, 0.5, 1.0)
LEANING = next(each for each in POPULATIONS if each.name == "four items, skewed")
INDEX = ["answered", "interval"]
WORLDS = range(1, 61)
FLOAT_NOISE = 1e-9


def main() -> None:
    """Print all three tables."""
    print(markdown(random_table(REPETITIONS), "Interval for the mean of all invited, who answers is chance"))
    print(markdown(leaning_table(REPETITIONS), f"Who answers depends on the score ({LEANING.name})"))
    print(markdown(world_coverage(WORLDS), "Intervals of the synthetic worlds against their truth"))


def random_table(repetitions: int) -> pd.DataFrame:
    """Return the coverage when people answer at random.

    Returns
    -------
    frame
        Indexed by the people who answered and the interval; one column a population, then their mean and the
        worst, in percent.
    """
    columns = {
        each.name: pd.concat({sized(*group): coverage(each, *group, repetitions) for group in GROUPS})
        for each in POPULATIONS
    }
    table = pd.DataFrame(columns).rename_axis(INDEX)
    return table.assign(mean=table.mean(axis=1), worst=table.min(axis=1))


def leaning_table(repetitions: int) -> pd.DataFrame:
    """Return the coverage when content people answer more readily.

    Returns
    -------
    frame
        Indexed by the people who answered and the interval; one column a slope: by how much the log odds of
        answering rise with one standard deviation of the score. In percent.
    """
    columns = {
        f"{slope:g}": pd.concat(
            {sized(*group): coverage(LEANING, *group, repetitions, slope) for group in GROUPS}
        )
        for slope in SLOPES
    }
    return pd.DataFrame(columns).rename_axis(INDEX)


def coverage(
    population: Population, invited: int, n: int, repetitions: int, slope: float = 0.0
) -> pd.Series[float]:
    """Return in how many of 100 groups each interval holds the mean of everybody invited.

    Parameters
    ----------
    population : Population
        Where the groups come from. Every group is drawn afresh.
    invited, n : int
        People in a group, and how many of them answer.
    repetitions : int
        Groups tried; all intervals, and all slopes, meet the same ones.
    slope : float
        By how much the log odds of answering rise with one standard deviation of the score.

    Returns
    -------
    series
        One value a name in ``METHODS``, 0 to 100.
    """
    generator = np.random.default_rng([SEED, invited, n, POPULATIONS.index(population)])
    everybody = population.draw(repetitions, invited, generator)
    answered = who_answers(everybody, n, slope, generator)
    truth = everybody.mean(axis=1)
    return pd.Series({name: _held(answered, truth, invited, method) for name, method in METHODS.items()})


def who_answers(everybody: Floats, n: int, slope: float, generator: np.random.Generator) -> Floats:
    """Return the scores of the ``n`` people of each group who are readiest to answer, shape (groups, n).

    Readiness is a logistic chance plus ``slope`` times the standardised score, so that answering follows a
    logistic regression on the score with just that slope; with slope 0 it is simple random sampling.
    """
    spread = everybody.std(axis=1, keepdims=True)
    standardised = (everybody - everybody.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1)
    readiness = slope * standardised + generator.logistic(size=everybody.shape)
    readiest = np.argpartition(-readiness, n - 1, axis=1)[:, :n]
    return np.take_along_axis(everybody, readiest, axis=1)


def sized(invited: int, n: int) -> str:
    """Return how the tables name a size of group."""
    return f"{n} of {invited}"


def markdown(table: pd.DataFrame, title: str) -> str:
    """Return a table of percentages as Markdown under its title; its index becomes the first columns."""
    plain = table.reset_index()
    rows = [plain.columns, ["---"] * plain.shape[1], *plain.to_numpy()]
    lines = (f"| {' | '.join(_cell(value) for value in row)} |" for row in rows)
    return "\n".join([f"**{title}**", "", *lines, ""])


def _held(answered: Floats, truth: Floats, invited: int, method: Method) -> float:
    groups, n = answered.shape
    mean, sd = answered.mean(axis=1), answered.std(axis=1, ddof=1)
    interval = group_mean_ci(mean, sd, np.full(groups, n), np.full(groups, invited), method=method)
    held = (interval.low - FLOAT_NOISE <= truth) & (truth <= interval.high + FLOAT_NOISE)
    return 100 * float(held.mean())


def _cell(value: object) -> str:
    return f"{value:.0f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
