"""Several exports of one wave become one: a form in two languages, or two collectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.errors import WorkspaceError
from alliance_analytics.intake.log import IntakeLog, LogEntry
from alliance_analytics.intake.survey import SurveyIntake


def merged_survey(intakes: Sequence[SurveyIntake], keep: Collection[str] = ()) -> SurveyIntake:
    """Return one intake from several; whoever stands in an earlier file counts as a duplicate in a later one.

    Parameters
    ----------
    intakes : sequence of SurveyIntake
        At least one, in the order of their files.
    keep : collection of str, optional
        Kinds of record that count although they are usually left out; ``duplicate`` may be one.

    Raises
    ------
    WorkspaceError
        If no record of any file counts.
    """
    merged = intakes[0]
    for intake in intakes[1:]:
        merged = _joined(merged, intake, keep_all="duplicate" in keep)
    if not merged.kept:
        raise WorkspaceError(
            "No record of this survey counts.",
            found=", ".join(f"{count} {reason}" for reason, count in sorted(merged.excluded.items())),
            allowed="at least one response that was submitted",
            remedy="Export all responses again, or take the wave's folder away.",
        )
    return merged


def _joined(first: SurveyIntake, second: SurveyIntake, *, keep_all: bool) -> SurveyIntake:
    known = first.responses["person"].dropna().iloc[: 0 if keep_all else None]
    again = second.responses["person"].isin(known)
    responses = pd.concat([first.responses, second.responses[~again]], ignore_index=True)
    missing = pd.concat([first.missing_kinds, second.missing_kinds[~again]], ignore_index=True)
    new_comments = second.comments[~second.comments["person"].isin(known)]
    excluded = Counter(first.excluded) + Counter(second.excluded) + Counter({"duplicate": int(again.sum())})
    return replace(
        first,
        responses=responses,
        missing_kinds=missing.fillna("blank"),
        comments=pd.concat([first.comments, new_comments], ignore_index=True),
        log=_logged(first.log, second.log, int(again.sum())),
        platform=" + ".join(sorted({first.platform, second.platform})),
        records=first.records + second.records,
        kept=len(responses),
        excluded=dict(excluded),
        rescaled={**first.rescaled, **second.rescaled},
        seconds=pd.concat([first.seconds, second.seconds[~again]], ignore_index=True),
    )


def _logged(first: pd.DataFrame, second: pd.DataFrame, repeated: int) -> pd.DataFrame:
    """Return both logs, and a row on the people who stand in both files."""
    between = IntakeLog("several exports", tuple(_repeated(repeated)))
    return pd.concat([first, second, between.frame()], ignore_index=True)


def _repeated(count: int) -> list[LogEntry]:
    action = "Left out: the same people stand in an earlier file of the wave."
    return [LogEntry("duplicate", action, found=f"{count} records")] if count else []
