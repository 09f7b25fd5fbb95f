"""Comments are shown when somebody said yes for this wave, and never otherwise."""

import pandas as pd
import pytest

import alliance_analytics as aa
from alliance_analytics.errors import WorkspaceError
from alliance_analytics.publish.exhibit import exhibit_text
from alliance_analytics.review.commenting import comments, released_comments
from alliance_analytics.workspace.consents import CONSENT

GROUPS = {"Quay": {"tactical": (30, 12)}}
WORDS = [f"We should meet more often, said number {word}" for word in ("one", "two", "three", "four")]
NAMED = "My name is Ann Smith and I am content"


@pytest.fixture
def folder(tmp_path, write_alliance, canal):
    table = canal["2025"].head(12).assign(partner="Quay", level="tactical")
    folder = write_alliance(tmp_path / "quay", GROUPS, {"2025": table})
    export = folder / "2025" / "answers.csv"
    answers = pd.read_csv(export, dtype=str)
    answers["C1"] = [*WORDS, NAMED, *[""] * 7]
    answers.to_csv(export, index=False)
    return folder


def yes(folder, wave="2025"):
    (folder / "2025" / CONSENT).write_text(f"said_by: Ann Smith\ndate: 2025-07-01\nwave: {wave}\n")


def test_by_default_there_are_none(folder):
    study = aa.study(folder)
    assert len(study.workspace.survey("quay", "2025").comments) == 5
    assert comments(study) is None
    assert released_comments(study.workspace, "quay", "2025") is None


def test_with_a_yes_they_are_shown_without_who(folder):
    yes(folder)
    told = exhibit_text(comments(aa.study(folder)))
    assert all(text in told for text in WORDS)
    assert "Ann Smith" not in told


def test_they_do_not_stand_in_the_order_of_the_file(folder):
    yes(folder)
    shown = [row[1] for row in comments(aa.study(folder)).table.rows]
    assert sorted(shown) == sorted(WORDS)
    assert shown != WORDS


def test_a_small_group_shows_none(folder):
    yes(folder)
    export = folder / "2025" / "answers.csv"
    pd.read_csv(export, dtype=str).head(9).to_csv(export, index=False)
    assert comments(aa.study(folder)) is None


def test_a_yes_of_another_wave_stops(folder):
    yes(folder, "2024")
    with pytest.raises(WorkspaceError):
        comments(aa.study(folder))


def test_dutch_readers_are_told_in_dutch(folder):
    yes(folder)
    assert "In eigen woorden" in comments(aa.study(folder, language="nl")).headline
