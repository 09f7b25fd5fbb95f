"""Digests of everything that a review depends on, so that only what changed is made again.

Content is what counts, never times. Nothing here imports more than the standard library: finding out that
nothing changed must not cost the imports of a review.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from json import dumps
from pathlib import Path

from alliance_analytics.batch.jobs import Job
from alliance_analytics.digests import digest_of, digest_of_file, digest_of_program, visible_files

SETTINGS = (".yml", ".yaml")
TABLES = ("waves.csv",)
KEYS = "keys"
KEY = "ALLIANCE_LINK_KEY"


@dataclass(frozen=True)
class Tree:
    """The files of a workspace and the digest of each; ``root`` is where, names have forward slashes."""

    root: Path
    files: Mapping[str, str]

    def digest_under(self, alliance: str) -> str:
        """Return the digest of the files that a review of an alliance may read: its own, and the shared."""
        if alliance not in self._digests:  # the workspace is one alliance itself
            return digest_of(self.files.items())
        return digest_of([self._digests[alliance], self._digests[""]])

    @cached_property
    def _digests(self) -> dict[str, str]:
        """Folder of an alliance to the digest of its files; '' to that of the files that all share."""
        found: dict[str, list[tuple[str, str]]] = {"": []}
        for name, digest in self.files.items():
            folder, inside, _ = name.partition("/")
            place = folder if inside and folder != KEYS else ""
            found.setdefault(place, []).append((name, digest))
        return {folder: digest_of(files) for folder, files in found.items()}

    @property
    def plan(self) -> str:
        """Digest of what decides which reviews there are: settings, and the names of all files."""
        told = (
            (name, digest if name.endswith((*SETTINGS, *TABLES)) else "")
            for name, digest in self.files.items()
        )
        return digest_of(told)


@dataclass(frozen=True)
class Parts:
    """What a review was made of, part by part; two that are equal make the same page."""

    inputs: str
    parameters: str
    notebook: str
    package: str


def tree_of(root: Path, but: Path) -> Tree:
    """Return the files of a workspace but hidden ones and those in ``but``, the folder of the pages."""
    whole = root.resolve()
    paths = visible_files(whole, but.resolve())
    return Tree(root, {path.relative_to(whole).as_posix(): digest_of_file(path) for path in paths})


def parts_of(job: Job, tree: Tree) -> Parts:
    """Return what a job's page is made of."""
    key = os.environ.get(KEY, "")
    # Where the workspace lies changes nothing that a review shows.
    parameters = {name: value for name, value in job.parameters.items() if name != "workspace"}
    told = [parameters, job.audience, job.sections, job.extras, job.contact]
    return Parts(
        inputs=digest_of([tree.digest_under(job.alliance), digest_of([key])]),
        parameters=digest_of([dumps(told, sort_keys=True, default=str)]),
        notebook=_notebook(job.notebook),
        package=digest_of_program(),
    )


@cache
def _notebook(path: Path) -> str:
    return digest_of_file(path)
