"""Write a whole synthetic workspace: alliances, waves, exports, reports, registers, and the answer key.

The same plan and seed give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from alliance_analytics.demo.cast import invented_world
from alliance_analytics.demo.documents import write_document
from alliance_analytics.demo.exports import export_of
from alliance_analytics.demo.front_door import write_front_door
from alliance_analytics.demo.plan import PlannedAlliance, PlannedWorld, example_world
from alliance_analytics.demo.platforms import LAYOUTS
from alliance_analytics.demo.practice import write_practice
from alliance_analytics.demo.registers import write_agreements, write_assumptions
from alliance_analytics.demo.report import Document
from alliance_analytics.demo.settings_files import (
    write_alliance_settings,
    write_wave_settings,
    write_workspace_settings,
)
from alliance_analytics.demo.simulation import simulate
from alliance_analytics.demo.story import stories
from alliance_analytics.demo.surroundings import write_surroundings
from alliance_analytics.demo.truth import RULES, FinishedWave, Truth, truth_of_alliance
from alliance_analytics.errors import ParameterError, WorkspaceError
from alliance_analytics.model.instruments import default_instrument

FOR_DATA = 1
"""Keeps the chance in the data apart from the chance in an invented plan of the same seed."""

ENDINGS = {"report": (".pdf",), "minutes": (".docx",), "letter": (".html", ".md")}
"""Kind of document to its formats, by turns over the waves."""


def write_world(folder: Path, *, seed: int, alliances: int) -> None:
    """Write a synthetic workspace of any size.

    Parameters
    ----------
    folder : Path
        A new or empty folder.
    seed : int
        The same seed gives the same bytes.
    alliances : int
        Number of alliances, 1 or more, each with two to five waves.

    Raises
    ------
    ParameterError
        If ``alliances`` is below 1.
    WorkspaceError
        If the folder holds anything.
    """
    if alliances < 1:
        raise ParameterError("A world needs an alliance.", found=str(alliances), allowed="1 or more")
    _write(invented_world(seed, alliances), folder)


def write_example(folder: Path) -> None:
    """Write the shipped example: one alliance that grows, and one that falls back.

    Parameters
    ----------
    folder : Path
        A new or empty folder.

    Raises
    ------
    WorkspaceError
        If the folder holds anything.
    """
    _write(example_world(), folder)


def _write(world: PlannedWorld, folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise WorkspaceError(
            "The folder is not empty.", where=folder.name, remedy="Give a new folder; nothing was written."
        )
    folder.mkdir(parents=True, exist_ok=True)
    write_workspace_settings(world, folder)
    truth = {
        plan.id: _write_alliance(
            plan, folder / plan.id, np.random.default_rng([world.seed, number, FOR_DATA])
        )
        for number, plan in enumerate(world.alliances)
    }
    key = {"synthetic": True, "seed": world.seed, "rules": RULES, "alliances": truth}
    text = json.dumps(key, ensure_ascii=False, separators=(",", ":"))
    (folder / "truth.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    for write in (write_front_door, write_practice, write_surroundings):
        write(world, folder)


def _write_alliance(plan: PlannedAlliance, folder: Path, generator: np.random.Generator) -> Truth:
    folder.mkdir()
    write_alliance_settings(plan, folder)
    write_assumptions(plan.assumptions, folder)
    waves = simulate(plan, default_instrument(), generator)
    finished = [
        FinishedWave(simulated, export_of(simulated, generator), _named(documents, number))
        for number, (simulated, documents) in enumerate(zip(waves, stories(waves, generator), strict=True))
    ]
    for wave in finished:
        _write_wave(wave, folder / wave.simulated.wave.name)
    return truth_of_alliance(finished)


def _named(documents: Iterable[Document], number: int) -> dict[str, Document]:
    """Return file name to document, its format by turns over the waves."""
    return {
        document.name + ENDINGS[document.kind][number % len(ENDINGS[document.kind])]: document
        for document in documents
    }


def _write_wave(finished: FinishedWave, folder: Path) -> None:
    wave, export = finished.simulated.wave, finished.export
    (folder / "reports").mkdir(parents=True)
    LAYOUTS[wave.platform].write(export.survey, folder / export.file)
    write_wave_settings(finished.simulated.plan, wave, export, folder)
    write_agreements(wave.agreements, folder)
    for name, document in finished.documents.items():
        write_document(document, folder / "reports" / name)
