"""The portfolio of many alliances: seconds from exports to the page, cold and warm, and the peak of memory.

A workspace of plain tables is written first (not timed). Run ``python -m benchmarks.portfolio 400``; fewer
alliances are scaled up. Each run is a process of its own: from nothing, again with nothing changed, and with
one alliance changed. Seconds of the processor stand beside those of the clock, which others stretch.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.instruments import default_instrument

WHOLE, WAVES, PEOPLE = 400, 5, 60
AIMS = {"cold": 20.0, "warm": 3.0, "one changed": 3.0}
PARTNERS, LEVELS = ("North", "South", "West"), ("strategic", "tactical", "operational")
COMMAND = "import sys; from alliance_analytics.cli import main; main()"


def main() -> None:
    """Print seconds and memory of the page, from nothing and again."""
    alliances = int(sys.argv[1]) if len(sys.argv) > 1 else WHOLE
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "many"
        write_workspace(root, alliances)
        print(f"{alliances} alliances x {WAVES} waves x {PEOPLE} people")
        for run in AIMS:
            if run == "one changed":
                _change_one(root)
            print(f"{run:11} {_told(run, *_timed(root), alliances)}")


def _change_one(root: Path) -> None:
    settings = root / "alliance-000" / "2025" / "wave.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "title: Again\n", encoding="utf-8")


def write_workspace(root: Path, alliances: int) -> None:
    """Write so many alliances, each wave one plain table."""
    instrument, luck = default_instrument(), np.random.default_rng(4)
    root.mkdir()
    (root / "workspace.yml").write_text("synthetic: true\n", encoding="utf-8")
    for number in range(alliances):
        middle = luck.normal(3.4, 0.4)
        for wave in range(2026 - WAVES, 2026):
            _write_wave(root / f"alliance-{number:03d}" / str(wave), instrument, middle, luck)


def _write_wave(folder: Path, instrument: Instrument, middle: float, luck: np.random.Generator) -> None:
    folder.mkdir(parents=True)
    scale = answer_scales().scale(instrument.answer_scale)
    labels = {point: scale.canonical(point, "en") for point in range(1, instrument.points + 1)}
    people = luck.normal(middle, 0.5, (PEOPLE, 1))
    points = np.rint(luck.normal(people, 0.85, (PEOPLE, len(instrument.scored)))).clip(1, instrument.points)
    answers = pd.DataFrame(points, columns=[item.id for item in instrument.scored]).map(labels.get)
    who = {
        "E-mail": [f"person{number}@example.org" for number in range(PEOPLE)],
        "partner": [PARTNERS[number % 3] for number in range(PEOPLE)],
        "level": [LEVELS[number // 3 % 3] for number in range(PEOPLE)],
    }
    pd.concat([pd.DataFrame(who), answers], axis=1).to_csv(folder / "answers.csv", index=False)
    asked = {partner: dict.fromkeys(LEVELS, 8) for partner in PARTNERS}
    settings = {"date": f"{folder.name}-06-01", "invited": asked}
    (folder / "wave.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def _timed(root: Path) -> tuple[float, float, float]:
    """Return seconds of one page by the clock and of the processor, and the largest memory so far, in MiB."""
    page = root.parent / "page.html"
    command = [sys.executable, "-c", COMMAND, "portfolio", str(root), "--format", "html", "--out", str(page)]
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, busy, after.ru_maxrss / 1024


def _told(run: str, seconds: float, busy: float, peak: float, alliances: int) -> str:
    scaled = "" if alliances == WHOLE else f"  (at most {seconds * WHOLE / alliances:.0f} s for {WHOLE})"
    times = f"{seconds:7.1f} s  {busy:7.1f} s of processor"
    return f"{times}  {peak:5.0f} MiB a process{scaled}  aim {AIMS[run]:.0f} s for {WHOLE}"


if __name__ == "__main__":
    main()
