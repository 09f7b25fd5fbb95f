"""Platforms that are known by sight and not read yet, so that their exports get a straight answer.

A platform leaves this list when it gets a reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from alliance_analytics.intake.table import Table


def unread_platform(table: Table) -> str | None:
    """Return the name of the platform that wrote a table, when it is one without a reader."""
    headings = set(table.headings)
    return next((name for name, recognises in SIGHT.items() if recognises(headings, table)), None)


def _typeform(headings: set[str], _: Table) -> bool:
    return bool(headings & {"Submit Date (UTC)", "Network ID"}) and "#" in headings


def _redcap(headings: set[str], _: Table) -> bool:
    events = headings & {"redcap_event_name", "redcap_survey_identifier", "redcap_repeat_instance"}
    checkboxes = [heading for heading in headings if re.fullmatch(r"\w+___\d+", heading)]
    finished = [heading for heading in headings if heading.endswith("_complete")]
    return (
        bool(events)
        or (bool(finished) and bool(checkboxes))
        or {"Survey Identifier", "Complete?"} <= headings
    )


def _redcap_dictionary(headings: set[str], _: Table) -> bool:
    return {"Variable / Field Name", "Field Type"} <= headings


def _kobo(headings: set[str], _: Table) -> bool:
    return {"_uuid", "_submission_time"} <= headings


def _odk(headings: set[str], _: Table) -> bool:
    return {"SubmissionDate", "KEY"} <= headings


def _limesurvey_vv(_: set[str], table: Table) -> bool:
    return "{question_not_shown}" in table.record(2) and len(table.record(1)) > 1


SIGHT: dict[str, Callable[[set[str], Table], bool]] = {
    "Typeform": _typeform,
    "REDCap": _redcap,
    "a REDCap data dictionary": _redcap_dictionary,
    "KoboToolbox": _kobo,
    "ODK Central": _odk,
    "LimeSurvey's vv format": _limesurvey_vv,
}
