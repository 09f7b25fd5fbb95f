import datetime

import numpy as np

from alliance_analytics.model.front_door import front_door
from alliance_analytics.workspace.registers.governance import decisions, meetings, service_agreements

KNOWN = ["canal"]


def put(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def test_services_agreed_and_delivered_are_numbers(tmp_path):
    put(tmp_path, "service_agreements.csv",
        "alliance,service,period,agreed,delivered\n"
        "canal,reporting,2025-02-01,4,3\ncanal,reporting,2025-05-01,4,\n")  # fmt: skip
    found = service_agreements(tmp_path, KNOWN, front_door())
    assert found.rows["agreed"].tolist() == [4, 4]
    assert np.isnan(found.rows["delivered"].tolist()[1])
    assert [problem.where for problem in found.problems] == ["service_agreements.csv, row 3"]


def test_a_decision_without_a_day_taken_is_open(tmp_path):
    put(tmp_path, "decisions.csv", "alliance,decision,due,taken\ncanal,Who pays,2025-02-01,\n")
    found = decisions(tmp_path, KNOWN)
    assert found.rows.loc[0, "due"] == datetime.date(2025, 2, 1)
    assert found.rows.loc[0, "taken"] is None
    assert found.problems == ()


def test_counts_below_zero_are_named_and_unknown_alliances_left_out(tmp_path):
    put(
        tmp_path,
        "meetings.csv",
        "alliance,date,decided,updated,minutes\ncanal,2025-02-01,-1,3,60\nkanal,2025-02-01,1,1,60\n",
    )
    found = meetings(tmp_path, KNOWN)
    assert len(found.rows) == 1
    assert np.isnan(found.rows.loc[0, "decided"])
    assert [(problem.where, problem.found) for problem in found.problems] == [
        ("meetings.csv, row 2", "-1"),
        ("meetings.csv, row 3", "kanal"),
    ]


def test_no_files_no_entries(tmp_path):
    assert meetings(tmp_path, KNOWN).rows.empty
    assert service_agreements(tmp_path, KNOWN, front_door()).rows.empty
