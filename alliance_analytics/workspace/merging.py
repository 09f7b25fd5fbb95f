"""Several exports of one wave become one: a form in two languages, or two collectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from alliance_analytics.intake.survey import SurveyIntake


def merged_survey(intakes: Sequence[SurveyIntake]) -> SurveyIntake:
    """Return one intake from several; whoever stands in an earlier file counts as a duplicate in a later one.

    Parameters
    ----------
    intakes : sequence of SurveyIntake
        At least one, in the order of their files.
    """
    merged = intakes[0]
    for intake in intakes[1:]:
        merged = _joined(merged, intake)
    return merged


def _joined(first: SurveyIntake, second: SurveyIntake) -> SurveyIntake:
    again = second.responses["person"].notna() & second.responses["person"].isin(
        first.responses["person"].dropna()
    )
    excluded = Counter(first.excluded) + Counter(second.excluded) + Counter({"duplicate": int(again.sum())})
    responses = pd.concat([first.responses, second.responses[~again]], ignore_index=True)
    missing = pd.concat([first.missing_kinds, second.missing_kinds[~again]], ignore_index=True)
    return replace(
        first,
        responses=responses,
        missing_kinds=missing.fillna("blank"),
        comments=pd.concat([first.comments, second.comments], ignore_index=True),
        log=pd.concat([first.log, second.log], ignore_index=True),
        platform=" + ".join(sorted({first.platform, second.platform})),
        records=first.records + second.records,
        kept=len(responses),
        excluded=dict(excluded),
    )
