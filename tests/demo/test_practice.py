"""All registers of a synthetic portfolio are understood, and every part of the page has something to show."""

import pytest

from alliance_analytics.demo.cast import invented_world
from alliance_analytics.demo.front_door import write_front_door
from alliance_analytics.demo.practice import UNMANAGED_EVERY, write_practice
from alliance_analytics.demo.practices import practices
from alliance_analytics.demo.settings_files import write_alliance_settings
from alliance_analytics.demo.surroundings import write_surroundings
from alliance_analytics.interpret.capacity import loads
from alliance_analytics.model.front_door import front_door
from alliance_analytics.model.instruments import default_instrument
from alliance_analytics.review.portfolio.practice import practice
from alliance_analytics.workspace.registers.process import process_steps

WRITERS = (write_front_door, write_practice, write_surroundings)


@pytest.fixture(scope="module")
def plan():
    return invented_world(3, 9)


@pytest.fixture(scope="module")
def root(plan, tmp_path_factory):
    """The registers of nine alliances, without an answer to any survey."""
    folder = tmp_path_factory.mktemp("registers")
    for each in plan.alliances:
        (folder / each.id).mkdir()
        write_alliance_settings(each, folder / each.id)
    for write in WRITERS:
        write(plan, folder)
    return folder


@pytest.fixture(scope="module")
def found(root):
    return practice(root)


def test_every_cell_of_every_register_is_understood(found):
    registers = found.registers
    every = (
        registers.door, registers.hours, registers.people, registers.care, registers.agreements,
        registers.decisions, registers.meetings, *registers.ecosystem, registers.assumptions,
    )  # fmt: skip
    assert [problem for each in every for problem in each.problems] == []
    assert all(len(each.rows) for each in every)


def test_norms_are_of_scales_that_are_asked(found):
    assert set(found.registers.norms.rows["name"]) == set(default_instrument().scales("dimension"))


def test_one_service_has_no_estimate_on_purpose():
    every = {service.id for level in front_door().service_levels for service in level.services}
    assert every - set(practices().hours) == {"strategic-oversight"}


def test_some_alliances_are_managed_by_nobody(found, plan):
    nobody = found.registers.care.rows["person"].isna()
    assert nobody.sum() == len(plan.alliances) // UNMANAGED_EVERY
    assert set(loads(found.staffing)["person"]) == set(found.registers.people.rows["person"])


def test_every_process_runs_from_a_beginning_to_an_end(root, plan):
    instrument = default_instrument()
    for each in plan.alliances:
        steps = process_steps(
            root / each.id, tuple(instrument.scales("pillar")), tuple(instrument.scales("theme"))
        )
        assert steps.problems == ()
        assert steps.rows["pillar"].notna().all()
        assert len(steps.rows) == len(practices().steps)


def test_the_same_world_gives_the_same_registers(plan, root, tmp_path):
    for each in plan.alliances:
        (tmp_path / each.id).mkdir()
    for write in WRITERS:
        write(plan, tmp_path)
    again = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.csv")}
    assert again == {path.relative_to(root): path.read_bytes() for path in root.rglob("*.csv")}
