"""Marks of a stage model about which an instrument asks nothing, so that no answer can speak for them."""

from __future__ import annotations

from alliance_analytics.model.instrument import SCALE_KINDS, Instrument
from alliance_analytics.model.stages import OTHER_SCALES, Evidence, Mark, StageModel


def unmeasured_marks(model: StageModel, instrument: Instrument) -> tuple[Mark, ...]:
    """Return the marks of which no piece of evidence can be had, in the order of the file.

    Parameters
    ----------
    model : StageModel
        As written or fitted.
    instrument : Instrument
        What is asked. Blocks, gaps and reports can be had whatever is asked.
    """
    fitted = model.fitted_to(instrument)
    asked: set[tuple[str, str]] = {(kind, name) for kind in SCALE_KINDS for name in instrument.scales(kind)}
    return tuple(
        mark for mark in fitted.marks if not any(_can_be_had(entry, asked) for entry in mark.evidence)
    )


def _can_be_had(entry: Evidence, asked: set[tuple[str, str]]) -> bool:
    return entry.scale in OTHER_SCALES or (entry.scale, entry.name or "") in asked
