"""The passages behind every count of the themes, and those that wait for a reader: for the analyst's eyes.

They are frames and no exhibits, so that nothing of them can get into a shared page.
"""

from __future__ import annotations

import pandas as pd

from alliance_analytics.interpret.themes.blind import queue
from alliance_analytics.interpret.themes.trend import POLARITIES
from alliance_analytics.model.sourced import LANGUAGES
from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.study import Study

PASSAGE_COLUMNS = [
    *("theme", "polarity", "factor", "text", "document", "page", "paragraph", "score", "cues"),
    *("prototype", "likeness", "runner_up", "corrected", "coder", "codebook"),
]
QUEUE_COLUMNS = ["wave", "document", "paragraph", "text", "why", "runner_up", "cues", "prototype", "score"]


def theme_passages(study: Study, theme: str = "", polarity: str = "", wave: str = "") -> pd.DataFrame:
    """Return the passages behind a count of the themes, the clearest first.

    There are as many rows as the count says: *what helps* of a theme in a wave is
    ``theme_passages(study, theme, "enabler", wave)``.

    Parameters
    ----------
    study : Study
        Of which alliance.
    theme : str
        Which theme; all when empty.
    polarity : str
        enabler, constraint or unclear; all when empty.
    wave : str
        Which wave; that of the study when empty.

    Returns
    -------
    frame
        Columns of ``PASSAGE_COLUMNS``: what was coded, where it stands, and on what ground.

    Raises
    ------
    ParameterError
        If a theme, polarity or wave is unknown.
    """
    asked = {"theme": (theme, THEME_IDS), "polarity": (polarity, POLARITIES)}
    asked["wave"] = (wave or study.wave, study.history.names)
    rows = study.coded[study.coded["language"].isin(LANGUAGES)].dropna(subset="theme")
    for column, (chosen, known) in asked.items():
        if chosen:
            refuse_unknown(column, chosen, known)
            rows = rows[rows[column] == chosen]
    order = rows.assign(place=rows["theme"].map(THEME_IDS.index))
    by = ["place", "score"]
    return order.sort_values(by, ascending=[True, False], kind="stable", ignore_index=True)[PASSAGE_COLUMNS]


def reading_queue(study: Study) -> pd.DataFrame:
    """Return the passages that the coder left to a reader and nobody has coded, the likeliest first.

    Returns
    -------
    frame
        Columns of ``QUEUE_COLUMNS``, all waves: where each stands, why it was left, the likeliest theme, and
        what speaks for it.
    """
    return queue(study.coded).reindex(columns=QUEUE_COLUMNS)
