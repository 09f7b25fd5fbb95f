"""How long the explorer takes to show its first view: the web of an alliance that nobody looked at yet.

Timed from the call until the picture, its words and its table are there, in a process in which everything was
imported, the workspace is opened and its exports are read. Run ``python -m benchmarks.explorer``.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

import pandas as pd

from alliance_analytics.explore.explorer import explorer
from alliance_analytics.workspace import Workspace, open_workspace
from benchmarks.large_survey import LEVELS, PARTNERS, write_survey

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
MANY = 100_000
TIMES = 7
AIMS = {"usual": 300, "large": 600}
"""Milliseconds."""


def main() -> None:
    """Print milliseconds of the first view: by the clock, and of a core, which a busy machine tells truer."""
    with tempfile.TemporaryDirectory() as folder:
        usual, large = Path(folder) / "usual", Path(folder) / "large"
        shutil.copytree(EXAMPLE, usual, ignore=shutil.ignore_patterns(".ledger"))
        write_large(large)
        for name, root in (("usual", usual), ("large", large)):
            kept = read(root)
            people = len(kept.responses(kept.alliances[0], kept.newest(kept.alliances[0])))
            found = pd.DataFrame([first_view(kept) for _ in range(TIMES)])
            print(f"{name}: {people:,} people in the newest wave, aim {AIMS[name]} ms")
            print(found.agg(["min", "median"]).round().to_string())


def first_view(workspace: Workspace) -> dict[str, float]:
    """Return the milliseconds in which the first view is there, nothing but the exports read before."""
    clock, core = time.perf_counter(), time.process_time()
    explorer(workspace).look()
    return {"clock": 1000 * (time.perf_counter() - clock), "core": 1000 * (time.process_time() - core)}


def read(root: Path) -> Workspace:
    """Return a workspace of which the exports of the first alliance are read."""
    workspace = open_workspace(root)
    alliance = workspace.alliances[0]
    for wave in workspace.waves(alliance):
        workspace.survey(alliance, wave)
    return workspace


def write_large(root: Path, people: int = MANY) -> None:
    """Write a workspace of one alliance and one wave, many people, and how many were invited."""
    wave = root / "large" / "2026"
    wave.mkdir(parents=True)
    write_survey(wave / "survey.csv", people)
    (wave / "wave.yml").write_text("date: 2026-05-31\n", encoding="utf-8")
    rows = [f"{partner},{level},{people // 20}" for partner in PARTNERS for level in LEVELS]
    (wave / "invited.csv").write_text("\n".join(["partner,level,invited", *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
