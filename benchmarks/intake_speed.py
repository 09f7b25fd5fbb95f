"""How long a large survey takes from file to responses, beside pandas' own reading of the same file as text.

Each reading has a process of its own, which says how long it took and how much memory it held at most. The
two take turns, so that a busy machine disturbs both, and the medians are compared. Linux only: the peak is
what the kernel noted.

Run ``python -m benchmarks.intake_speed``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

RECORDS = 100_000
ROUNDS = 5
MOST_TIME, MOST_MEMORY = 2.0, 1.5
"""What reading a survey may take, as multiples of reading its text."""
STATUS = Path("/proc/self/status")


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as folder:
        from benchmarks.large_survey import write_survey  # noqa: PLC0415  the measured processes need none

        file = Path(folder) / "survey.csv"
        write_survey(file, RECORDS)
        print(markdown(measured(file, ROUNDS), file))


def measured(file: Path, rounds: int) -> pd.DataFrame:
    """Return the medians of several readings.

    Parameters
    ----------
    file : Path
        A survey of ``large_survey``.
    rounds : int
        Times that each reading is tried, in turns.

    Returns
    -------
    frame
        One row a reading: ``seconds``, ``peak`` (MiB of the process) and ``added`` (MiB above what it held
        before); and a last row of ratios.
    """
    tried = [{"reading": name, **_in_a_process(name, file)} for _ in range(rounds) for name in READINGS]
    medians = pd.DataFrame(tried).groupby("reading", sort=False).median()
    medians.loc["ratio"] = medians.loc["read_survey"] / medians.loc["pandas"]
    return medians


def markdown(table: pd.DataFrame, file: Path) -> str:
    """Return the measurements as Markdown."""
    lines = [f"Reading {file.stat().st_size / 1e6:.0f} MB of text, medians", ""]
    lines += ["| reading | seconds | peak MiB | added MiB |", "|---|---|---|---|"]
    lines += [
        f"| {name} | {row['seconds']:.2f} | {row['peak']:.{places}f} | {row['added']:.{places}f} |"
        for name, row in table.iterrows()
        for places in [2 if name == "ratio" else 0]
    ]
    return "\n".join([*lines, "", f"Allowed: {MOST_TIME:g} times as long, {MOST_MEMORY:g} times the memory."])


def text_alone() -> Callable[[Path], object]:
    """Return pandas' own reading of all cells as text."""
    return lambda file: pd.read_csv(file, dtype=str, keep_default_na=False)


def survey() -> Callable[[Path], object]:
    """Return the reading of a survey to responses."""
    from alliance_analytics.intake.survey import SurveySettings, read_survey  # noqa: PLC0415
    from benchmarks.large_survey import instrument  # noqa: PLC0415

    asked = instrument()
    return lambda file: read_survey(
        file, asked, SurveySettings(), alliance="one", wave="2026", link_key=bytes(32)
    )


READINGS: dict[str, Callable[[], Callable[[Path], object]]] = {"pandas": text_alone, "read_survey": survey}


def measure(reading: str, file: Path) -> dict[str, float]:
    """Return the seconds and MiB that a reading takes in this process, which did nothing else before."""
    read = READINGS[reading]()
    before, start = _memory("VmRSS"), time.perf_counter()
    read(file)
    seconds, peak = time.perf_counter() - start, _memory("VmHWM")
    return {"seconds": seconds, "peak": peak, "added": peak - before}


def _in_a_process(reading: str, file: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.intake_speed", reading, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _memory(field: str) -> float:
    """Return a size that the kernel keeps of this process, in MiB."""
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return int(lines[field].split()[0]) / 1024


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
    else:
        main()
