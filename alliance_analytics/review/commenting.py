"""What people wrote in their own words: shown only when somebody said yes, and as far as the rule allows."""

from __future__ import annotations

import pandas as pd

from alliance_analytics.publish.comments import ReleasedComments, release_comments
from alliance_analytics.publish.exhibit import Exhibit
from alliance_analytics.publish.wording import words
from alliance_analytics.review.cells import Cells
from alliance_analytics.review.study import Study
from alliance_analytics.review.tables import shown_table
from alliance_analytics.workspace import Workspace
from alliance_analytics.workspace.consents import comments_consent

SECTION = "answers"


def comments(study: Study) -> Exhibit | None:
    """Show what people wrote; None unless a yes is recorded in the workspace and the rule lets some of it."""
    released = released_comments(study.workspace, study.alliance, study.wave)
    if released is None or released.comments.empty:
        return None
    say, cells = words("sharing", study.language), Cells(study.say, study.language)
    asked = {item.id: item.asked(study.language) for item in study.instrument.items}
    rows = [(asked.get(item, item), text) for item, text in released.comments.itertuples(index=False)]
    header = (say("comments.question"), say("comments.comment"))
    return Exhibit(
        "comments",
        SECTION,
        say("comments.headline", count=cells.count(len(rows))),
        say("comments.subtitle", wave=study.wave),
        table=shown_table(study.say, say("comments.caption", wave=study.wave), header, rows),
        notes=(
            say("comments.order"),
            say("comments.withheld"),
            *([say("comments.too_few")] if released.too_few else []),
        ),
        language=study.language,
    )


def released_comments(workspace: Workspace, alliance: str, wave: str) -> ReleasedComments | None:
    """Return the comments of a wave that may be shown; None when nobody said yes to showing any.

    Raises
    ------
    AllianceError
        If the record of the yes is broken or for another wave, or the wave cannot be read.
    """
    written = consented_comments(workspace, alliance, wave)
    return None if written is None else fit_to_be_shown(workspace, alliance, wave, written)


def consented_comments(workspace: Workspace, alliance: str, wave: str) -> pd.DataFrame | None:
    """Return the comments of a wave to which a yes was recorded, before any rule; None without a yes.

    Raises
    ------
    AllianceError
        If the record of the yes is broken or for another wave, or the wave cannot be read.
    """
    consent = comments_consent(workspace, alliance, wave)
    if consent is None:
        return None
    written: pd.DataFrame = workspace.survey(alliance, wave).comments
    return written[written["item"].isin(consent.questions)] if consent.questions else written


def fit_to_be_shown(
    workspace: Workspace, alliance: str, wave: str, written: pd.DataFrame
) -> ReleasedComments:
    """Return which comments of a wave the rule lets anybody see."""
    people, rule = workspace.survey(alliance, wave).kept, workspace.rule(alliance, wave)
    return release_comments(written, people, rule, seed=f"{alliance}/{wave}")
