"""Note what a review shows in the ledger of its workspace, so that the next one is held against it."""

from __future__ import annotations

import importlib.metadata

import pandas as pd

from alliance_analytics.intake.record_marks import record_marks
from alliance_analytics.model.instrument import SCALE_KINDS
from alliance_analytics.publish.release_plan import minima
from alliance_analytics.publish.witnesses import Statements
from alliance_analytics.review.study import Study
from alliance_analytics.review.waves import MeasuredWave
from alliance_analytics.workspace.ledger import SHOWN_COLUMNS, Ledger, Release, digests, open_ledger

PACKAGE = "alliance-analytics"


def record_review(study: Study) -> str:
    """Note everything that a review shows, and return why not: ``''``, ``no_key`` or ``not_writable``.

    Parameters
    ----------
    study : Study
        Of which a page is about to leave, or a picture or table was saved. A page made again from the same
        inputs adds nothing.

    Raises
    ------
    WorkspaceError
        If the ledger cannot be read, or not be written although it looked as if it could.
    """
    ledger = open_ledger(study.workspace)
    if ledger.missing:
        return ledger.missing
    for wave in study.history.waves:
        ledger.record(_release(study, ledger, wave))
    return ""


def _release(study: Study, ledger: Ledger, wave: MeasuredWave) -> Release:
    statements: Statements = {kind: wave.instrument.scales(kind) for kind in SCALE_KINDS}
    groups = wave.people[["partner", "level", "link"]].astype(object)
    later = wave.people["later"] if "later" in wave.people else pd.Series(None, groups.index, dtype=object)
    marks = record_marks(wave.people, wave.scores, statements, ledger.key)
    decided = wave.plan.scores
    files = study.workspace.files(wave.alliance, wave.wave)
    return Release(
        wave.alliance,
        wave.wave,
        pd.concat([groups.assign(later=later), marks], axis=1),
        decided.loc[decided["shown"], SHOWN_COLUMNS],
        minima(wave.plan.rule),
        {PACKAGE: importlib.metadata.version(PACKAGE)},
        digests({path.name: path for path in files}),
    )
