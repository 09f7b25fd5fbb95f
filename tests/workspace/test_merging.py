"""Two exports of one wave are one survey."""

import pandas as pd
import pytest

from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.workspace import open_workspace

GROUPS = {"Quay": {"tactical": (9, 6)}}
OPEN = next(item.id for item in default_instrument().items if item.kind == "open")


@pytest.fixture
def merged(tmp_path, write_alliance):
    """A wave whose export was drawn twice: the second file repeats two people of the first."""
    wave = write_alliance(tmp_path / "quay", GROUPS) / "2025"
    table = pd.read_csv(wave / "answers.csv").assign(**{OPEN: "A word from me."})
    table.iloc[:4].to_csv(wave / "answers.csv", index=False)
    table.iloc[2:].to_csv(wave / "more answers.csv", index=False)
    return open_workspace(tmp_path / "quay").survey("quay", "2025")


def test_everybody_counts_once(merged):
    assert len(merged.responses) == merged.kept == 6
    assert merged.responses["person"].is_unique


def test_what_somebody_wrote_twice_is_kept_once(merged):
    assert len(merged.comments) == 6
    assert merged.comments["person"].is_unique


def test_every_record_is_accounted_for(merged):
    assert merged.records == merged.kept + sum(merged.excluded.values()) == 8
    assert merged.excluded["duplicate"] == 2


def test_the_log_says_who_was_left_out_as_a_number(merged):
    between = merged.log[merged.log["file"] == "several exports"]
    assert between[["reason", "found"]].to_dict("records") == [{"reason": "duplicate", "found": "2 records"}]


def test_answers_and_their_kinds_of_absence_stay_side_by_side(merged):
    items = list(merged.missing_kinds.columns)
    assert merged.responses[items].isna().equals(merged.missing_kinds != "")


def test_one_export_is_left_as_it_is(workspace):
    survey = workspace.survey("canal", "2025")
    assert survey.platform == "google-forms"
    assert "several exports" not in set(survey.log["file"])


def test_whoever_stands_in_two_files_counts_twice_when_the_settings_keep_duplicates(tmp_path, write_alliance):
    wave = write_alliance(tmp_path / "quay", GROUPS) / "2025"
    table = pd.read_csv(wave / "answers.csv")
    table.iloc[2:].to_csv(wave / "more answers.csv", index=False)
    kept = open_workspace(tmp_path / "quay").survey("quay", "2025", keep_rows=["duplicate"])
    assert (kept.kept, kept.records, kept.excluded) == (10, 10, {})


def test_everybody_keeps_a_place_for_how_long_it_took(merged):
    assert merged.seconds.index.equals(merged.responses.index)
