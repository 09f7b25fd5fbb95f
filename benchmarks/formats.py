"""Real exports read one by one, and held against what somebody counted in them by hand.

Real answers stay out of the repository, so the folder is given: ``make formats EXPORTS=DIR``. Its SOURCES.tsv
names each file (``local_path``), its platform (``platform_id``), and its ``records`` and ``people``; a line
without a platform is no export. Printed is a line a file; the exit status is 1 when one differs.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alliance_analytics.errors import AllianceError
from alliance_analytics.intake.description.described import Description
from alliance_analytics.intake.description.describing import describe

SOURCES = "SOURCES.tsv"
COLUMNS = ("file", "platform", "records", "people", "answers", "scales", "directions", "remark")


@dataclass(frozen=True)
class Expected:
    """What is known of a file."""

    file: str
    platform: str
    records: int
    people: int


@dataclass(frozen=True)
class Outcome:
    """What was read from a file, and whether it is as expected."""

    cells: tuple[str, ...]
    as_expected: bool


def main(folder: Path) -> int:
    """Print a table of all files, and return 1 when one differs from what is expected."""
    outcomes = [outcome(each, folder) for each in expected_in(folder)]
    print(markdown([each.cells for each in outcomes]))
    differing = sum(not each.as_expected for each in outcomes)
    print(f"{len(outcomes) - differing} of {len(outcomes)} files as expected.")
    return int(differing > 0)


def expected_in(folder: Path) -> list[Expected]:
    """Return what SOURCES.tsv of a folder says of its exports."""
    with (folder / SOURCES).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["platform_id"]]
    return [
        Expected(row["local_path"], row["platform_id"], int(row["records"]), int(row["people"]))
        for row in rows
    ]


def outcome(expected: Expected, folder: Path) -> Outcome:
    """Return what is read from one file beside what is expected."""
    try:
        found = describe(folder / expected.file)
    except AllianceError as error:
        return Outcome((expected.file, *[""] * 6, error.what), as_expected=False)
    pairs = {
        "platform": (found.platform, expected.platform),
        "records": (found.records, expected.records),
        "people": (found.people, expected.people),
    }
    cells = (expected.file, *(_beside(*pair) for pair in pairs.values()), *_scales(found))
    wrong = [name for name, (got, wanted) in pairs.items() if got != wanted]
    return Outcome((*cells, " and ".join(wrong) + " differ" if wrong else "as expected"), not wrong)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a Markdown table."""
    lines = (f"| {' | '.join(row)} |" for row in [COLUMNS, ["---"] * len(COLUMNS), *rows])
    return "\n".join([*lines, ""])


def _scales(found: Description) -> tuple[str, str, str]:
    scales = [column.scale for column in found.answers if column.scale]
    points = Counter("?" if scale.points is None else str(scale.points) for scale in scales)
    return str(len(scales)), _counted(points, " points"), _counted(Counter(s.direction for s in scales))


def _counted(counts: Mapping[str, int], unit: str = "") -> str:
    pairs: Iterable[tuple[str, int]] = sorted(counts.items())
    return ", ".join(f"{count} of {name}{unit}" if unit else f"{count} {name}" for name, count in pairs)


def _beside(got: object, wanted: object) -> str:
    return str(got) if got == wanted else f"{got}, not {wanted}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
