import numpy as np
import pytest

from alliance_analytics.intake.answering_time import answering_seconds
from alliance_analytics.intake.platforms.base import Column


def moments(started, ended):
    return [Column("", started, role="administration"), Column("", ended, role="administration")]


def seconds(export):
    return answering_seconds(export).tolist()


@pytest.mark.parametrize(
    "column",
    [
        Column("Duration (in seconds)", "Duration (in seconds)", role="administration"),
        Column("interviewtime", "Total time", role="timing"),
        Column("", "interviewtime. Totaaltijd", role="timing"),
    ],
)
def test_a_total_is_taken_as_seconds(make_export, column):
    assert seconds(make_export([column], [["360"], ["12,5"], ["12.5"]])) == [360, 12.5, 12.5]


def test_what_is_no_time_is_not_known(make_export):
    export = make_export([Column("duration", "", role="administration")], [[""], ["-4"], ["0"], ["long"]])
    assert np.isnan(seconds(export)).all()


@pytest.mark.parametrize(
    ("started", "ended"),
    [
        ("2025-11-17 10:00:00", "2025-11-17 10:05:30"),
        ("2025-11-17T09:00:00.250Z", "2025-11-17T10:05:30.250+01:00"),
        ("11/17/2025 9:58:00 PM", "11/17/2025 10:03:30 PM"),
        ("17/11/2025 23:58:00", "18/11/2025 00:03:30"),
        ("17-11-2025 9:58:00", "17-11-2025 10:03:30"),
    ],
)
def test_two_moments_are_subtracted_however_they_are_written(make_export, started, ended):
    export = make_export(moments("Start time", "Completion time"), [[started, ended], ["", ended]])
    first, second = seconds(export)
    assert first == 330
    assert np.isnan(second)


def test_moments_that_are_written_in_no_known_way_tell_nothing(make_export):
    rows = [["2025-11-17 10:00:00", "2025-11-17 10:05:00"], ["yesterday", "today"]]
    assert np.isnan(seconds(make_export(moments("Start Date", "End Date"), rows))).all()


def test_who_was_done_before_the_start_has_no_time(make_export):
    export = make_export(moments("start", "end"), [["2025-11-17 10:00:00", "2025-11-17 09:00:00"]])
    assert np.isnan(seconds(export)).all()


def test_a_total_goes_before_two_moments(make_export):
    columns = [*moments("StartDate", "EndDate"), Column("duration", "", role="administration")]
    export = make_export(columns, [["2025-11-17 10:00:00", "2025-11-17 10:05:00", "41"]])
    assert seconds(export) == [41]


def test_a_question_that_is_called_duration_is_no_time(make_export):
    assert np.isnan(seconds(make_export([Column("duration", "Duration")], [["360"]]))).all()


def test_the_records_keep_their_numbers(make_export):
    export = make_export([Column("duration", "", role="administration")], [["1"], ["2"]])
    assert answering_seconds(export).index.equals(export.cells.index)
