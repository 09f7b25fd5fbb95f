"""Rows for a program: exactly the columns promised, and a wave that could not be read among them."""

import shutil

import pytest

from alliance_analytics.errors import AllianceError
from alliance_analytics.review.development.rows import stage_rows
from alliance_analytics.workspace import open_workspace

KEYS = ["alliance", "wave", "stage", "share", "low", "high", "placed", "reason"]


def test_each_wave_and_stage_has_a_row(workspace, study):
    rows = stage_rows(workspace, "canal")
    assert all(list(row) == KEYS for row in rows)
    assert [row["wave"] for row in rows] == sorted(row["wave"] for row in rows)
    now = {row["stage"]: row["share"] for row in rows if row["wave"] == "2025"}
    assert now == study.stage_shares.query("wave == '2025'").set_index("stage")["share"].to_dict()
    assert sum(now.values()) == pytest.approx(1)


def test_what_is_not_placed_has_no_number(workspace):
    rows = stage_rows(workspace, "ferry")
    assert {row["reason"] for row in rows} == {"not_asked"}
    assert {row["share"] for row in rows} == {None}


def test_an_earlier_wave_that_cannot_be_read_is_not_forgotten(tmp_path, world):
    folder = shutil.copytree(world, tmp_path / "world")
    (folder / "canal" / "2023" / "wave.yml").write_text("datum: 1\n")
    rows = stage_rows(open_workspace(folder), "canal")
    assert {row["reason"] for row in rows if row["wave"] == "2023"} == {"not_read"}
    assert all(row["placed"] for row in rows if row["wave"] == "2025")


def test_a_newest_wave_that_cannot_be_read_is_an_error(tmp_path, world):
    folder = shutil.copytree(world, tmp_path / "world")
    (folder / "canal" / "2025" / "wave.yml").write_text("datum: 1\n")
    with pytest.raises(AllianceError):
        stage_rows(open_workspace(folder), "canal")
