"""Kill a batch at some moment, look that no file is half, run it again, and look that all is there.

The reviews are small ones made without a kernel, so that hundreds of kills take minutes; what writes pages,
records and summaries is the runner's own.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

REVIEWS = 12
END = "</html>"
PROGRAM = """
import sys, time
from pathlib import Path
from alliance_analytics.batch.batching import make_with
from alliance_analytics.batch.choosing import choose
from alliance_analytics.batch.fingerprint import Tree
from alliance_analytics.batch.jobs import Job, outcome_of
from alliance_analytics.batch.locking import locked
from alliance_analytics.batch.planning import Plan
from alliance_analytics.batch.reviewing import finish
from alliance_analytics.publish.page.writing import write_beside
out, version, reviews = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
def run(job):
    time.sleep(0.03)
    job.page.parent.mkdir(parents=True, exist_ok=True)
    write_beside(job.page, "<html>" + version * 200_000 + "</html>")
    return outcome_of(job, "done", page=job.name, headline="Trust is lowest", seconds=1.0)
names = [f"alliance-{number}" for number in range(reviews)]
none = Path("none.ipynb")
jobs = [Job(none, out, name, "2025", "en", out / name / "2025.html", label="2025") for name in names]
with locked(out):
    choices = choose(jobs, Tree(out, {f"{name}/a.csv": version for name in names}), out)
    made = iter(make_with(run, [each for each in choices if each.outcome is None], out, 2, lambda _: None))
    outcomes = [each.outcome or next(made) for each in choices]
    finish(Plan(tuple(jobs), (), "Killed", "en"), outcomes, out)
"""


def kill_and_look(out: Path, after: float) -> bool:
    """Return whether a kill left half a file, or the next run did not complete what was missing."""
    run(out, "1")
    started = subprocess.Popen(command(out, "2"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    with contextlib.suppress(ProcessLookupError):
        os.kill(started.pid, signal.SIGKILL)
    started.wait()
    broken = not all(whole(path) for path in shown(out))
    run(out, "2")
    return broken or not complete(out)


def run(out: Path, version: str) -> None:
    """Run the batch to its end."""
    subprocess.run(command(out, version), check=True, capture_output=True)


def command(out: Path, version: str) -> list[str]:
    """Return how the batch is run."""
    out.mkdir(parents=True, exist_ok=True)
    return [sys.executable, "-c", PROGRAM, str(out), version, str(REVIEWS)]


def shown(out: Path) -> list[Path]:
    """Return every file but what was being written, and the lock."""
    return [path for path in out.rglob("*") if path.is_file() and path.name[0] != "."]


def whole(path: Path) -> bool:
    """Return whether a file is a whole one, old or new."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return text.rstrip().endswith(END) and len(set(text) & set("12")) <= (1 if path.stem == "2025" else 2)
    if path.suffix == ".json":
        json.loads(text)
    return bool(text)


def complete(out: Path) -> bool:
    """Return whether all pages are new ones, and nothing is left of what was being written."""
    pages = sorted(out.glob("*/2025.html"))
    new = all("2" * 1000 in path.read_text(encoding="utf-8") for path in pages)
    left = list(out.rglob(".*.????????"))
    told = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return len(pages) == REVIEWS and new and not left and len(told["reviews"]) == REVIEWS
