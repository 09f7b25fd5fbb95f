"""Where a process chafes: a step that leans on a weak pillar, or on a theme that reports say is held back.

A register says which pillar and which theme a step leans on; survey and reports say how these stand. What is
hidden marks nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

SURVEY, REPORTS = "survey", "reports"
FRICTION_COLUMNS = ["step", "source", "about", "mean", "ci_low", "ci_high", "n", "hinders", "helps"]
PILLAR_COLUMNS = ["mean", "ci_low", "ci_high", "n"]


def friction(
    steps: pd.DataFrame, pillars: pd.DataFrame, themes: pd.DataFrame, weakest: Collection[str], middle: float
) -> pd.DataFrame:
    """Return the marks of friction, one row a step and source.

    Parameters
    ----------
    steps : frame
        Columns step, pillar and theme (None where a step leans on none).
    pillars : frame
        Released estimates of the alliance: columns name, mean, ci_low, ci_high, n and shown.
    themes : frame
        Passages of the reports: columns theme, enabler and constraint (counts).
    weakest : collection of str
        The weakest pillar, as shown elsewhere; more where several share the lowest mean.
    middle : float
        The midpoint of the answer scale.

    Returns
    -------
    frame
        Columns of ``FRICTION_COLUMNS``. The survey marks a step whose pillar is the weakest or lies
        below the midpoint; the reports mark one whose theme is more often said to be held back than helped
        (our convention).
    """
    known = {row["name"]: row for row in pillars[pillars["shown"].astype(bool)].to_dict("records")}
    told = {row["theme"]: row for row in themes.to_dict("records")}
    rows = [
        *_of_the_survey(steps, known, weakest, middle),
        *_of_the_reports(steps, told),
    ]
    return pd.DataFrame(rows, columns=FRICTION_COLUMNS)


def _of_the_survey(
    steps: pd.DataFrame, known: Mapping[str, Mapping[object, object]], weakest: Collection[str], middle: float
) -> list[dict[str, object]]:
    return [
        {
            "step": step,
            "source": SURVEY,
            "about": pillar,
            **{name: known[pillar][name] for name in PILLAR_COLUMNS},
        }
        for step, pillar in zip(steps["step"], steps["pillar"], strict=True)
        if pillar in known and (pillar in weakest or float(str(known[pillar]["mean"])) < middle)
    ]


def _of_the_reports(
    steps: pd.DataFrame, told: Mapping[str, Mapping[object, object]]
) -> list[dict[str, object]]:
    return [
        {"step": step, "source": REPORTS, "about": theme, "hinders": hinders, "helps": helps}
        for step, theme in zip(steps["step"], steps["theme"], strict=True)
        if theme in told
        for hinders, helps in [(told[theme]["constraint"], told[theme]["enabler"])]
        if float(str(hinders)) > float(str(helps))
    ]
