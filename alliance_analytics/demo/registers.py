"""The registers of a synthetic alliance: what was agreed after each wave, and what it assumes.

Nothing here is drawn by chance, so that the answers of a world stay what they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alliance_analytics.demo.plan import PlannedAgreement, PlannedAssumption
from alliance_analytics.intake.platforms.csv_records import write_csv
from alliance_analytics.model.sourced import Entry


def write_agreements(agreements: Sequence[PlannedAgreement], folder: Path) -> None:
    """Write ``agreements.csv`` into the folder of a wave; nothing when nothing was agreed."""
    _write(agreements, folder / "agreements.csv")


def write_assumptions(assumptions: Sequence[PlannedAssumption], folder: Path) -> None:
    """Write ``assumptions.csv`` into the folder of an alliance; nothing when nothing is assumed."""
    _write(assumptions, folder / "assumptions.csv")


def _write(entries: Sequence[Entry], path: Path) -> None:
    if not entries:
        return
    header = tuple(type(entries[0]).model_fields)
    rows = [tuple(_text(getattr(entry, name)) for name in header) for entry in entries]
    write_csv(path, [header, *rows])


def _text(value: object) -> str:
    return "" if value is None else str(value)
