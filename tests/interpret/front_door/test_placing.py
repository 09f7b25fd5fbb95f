"""The front door of a small register, checked by hand."""

import datetime

import pytest

from alliance_analytics.interpret.front_door.placing import PLACED_COLUMNS, cautious, placed_relations
from alliance_analytics.model.formation import formation
from alliance_analytics.model.front_door import front_door
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.registers.portfolio_door import front_door_register


@pytest.fixture(scope="module")
def relations(portfolio_root):
    rows = front_door_register(open_workspace(portfolio_root), front_door()).rows
    table = placed_relations(rows, front_door(), formation(), datetime.date(2026, 3, 1))
    assert list(table.columns) == PLACED_COLUMNS
    return {row["relation"]: row for row in table.to_dict("records")}


def test_a_place_comes_from_the_newest_round(relations):
    birch = relations["birch"]
    assert (birch["criticality"], birch["cross_functionality"]) == (4.5, 4.5)
    assert (birch["resourcing"], birch["service_level"]) == ("node-team", "higher")
    assert birch["alliance"] == "birch"


def test_what_moved_since_last_time(relations):
    birch = relations["birch"]
    assert birch["moved"] is True
    assert (birch["resourcing_before"], birch["service_level_before"]) == ("specialist-function", "higher")
    assert relations["cedar"]["moved"] is None


def test_a_revisit_that_passed_is_overdue(relations):
    assert relations["birch"]["revisit"] == datetime.date(2025, 12, 1)
    assert relations["birch"]["overdue"]
    assert not relations["cedar"]["overdue"]


def test_raters_who_disagree_wildly_are_named(relations):
    assert relations["cedar"]["apart"]
    assert relations["cedar"]["agreeing"] == 0.5


def test_the_business_model_has_to_be_known_first(relations):
    maple = relations["maple"]
    assert (maple["reason"], maple["model_missing"]) == ("business_model", ("value",))
    assert maple["resourcing"] is None


def test_what_shares_no_risk_is_no_alliance(relations):
    paper = relations["Paper supply"]
    assert paper["reason"] == "no_alliance"
    assert paper["lacking"] == ("shared_risk", "core-processes")
    assert paper["forms"][0] == "customer-supplier"
    assert paper["alliance"] is None


def test_people_beside_their_job_have_to_be_trained(relations):
    assert relations["cedar"]["training"] == "missing"
    assert relations["birch"]["training"] == ""  # professionals need no training beside a job


def test_assumptions_are_kept_once(relations):
    assert relations["birch"]["assumptions"] == ("Demand stays",)


def test_one_no_counts():
    assert cautious([None, None]) is None
    assert cautious(["yes", "no", "yes"]) == "no"
