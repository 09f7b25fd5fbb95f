"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

WorkspaceFolder = Annotated[
    Path, typer.Argument(help="A folder of alliances, or the folder of one alliance.")
]
NewFolder = Annotated[Path, typer.Argument(help="A new folder.")]
Alliances = Annotated[list[str] | None, typer.Option(help="Only this one; may be given several times.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


class Format(StrEnum):
    """How a table is printed."""

    table = "table"
    csv = "csv"
    json = "json"


class By(StrEnum):
    """What makes the groups."""

    partner = "partner"
    level = "level"
    wave = "wave"


class Scale(StrEnum):
    """Kinds of scales."""

    dimension = "dimension"
    pillar = "pillar"
    theme = "theme"
    item = "item"


class Language(StrEnum):
    """Languages of a review."""

    en = "en"
    nl = "nl"
