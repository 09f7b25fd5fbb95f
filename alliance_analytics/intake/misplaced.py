"""Records whose cells stand under the wrong headings, seen by a text that belongs into another column.

Who deletes or inserts a cell in a spreadsheet moves all cells behind it, and the record is as wide as before.
Then a level stands where the partner should, or an answer where the level should: all answers may be another
question's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from alliance_analytics.intake.answers import KINDS
from alliance_analytics.intake.partners import Named, NameQuestion
from alliance_analytics.intake.platforms.base import Export
from alliance_analytics.intake.table import each_text
from alliance_analytics.model.instrument import Instrument
from alliance_analytics.model.spelling import plain


def misplaced(
    export: Export,
    places: Mapping[str, int],
    instrument: Instrument,
    kinds: pd.DataFrame,
    *,
    named: Mapping[str, tuple[Named, NameQuestion]],
    labels: Collection[str],
    missing: Collection[str],
) -> pd.Series[bool]:
    """Return which records hold, where nothing could be read, what belongs into another column.

    Parameters
    ----------
    export : Export
        Records of respondents.
    places : mapping of str to int
        Item id to the place of its column.
    instrument : Instrument
        The questionnaire.
    kinds : DataFrame of int, (records, scored items)
        Places in ``KINDS``.
    named : mapping of str to (Named, NameQuestion)
        For ``'partner'`` and ``'level'``, what was read and which names are allowed.
    labels : collection of str
        Labels of the points of the scale, in plain spelling.
    missing : collection of str
        Labels of missing answers, in plain spelling. Beside a known name they may have been offered there.
    """
    spoken = {kind: {*map(plain, question.spellings)} for kind, (_, question) in named.items()}
    nameless = {kind: name.names.isna().to_numpy() for kind, (name, _) in named.items()}
    nobody = pd.Series(np.logical_and.reduce([*nameless.values()]), index=kinds.index)
    no_answer = dict(zip(kinds, (kinds.to_numpy() == KINDS.index("unreadable")).T, strict=True))
    found = pd.Series(False, index=kinds.index)
    for item in (item for item in instrument.items if item.id in places and item.kind != "open"):
        unread = nameless[item.kind] if item.kind in named else no_answer[item.id]
        if unread.any():
            own = spoken[item.kind] if item.kind in named else {*labels}
            foreign = {*labels}.union(*spoken.values()) - own
            said = each_text(export.cells.loc[unread, places[item.id]], _said)
            found[unread] |= said.isin(foreign)
            if item.kind in named:
                found[unread] |= said.isin([*missing]) & nobody[unread]
    return found


def _said(text: str) -> str:
    """Return a text in plain spelling; some platforms write the name of a label, such as *strongly_agree*."""
    return plain(text.replace("_", " "))
