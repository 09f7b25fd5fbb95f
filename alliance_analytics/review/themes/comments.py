"""Which share of the comments speaks of each theme: only of comments that may be shown, and only counted."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alliance_analytics.intake.documents.language import language_of
from alliance_analytics.interpret.themes.comments import comments_of
from alliance_analytics.interpret.themes.evidence import code_passages
from alliance_analytics.interpret.themes.trend import theme_trend
from alliance_analytics.model.themes import THEME_IDS
from alliance_analytics.publish.exhibit import Exhibit, Table
from alliance_analytics.publish.wording import words
from alliance_analytics.review.commenting import consented_comments, fit_to_be_shown
from alliance_analytics.review.labels import theme_names
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.review.themes.reports import codebook_of
from alliance_analytics.review.themes.shares import drawn, headline, left_cells, share_cells

SECTION = "themes"


def theme_comments(study: Study) -> Exhibit | None:
    """Show which share of the comments speaks of each theme, in all waves whose comments may be shown.

    None unless a yes to showing this wave's comments is recorded, the group is large enough, and enough
    people wrote something. Answers that say nothing are counted and left out before the rule is applied.
    """
    found = [each for wave in study.history.names if (each := _spoken(study, wave)) is not None]
    if study.wave not in [wave for wave, *_ in found]:
        return None
    coded = code_passages(
        pd.concat([texts for _, texts, _ in found], ignore_index=True), codebook_of(study.workspace)
    )
    trend, say = theme_trend(coded), words("themes", study.language)
    now = trend[trend["wave"] == study.wave]
    if now["n"].max() == 0:
        return None
    return Exhibit(
        "theme-comments",
        SECTION,
        headline(study, now, "comments"),
        say("comments.subtitle"),
        **drawn(study, now, "comments"),
        table=_table(study, trend[trend["n"] > 0]),
        notes=(
            say("coder"),
            say("comments.note", silent=found[-1][-1], left=int(now["abstained"].iloc[0])),
        ),
        language=study.language,
    )


def _spoken(study: Study, wave: str) -> tuple[str, pd.DataFrame, int] | None:
    """Return a wave, its comments that may be shown as passages, and how many answers said nothing."""
    written = consented_comments(study.workspace, study.alliance, wave)
    if written is None:
        return None
    said = comments_of(written["text"].tolist())
    released = fit_to_be_shown(study.workspace, study.alliance, wave, written.iloc[said.texts.index])
    if released.comments.empty:
        return None
    texts = released.comments["text"].astype(str).tolist()
    place: dict[str, Any] = {"alliance": study.alliance, "wave": wave, "document": "", "page": pd.NA}
    languages = [language_of(text, usual=study.language) for text in texts]
    columns = {"paragraph": range(len(texts)), "language": languages, "text": texts}
    return wave, pd.DataFrame(columns).assign(**place), said.without_answer


def _table(study: Study, trend: pd.DataFrame) -> Table:
    say, names = words("themes", study.language), theme_names(study.language)
    rows = [
        (names[row["theme"]], row["wave"], *share_cells(study, row))
        for row in trend.sort_values(["theme", "wave"], key=_place).to_dict("records")
    ]
    once = trend.drop_duplicates("wave").to_dict("records")
    rows += [(say("shares.left"), row["wave"], *left_cells(study, row)) for row in once]
    keys = ("theme", "wave", "comments", "share", "enabler", "constraint", "unclear")
    header = tuple(say(f"column.{key}") for key in keys)
    return shown_table(study.say, say("comments.caption"), header, rows, tuple(range(2, len(keys))))


def _place(column: pd.Series) -> pd.Series:
    return column.map(THEME_IDS.index) if column.name == "theme" else column
