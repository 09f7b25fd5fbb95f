"""The register of a synthetic world can be read without a problem, and holds what a register may hold."""

import pytest

from alliance_analytics.demo.cast import invented_world
from alliance_analytics.demo.front_door import FILE, HEADER, RATERS, write_front_door
from alliance_analytics.model.front_door import front_door
from alliance_analytics.workspace.registers.columns import parsed
from alliance_analytics.workspace.registers.portfolio_door import door_columns
from alliance_analytics.workspace.registers.rows import rows_of


@pytest.fixture(scope="module")
def plan():
    return invented_world(3, 12)


@pytest.fixture(scope="module")
def register(plan, tmp_path_factory):
    folder = tmp_path_factory.mktemp("door")
    write_front_door(plan, folder)
    return parsed(rows_of(folder / FILE), door_columns(front_door()))


def test_every_cell_is_understood(register):
    assert register.problems == ()
    assert set(HEADER) <= set(register.rows.columns)


def test_every_alliance_is_rated_by_all_raters_in_two_rounds(plan, register):
    for alliance in plan.alliances:
        own = register.rows[register.rows["relation"] == alliance.id]
        assert own["rated"].nunique() == 2
        assert set(own["rater"]) == set(RATERS)


def test_some_relations_are_no_alliance_and_some_models_unknown(register):
    assert "no" in set(register.rows["core_processes"])
    assert "no" in set(register.rows["operation"])


def test_some_raters_lie_far_apart(register):
    spread = register.rows.groupby(["relation", "rated"])["criticality"].agg(lambda x: max(x) - min(x))
    assert spread.max() >= 3
    assert (spread <= 2).sum() > len(spread) / 2


def test_the_same_world_gives_the_same_register(plan, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_front_door(plan, tmp_path / name)
    assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "two" / FILE).read_bytes()
