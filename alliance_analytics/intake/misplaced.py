"""Records whose cells stand under the wrong headings, seen by a text that belongs into another column.

Who deletes or inserts a cell in a spreadsheet moves all cells behind it, and the record is as wide as before.
Then a level stands where the partner should, or an answer where the level should: all answers may be another
question's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

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
    kinds : DataFrame of str, (records, scored items)
        ``unreadable`` where a cell was no answer.
    named : mapping of str to (Named, NameQuestion)
        For ``'partner'`` and ``'level'``, what was read and which names are allowed.
    labels : collection of str
        Labels of the points of the scale, in plain spelling.
    missing : collection of str
        Labels of missing answers, in plain spelling. Beside a known name they may have been offered there.
    """
    spoken = {kind: {*map(plain, question.spellings)} for kind, (_, question) in named.items()}
    nobody = pd.concat([name.names.isna() for name, _ in named.values()], axis=1).all(axis=1)
    found = pd.Series(False, index=kinds.index)
    for item in (item for item in instrument.items if item.id in places and item.kind != "open"):
        unread = named[item.kind][0].names.isna() if item.kind in named else kinds[item.id] == "unreadable"
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
