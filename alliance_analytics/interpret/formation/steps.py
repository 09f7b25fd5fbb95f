"""The six steps of formation: which are made, which are only said to be, and which was jumped over."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.formation.judging import FAILS, HOLDS, OPEN

DONE, CLAIMED, PARTLY, GAP = "done", "claimed", "partly", "gap"
STEP_COLUMNS = ["question", "state", "jumped", "middle", "lowest", "highest", "n", "evidence"]


def formation_steps(table: pd.DataFrame) -> pd.DataFrame:
    """Return the state of each step, first to last.

    Parameters
    ----------
    table : frame
        As from :func:`~alliance_analytics.interpret.formation.judging.judged`.

    Returns
    -------
    frame
        Columns of ``STEP_COLUMNS``. ``state`` is "done" (it holds, and something shows it), "claimed" (it
        holds, and nothing shows it), "partly", "gap" or "unrated". ``jumped`` says that the step is a gap
        although a later one holds: the text warns of organisations that set to work before they were built.
    """
    steps = table[table["part"] == "steps"].reset_index(drop=True)
    holds = steps["verdict"] == HOLDS
    later = holds[::-1].cummax()[::-1].shift(-1, fill_value=False)
    state = [
        _state(verdict, evidence)
        for verdict, evidence in zip(steps["verdict"], steps["evidence"], strict=True)
    ]
    jumped = (steps["verdict"] == FAILS) & later.astype(bool)
    return steps.assign(state=state, jumped=jumped.to_numpy(bool))[STEP_COLUMNS]


def _state(verdict: str, evidence: str | None) -> str:
    if verdict == HOLDS:
        return DONE if evidence else CLAIMED
    return {OPEN: PARTLY, FAILS: GAP}.get(verdict, verdict)
