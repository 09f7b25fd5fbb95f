"""A yes is recorded with who and when, and holds for one wave."""

import datetime
import shutil

import pytest

from alliance_analytics.errors import ModelError, WorkspaceError
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.consents import CONSENT, comments_consent


@pytest.fixture
def opened(tmp_path, world):
    shutil.copytree(world / "ferry", tmp_path / "ferry")
    return open_workspace(tmp_path)


def record(opened, text):
    (opened.root / "ferry" / "2025" / CONSENT).write_text(text)


def test_nobody_said_yes(opened):
    assert comments_consent(opened, "ferry", "2025") is None


def test_a_yes_is_read(opened):
    record(opened, "said_by: Ann Smith, alliance manager\ndate: 2025-07-01\nwave: 2025\nquestions: [O1]\n")
    consent = comments_consent(opened, "ferry", "2025")
    assert (consent.date, consent.questions) == (datetime.date(2025, 7, 1), ("O1",))


def test_a_yes_for_another_wave_is_none(opened):
    record(opened, "said_by: Ann Smith\ndate: 2024-07-01\nwave: 2024\n")
    with pytest.raises(WorkspaceError, match="another wave"):
        comments_consent(opened, "ferry", "2025")


@pytest.mark.parametrize("text", ["", "date: 2025-07-01\nwave: 2025\n", "said_by: Ann\nwave: 2025\n", "yes"])
def test_a_yes_without_who_and_when_is_refused(opened, text):
    record(opened, text)
    with pytest.raises(ModelError):
        comments_consent(opened, "ferry", "2025")
