"""What was made of what: one small file a review, written last, when everything else is in its place.

A run that is killed leaves a page without its record, or with an old one; the next run then makes it again.
The records lie in ``.made/`` in the folder of the pages and hold digests, never data, paths or keys.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from alliance_analytics.batch.fingerprint import Parts
from alliance_analytics.batch.jobs import Job, Outcome
from alliance_analytics.digests import digest_of_file
from alliance_analytics.publish.page.writing import write_beside

FOLDER = ".made"
BESIDE = ".*.????????"
"""Files that were being written when a run was killed."""


@dataclass(frozen=True)
class Record:
    """What a review was made of, what became of it, and the digests of its files."""

    parts: Parts
    outcome: Outcome
    files: dict[str, str]

    def stands(self, out: Path) -> bool:
        """Return whether all its files are there as they were made."""
        return all(digest_of_file(out / name) == digest for name, digest in self.files.items())


def read_record(job: Job, out: Path) -> Record | None:
    """Return the record of a job, or None when there is none that can be read."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        plain = json.loads(place_of(job, out).read_text(encoding="utf-8"))
        return Record(Parts(**plain["parts"]), outcome_from_plain(plain["outcome"]), dict(plain["files"]))
    return None


def write_record(
    job: Job, out: Path, parts: Parts, outcome: Outcome, files: Mapping[str, str] | None = None
) -> None:
    """Write the record of a job whose files are in their places.

    Parameters
    ----------
    job, out, parts, outcome
        What was made of what.
    files : mapping of str to str, optional
        Name to digest of its files, where they are not in ``out``; taken of the files there when left out.
    """
    content = {
        "parts": asdict(parts),
        "outcome": asdict(outcome),
        "files": dict(digests(outcome, out) if files is None else files),
    }
    place = place_of(job, out)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_beside(place, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def digests(outcome: Outcome, out: Path) -> dict[str, str]:
    """Return name to digest of the files of a review that is done."""
    names = (outcome.page, *outcome.files) if outcome.status == "done" else ()
    return {name: digest_of_file(out / name) for name in names}


def forget_record(job: Job, out: Path) -> None:
    """Take the record of a job away before it is made again: it no longer says what stands there."""
    place_of(job, out).unlink(missing_ok=True)


def outcome_from_plain(plain: dict[str, Any]) -> Outcome:
    """Return the outcome that a file holds."""
    return Outcome(**plain | {"files": tuple(plain["files"])})


def unchanged(record: Record, job: Job) -> Outcome:
    """Return the outcome of a review that stands as it was made."""
    return replace(record.outcome, status="unchanged", label=job.label, title=job.title)


def sweep(out: Path) -> None:
    """Take away what a run that was killed was writing."""
    for folder in (out, *(path for path in out.glob("*") if path.is_dir())):
        for left in folder.glob(BESIDE):
            left.unlink(missing_ok=True)
    for left in (out / FOLDER).rglob(BESIDE):
        left.unlink(missing_ok=True)


def place_of(job: Job, out: Path) -> Path:
    """Return where the record of a job lies."""
    return out / FOLDER / job.alliance / f"{job.page.name}.json"
