"""Arguments and options of ``alliance review``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Source = Annotated[
    str,
    typer.Argument(help="A folder of alliances, or of one; with --cluster also an address such as s3://..."),
]
Out = Annotated[str, typer.Option(help="Where the pages go; with --cluster also an address.")]
Jobs = Annotated[int, typer.Option(min=1, help="How many reviews are made at once.")]
ReportsFile = Annotated[
    Path | None, typer.Option(help="A reports.yaml: for which alliances, waves, languages and audiences.")
]
Parameter = Annotated[
    list[str] | None,
    typer.Option("--parameter", "-p", help="name=value for the notebook; may be given several times."),
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Print each page, too: needs Chromium, Chrome or Edge.")]
Slides = Annotated[bool, typer.Option("--slides", help="Make slides for the conference, too.")]
Tables = Annotated[
    bool,
    typer.Option("--tables", help="Pack tables that may be shown as CSV, and a text for a mail, too."),
]
Force = Annotated[bool, typer.Option("--force", help="Make all again, changed or not.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be made, and why.")]
Timeout = Annotated[float, typer.Option(min=1, help="Seconds that one review may take.")]
Cluster = Annotated[
    str | None, typer.Option(help="Address of the scheduler of a dask cluster, e.g. tcp://host:8786.")
]


class OnlyWhich(StrEnum):
    """Which reviews are made."""

    failed = "failed"


class KernelKind(StrEnum):
    """Where the cells of a notebook run."""

    inside = "inside"
    forked = "forked"
    ordinary = "ordinary"


Only = Annotated[OnlyWhich | None, typer.Option(help="Make only those that failed in their last run.")]
Kernel = Annotated[
    KernelKind | None,
    typer.Option(
        help="Where cells run: inside a forked process (Linux, the default there), in a forked kernel, "
        "or in an ordinary one."
    ),
]
