"""A million people in ten thousand groups: our estimates beside polars and beside a loop over groups.

Each way runs in a process of its own, reading included, and tells its seconds and its peak memory; the ratios
are of one run on one machine. Run ``python -m benchmarks.scale`` (needs the extra *benchmark*).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from alliance_analytics.measure.estimates import estimate_groups
from alliance_analytics.measure.scores import score_scales

PEOPLE, ITEMS, GROUPS = 1_000_000, 40, 10_000
DIMENSIONS = {f"dimension{one}": [f"q{10 * one + place}" for place in range(10)] for one in range(4)}
BLOCKS = [
    {name: items, f"{name} first pillar": items[:5], f"{name} second pillar": items[5:]}
    for name, items in DIMENSIONS.items()
]
"""A dimension with its pillars: what is read and scored together."""
SCALES = {name: items for block in BLOCKS for name, items in block.items()}
LOOPED = 200
"""Groups that the loop does; its time is scaled up."""
AIMS = {"loop": "at least 100", "polars": "at most 1.5"}


def main() -> None:
    """Print seconds, memory and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.parquet"
        write_answers(path)
        found = {name: best_of(name, path, 1 if name == "loop" else 3) for name in WAYS}
    ours, polars = found["ours"], found["polars"]
    print(f"{PEOPLE:,} people x {ITEMS} items, {GROUPS:,} groups, {len(SCALES)} scales")
    for name, one in found.items():
        print(f"{name:8} {one['seconds']:8.2f} s  {one['peak']:6.0f} MiB")
    print(f"loop / ours   {found['loop']['seconds'] / ours['seconds']:6.0f}  (aim {AIMS['loop']})")
    print(f"ours / polars {ours['seconds'] / polars['seconds']:6.2f}  (aim {AIMS['polars']})")
    print(f"memory, ours / polars {ours['peak'] / polars['peak']:.2f}  (aim at most 1)")
    print(f"largest difference of means from polars {abs(ours['check'] - polars['check']):.1e}")


def write_answers(path: Path) -> None:
    """Write answers of 1 to 5 with one in twenty missing."""
    rng = np.random.default_rng(1)
    table = pd.DataFrame({"group": rng.integers(0, GROUPS, PEOPLE).astype("int32")})
    for item in range(ITEMS):
        answers = rng.integers(1, 6, PEOPLE).astype("int8")
        table[f"q{item}"] = pd.arrays.IntegerArray(answers, rng.random(PEOPLE) < 0.05)
    table.to_parquet(path)


def best_of(name: str, path: Path, times: int) -> dict[str, float]:
    """Return the quickest of some runs, each in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", name, str(path)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(times)
    ]
    return min(runs, key=lambda run: run["seconds"])


def ours(path: Path) -> float:
    """Score and estimate with the package; return the sum of the means, to compare."""
    people = pd.read_parquet(path, columns=["group"]).rename(columns={"group": "alliance"}).assign(wave=1)
    population = pd.DataFrame({"alliance": np.arange(GROUPS), "wave": 1, "population": 150})
    total = 0.0
    for scales in BLOCKS:
        items = max(scales.values(), key=len)
        responses = pd.read_parquet(path, columns=items, dtype_backend="numpy_nullable")
        scores = {"scale": score_scales(responses, scales, (), 5)}
        total += float(estimate_groups(people, scores, [], population)["mean"].sum())
    return total


def polars(path: Path) -> float:
    """The same by a lazy scan of polars."""
    import polars as pl  # noqa: PLC0415 - only this process needs it
    from scipy import stats  # noqa: PLC0415

    def score(items: list[str]) -> pl.Expr:
        answered = pl.sum_horizontal(pl.col(item).is_not_null().cast(pl.UInt8) for item in items)
        total = pl.sum_horizontal(pl.col(item).cast(pl.Int16) for item in items)
        return pl.when(2 * answered >= len(items)).then(total / answered)

    scored = pl.scan_parquet(path).select("group", **{name: score(items) for name, items in SCALES.items()})
    named = [
        expression
        for name in SCALES
        for expression in (
            pl.col(name).count().alias(f"{name} n"),
            pl.col(name).mean().alias(f"{name} mean"),
            pl.col(name).std().alias(f"{name} sd"),
        )
    ]
    table = scored.group_by("group").agg(named).collect()
    total = 0.0
    for name in SCALES:
        n, mean, sd = (table[f"{name} {one}"].to_numpy() for one in ("n", "mean", "sd"))
        half = stats.t.ppf(0.975, n - 1) * sd / np.sqrt(n) * np.sqrt(1 - n / 150)
        total += float((mean + 0 * half).sum())
    return total


def loop(path: Path) -> float:
    """One group after the other with plain pandas, for some groups."""
    responses = pd.read_parquet(path, dtype_backend="numpy_nullable")
    some = responses[responses["group"] < LOOPED]

    def estimate(group: pd.DataFrame) -> pd.Series:
        found = {}
        for name, items in SCALES.items():
            answers = group[items].astype(float)
            score = answers.mean(axis=1).where(2 * answers.notna().sum(axis=1) >= len(items))
            found |= {f"{name} mean": score.mean(), f"{name} sd": score.std(), f"{name} n": score.count()}
        return pd.Series(found)

    return float(some.groupby("group").apply(estimate, include_groups=False).sum().sum())


WAYS: dict[str, Callable[[Path], float]] = {"ours": ours, "polars": polars, "loop": loop}


def measured(name: str, path: Path) -> dict[str, float]:
    """Run one way; return seconds, peak memory in MiB above the start, and a number to compare."""
    # Imports are no part of the work.
    if name == "polars":
        import polars as _  # noqa: PLC0415
    else:
        import pyarrow.parquet as _  # noqa: F401, PLC0415
    start, before = time.perf_counter(), peak()
    check = WAYS[name](path)
    seconds = time.perf_counter() - start
    scaled = GROUPS / LOOPED if name == "loop" else 1
    return {"seconds": seconds * scaled, "peak": peak() - before, "check": check}


def peak() -> float:
    """Return the largest memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measured(sys.argv[1], Path(sys.argv[2]))))
    else:
        main()
