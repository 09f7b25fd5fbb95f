"""The contract that others build on: keys, nulls, groups and names."""

import json

import pytest

from alliance_analytics.errors import ParameterError, WorkspaceError
from alliance_analytics.review.scores import NUMBERS, released_scores
from alliance_analytics.workspace import open_workspace

KEYS = ["alliance", "wave", "group", "scale", "name", *NUMBERS, "shown", "reason"]


@pytest.fixture(scope="module")
def everybody(workspace):
    return released_scores(workspace, "canal")


@pytest.fixture(scope="module")
def crossed(workspace):
    return released_scores(workspace, "canal", "2025", by=("partner", "level"), scales=("pillar",))


@pytest.fixture(scope="module")
def by_partner(workspace):
    scales = ("dimension", "item")
    return released_scores(workspace, "canal", "2025", by=("wave", "partner"), scales=scales)


def test_a_row_has_the_keys_of_the_contract(everybody):
    assert {tuple(row) for row in everybody} == {tuple(KEYS)}


def test_rows_are_plain_json(everybody):
    assert json.loads(json.dumps(everybody, allow_nan=False)) == everybody


def test_numbers_of_people_are_whole(everybody):
    told = [row for row in everybody if row["shown"]]
    assert {(type(row["n"]), type(row["population"])) for row in told} == {(int, int)}


def test_without_a_wave_all_waves_are_there_and_are_never_pooled(everybody):
    pillars = [row["wave"] for row in everybody if row["name"] == "1"]
    assert pillars == ["2023", "2024", "2025"]


def test_items_come_only_when_asked_for(everybody, by_partner):
    assert {row["scale"] for row in everybody} == {"dimension", "pillar", "theme"}
    assert {row["scale"] for row in by_partner} == {"dimension", "item"}


def test_a_group_names_what_it_was_asked_for_by(everybody, by_partner, crossed):
    assert {tuple(row["group"]) for row in everybody} == {()}
    assert {tuple(row["group"]) for row in by_partner} == {("partner",)}
    assert {tuple(row["group"]) for row in crossed} == {("partner", "level")}


def test_groups_may_be_levels_of_an_instrument_of_its_own(workspace):
    rows = released_scores(workspace, "ferry", by=("level",))
    assert {row["group"]["level"] for row in rows} == {"crew", "shore"}


def test_the_merged_group_of_all_other_partners_is_no_partner(by_partner):
    groups = {row["group"]["partner"] for row in by_partner}
    assert groups == {"Northern Locks", "Harbour Office", "Tide Lab"}


def test_what_is_hidden_is_null_and_says_why(crossed):
    hidden = [row for row in crossed if not row["shown"]]
    assert hidden
    assert all(row[name] is None for row in hidden for name in NUMBERS)
    assert {row["reason"] for row in hidden} <= {"too_few", "subtraction", "scales"}


def test_what_is_shown_is_what_was_released(everybody, study):
    found = {
        row["name"]: row["mean"] for row in everybody if row["wave"] == "2025" and row["scale"] == "pillar"
    }
    released = study.estimates("pillar").set_index("name")["mean"].astype(object)
    assert found == released.where(released.notna(), None).to_dict()


def test_below_ten_people_there_is_no_sd_and_no_item(by_partner):
    few = [row for row in by_partner if row["group"]["partner"] == "Tide Lab"]
    assert {(row["scale"], row["shown"], row["n"], row["sd"]) for row in few} == {
        ("dimension", True, 5, None),
        ("item", False, None, None),
    }


def test_a_census_has_no_interval_around_its_mean(tmp_path, write_alliance):
    folder = write_alliance(tmp_path / "all", {"Quay": {"tactical": (11, 11)}})
    rows = [row for row in released_scores(open_workspace(folder), "all") if row["shown"]]
    assert rows
    assert all(row["ci_low"] == row["mean"] == row["ci_high"] for row in rows)


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ({"by": ["partners"]}, "'partner'"),
        ({"scales": ["pilar"]}, "'pillar'"),
        ({"scales": ["Item"]}, "'item'"),
    ],
)
def test_an_unknown_group_or_scale_is_refused_with_the_nearest(workspace, asked, nearest):
    with pytest.raises(ParameterError, match=nearest):
        released_scores(workspace, "canal", **asked)


@pytest.mark.parametrize(("alliance", "wave"), [("canel", None), ("canal", "2052")])
def test_an_unknown_alliance_or_wave_is_refused(workspace, alliance, wave):
    with pytest.raises(WorkspaceError, match="Did you mean"):
        released_scores(workspace, alliance, wave)
