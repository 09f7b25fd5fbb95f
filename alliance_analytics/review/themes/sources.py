"""Whether scores and reports moved the same way, and the passages of public reports that would explain it."""

from __future__ import annotations

from fnmatch import fnmatch
from functools import partial

import pandas as pd

from alliance_analytics.interpret.themes.both_sources import SOURCES, explaining, sources_compared
from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells, Record
from alliance_analytics.review.choosing import refuse_unknown
from alliance_analytics.review.labels import theme_names
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table

SECTION = "themes"
VERDICTS = ("agree", "disagree", "cannot_tell")


def sources_agree(study: Study, since: str = "") -> Exhibit | None:
    """Show whether statements and reports moved the same way on each theme.

    Parameters
    ----------
    study : Study
        Of which alliance and wave.
    since : str
        The earlier wave; the first when empty.

    Returns
    -------
    Exhibit or None
        None with one wave, or where neither source speaks of any theme.

    Raises
    ------
    ParameterError
        If there is no such earlier wave.
    """
    earlier = study.history.names[:-1]
    if not earlier or study.themes.empty:
        return None
    since = since or earlier[0]
    refuse_unknown("earlier wave", since, earlier)
    table, say = sources_compared(study.themes, since, study.wave), words("themes", study.language)
    counts = {verdict: int((table["agreement"] == verdict).sum()) for verdict in VERDICTS}
    told = {"since": since, "wave": study.wave, "points": study.instrument.points}
    return Exhibit(
        "theme-sources",
        SECTION,
        say("sources.headline", since=since, all=len(table), **counts),
        say("sources.subtitle", **told),
        table=_table(study, table),
        table_open=True,
        notes=(say("coder"), say("sources.note")),
        language=study.language,
    )


def themes_explained(study: Study) -> Exhibit | None:
    """Quote the passages that speak most clearly of each theme, of reports that the workspace calls public.

    None where it calls none of this wave public, or they speak of no theme. The analyst reads all of them
    with :func:`~alliance_analytics.review.themes.passages.theme_passages`.
    """
    patterns = study.workspace.settings.public_documents
    public = study.coded[study.coded["document"].map(partial(_is_public, patterns)).astype(bool)]
    found = [explaining(public, theme, study.wave) for theme in THEME_IDS]
    if not any(map(len, found)):
        return None
    say = words("themes", study.language)
    return Exhibit(
        "themes-explained",
        SECTION,
        say("explained.headline", wave=study.wave),
        table=_quotes(study, pd.concat(found, ignore_index=True)),
        notes=(say("coder"), say("explained.note")),
        language=study.language,
    )


def _is_public(patterns: tuple[str, ...], document: str) -> bool:
    return any(fnmatch(document, pattern) for pattern in patterns)


def _table(study: Study, table: pd.DataFrame) -> Table:
    say, names = words("themes", study.language), theme_names(study.language)
    rows = [
        (
            names[row["theme"]],
            *(_move(study, row, source) for source in SOURCES),
            say(f"sources.{row['agreement']}"),
        )
        for row in table.to_dict("records")
    ]
    header = (say("column.theme"), *(say(f"sources.{source}") for source in SOURCES), say("sources.verdict"))
    return shown_table(study.say, say("sources.caption"), header, rows, (1, 2))


def _move(study: Study, row: Record, source: str) -> str:
    say, cells = words("themes", study.language), Cells(study.say, study.language)
    if pd.isna(row[source]):
        return say("sources.unknown")
    interval = cells.interval(row[f"{source}_low"], row[f"{source}_high"], sign=True)
    return say("shares.cell", share=cells.signed(row[source]), interval=interval)


def _quotes(study: Study, passages: pd.DataFrame) -> Table:
    say, names = words("themes", study.language), theme_names(study.language)
    rows = [
        (names[row["theme"]], say(f"explained.{row['polarity']}"), row["text"], row["document"])
        for row in passages.to_dict("records")
    ]
    header = (say("column.theme"), *(say(f"explained.{name}") for name in ("leaning", "passage", "document")))
    return shown_table(study.say, say("explained.caption"), header, rows)
