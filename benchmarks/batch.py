"""Reviews by the batch runner beside papermill and nbconvert as they are, in one run on one machine.

The same notebook and the same alliances, one way after the other; pages are held against each other byte for
byte. Run ``python -m benchmarks.batch --reviews 24``, and ``--kills 200`` to stop a batch at random moments.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "data" / "example"
NOTEBOOK = Path(__file__).resolve().parents[1] / "notebooks" / "09-annual-review.ipynb"
ALLIANCE = [sys.executable, "-m", "alliance_analytics"]


@dataclass(frozen=True)
class Cost:
    """Seconds of the clock and of the processors, of a command and all that it started."""

    wall: float
    cpu: float


def main() -> None:
    """Print the table, or what killing a batch leaves."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--reviews", type=int, default=24, help="how many our runner makes")
    asked.add_argument("--stock", type=int, default=3, help="how many papermill and nbconvert make")
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--kills", type=int, default=0, help="how often to kill a batch of twelve instead")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.kills:
            killed(Path(folder), given.kills)
        else:
            compared(Path(folder), given.reviews, given.stock, given.jobs)


def compared(folder: Path, reviews: int, stock: int, jobs: int) -> None:
    """Print seconds a review of each way, and of the runs that find nothing, or one thing, to do."""
    world = many(folder / "many", reviews)
    review = [*ALLIANCE, "review", str(world), "--out", str(folder / "out"), "--jobs", str(jobs)]
    ours = measured(review)
    again = measured(review)
    correct(world / "alliance-000")
    dry = subprocess.run([*review, "--dry-run"], check=True, capture_output=True, text=True).stdout
    chosen = sorted(path.name for path in world.glob("alliance-*") if path.is_dir())[:stock]
    theirs = [stock_review(world, name, folder / "stock") for name in chosen]
    alone = cpu_alone(review, chosen)
    plain = cpu_plain(world, chosen)
    same = [
        page_of(folder / "stock" / f"{name}.ipynb") == our_page(folder / "out", name) for name in chosen[1:]
    ]
    stock_wall, stock_cpu = (sum(getattr(one, part) for one in theirs) / stock for part in ("wall", "cpu"))
    print(f"{reviews} reviews by ours with {jobs} at once, {stock} by papermill and nbconvert")
    print(f"papermill + nbconvert, a review   {stock_wall:7.1f} s  CPU {stock_cpu:6.1f} s")
    print(f"ours, a review                    {ours.wall / reviews:7.1f} s  CPU {ours.cpu / reviews:6.1f} s")
    print(f"ours one after the other, a review                   CPU {alone:6.1f} s")
    print(f"plain Python, a review with its checks               CPU {plain:6.1f} s")
    print(f"ours costs {alone / plain:.2f} times plain Python (aim 1.15)")
    print(f"times as fast {stock_wall / (ours.wall / reviews):.1f} (aim 15)")
    print(f"nothing changed, {reviews} reviews: {again.wall:.2f} s (aim 1)")
    print(f"one export corrected: {dry.strip().splitlines()[-1]}")
    print(f"pages equal to those of papermill's notebooks: {sum(same)} of {len(same)}")
    for command in (["--help"], ["scores", str(world), "--alliance", chosen[-1]]):
        print(f"alliance {command[0]}: {measured([*ALLIANCE, *command]).wall:.2f} s")


def many(folder: Path, count: int) -> Path:
    """Return a workspace of some alliances: those of the example, over and over."""
    folder.mkdir()
    shutil.copy(EXAMPLE / "workspace.yml", folder)
    shown = sorted(path for path in EXAMPLE.iterdir() if path.is_dir())
    for number in range(count):
        shutil.copytree(shown[number % len(shown)], folder / f"alliance-{number:03d}")
    return folder


def correct(alliance: Path) -> None:
    """Change one export without changing what it says: a line end more."""
    export = next(path for path in sorted(alliance.rglob("*.csv")) if path.parent != alliance)
    export.write_bytes(export.read_bytes() + b"\n")


def stock_review(world: Path, alliance: str, folder: Path) -> Cost:
    """Run the notebook by the command lines of papermill and nbconvert, as anybody would."""
    folder.mkdir(exist_ok=True)
    target = folder / f"{alliance}.ipynb"
    given = ["-p", "workspace", str(world.resolve()), "-p", "alliance", alliance, "-k", "python3"]
    run = measured(
        [sys.executable, "-m", "papermill", str(NOTEBOOK), str(target), *given, "--cwd", str(NOTEBOOK.parent)]
    )
    shown = measured([sys.executable, "-m", "nbconvert", "--to", "html", str(target)])
    return Cost(run.wall + shown.wall, run.cpu + shown.cpu)


def page_of(executed: Path) -> str:
    """Return the page that the notebook of stock papermill makes."""
    from alliance_analytics.publish.page.assembling import page_from  # noqa: PLC0415 - not timed
    from alliance_analytics.publish.page.notebook import exhibits_of  # noqa: PLC0415

    return page_from(exhibits_of(executed))


def our_page(out: Path, alliance: str) -> str:
    """Return the page that our runner made."""
    return next((out / alliance).glob("*.html")).read_text(encoding="utf-8")


def cpu_alone(review: Sequence[str], alliances: Sequence[str]) -> float:
    """Return the seconds of the processors that one more review takes, with one at work at a time."""
    forced = [*review, "--force", "--jobs", "1"]
    one, every = (
        measured([*forced, *(f"--alliance={name}" for name in some)]).cpu
        for some in (alliances[:1], alliances)
    )
    return (every - one) / (len(alliances) - 1)


def cpu_plain(world: Path, alliances: Sequence[str]) -> float:
    """Return the same of plain Python: of all reviews in one process but the first, which warms it up."""
    command = [sys.executable, "-m", "benchmarks.plain_review", str(NOTEBOOK), str(world), *alliances]
    seconds = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return sum(map(float, seconds[1:])) / len(seconds[1:])


def measured(command: Sequence[str]) -> Cost:
    """Run a command and return what it cost, all its children included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.monotonic() - start, used)


def killed(folder: Path, times: int) -> None:
    """Kill a batch of twelve small reviews at random moments, let it finish, and look at what there is."""
    from benchmarks.killing import kill_and_look  # noqa: PLC0415 - needs nothing of the above

    draw, halves = random.Random(1), 0
    for number in range(times):
        halves += kill_and_look(folder / str(number), draw.uniform(0.05, 4.0))
    print(f"{times} kills: {halves} left half a file or did not complete (aim 0)")


if __name__ == "__main__":
    main()
