"""Who is erased is gone from every frame, once and for all, and the list of it says of nobody who it was."""

import datetime

import pytest

import alliance_analytics as aa
from alliance_analytics.review.recording import record_review
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.forgetting import erase
from alliance_analytics.workspace.ledger import open_ledger
from alliance_analytics.workspace.searching import search

TODAY = datetime.date(2026, 3, 1)
WHO = "q-tactical-0@example.org"


@pytest.fixture
def quay(tmp_path, write_alliance):
    return write_alliance(tmp_path / "quay", {"Quay": {"tactical": (9, 6)}})


def forget(folder, who=WHO):
    opened = open_workspace(folder)
    return erase(opened, search(opened, who), TODAY)


def test_the_person_is_gone_and_everybody_else_is_as_before(quay):
    before = open_workspace(quay).responses("quay", "2025")
    lines = (quay / "2025" / "answers.csv").read_bytes().splitlines(keepends=True)
    forget(quay)
    after = open_workspace(quay).responses("quay", "2025")
    others = b"".join(line for line in lines if WHO.encode() not in line)
    assert (quay / "2025" / "answers.csv").read_bytes() == others
    assert len(after) == len(before) - 1


def test_the_list_of_what_was_erased_holds_no_identity(quay):
    log = forget(quay)
    forget(quay, "q-tactical-1@example.org")
    assert log.read_text() == (
        "date,alliance,wave,file,records\n2026-03-01,quay,2025,answers.csv,1\n2026-03-01,quay,2025,answers.csv,1\n"
    )
    assert open_workspace(quay).waves("quay") == ("2025",)


def test_erasing_again_changes_nothing(quay):
    forget(quay)
    before = {path: path.read_bytes() for path in quay.rglob("*") if path.is_file()}
    assert forget(quay) is None
    assert {path: path.read_bytes() for path in quay.rglob("*") if path.is_file()} == before


def test_the_ledger_keeps_that_somebody_was_there_and_nothing_to_test_a_guess_on(quay):
    (quay / "keys").mkdir()
    (quay / "keys" / "link.key").write_text("00" * 32)
    study = aa.study(quay)
    record_review(study)
    before = open_ledger(study.workspace).earlier("quay", "2025").releases[0].records
    forget(quay)
    after = open_ledger(open_workspace(quay)).earlier("quay", "2025").releases[0].records
    assert len(set(before["owner"]) - set(after["owner"])) == 1
    assert len(set(before["item"]) - set(after["item"])) == 1
    assert len(after) == len(before)
    assert (before == "").sum().sum() == (after == "").sum().sum()
    assert not search(open_workspace(quay), WHO).rewritten


def test_who_was_erased_cannot_be_had_by_subtracting_two_reviews(quay):
    (quay / "keys").mkdir()
    (quay / "keys" / "link.key").write_text("00" * 32)
    study = aa.study(quay)
    assert study.history.now.plan.scores["shown"].any()
    record_review(study)
    forget(quay)
    assert not aa.study(quay).history.now.plan.scores["shown"].any()
