"""What lies around synthetic alliances can be read back, and says the same each time."""

import pandas as pd
import pytest

from alliance_analytics.demo.cast import invented_world
from alliance_analytics.demo.practices import practices
from alliance_analytics.demo.surroundings import write_surroundings


@pytest.fixture(scope="module")
def plan():
    return invented_world(3, 5)


@pytest.fixture
def folder(plan, tmp_path):
    for each in plan.alliances:
        (tmp_path / each.id).mkdir()
    write_surroundings(plan, tmp_path)
    return tmp_path


def test_ties_are_of_partners_in_the_world(folder, plan):
    ties = pd.read_csv(folder / "links.csv")
    partners = {partner.name for each in plan.alliances for partner in each.partners}
    assert len(ties)
    assert set(ties["partner"]) <= partners
    assert not set(ties["tied_to"]) & partners


def test_every_norm_has_a_source(folder):
    norms = pd.read_csv(folder / "norms.csv")
    assert norms["source"].notna().all()
    assert norms["mean"].between(1, 5).all()


def test_an_assumption_that_was_answered_says_what_was_learned(folder):
    assumed = pd.read_csv(folder / "assumptions.csv")
    answered = assumed["status"] != "open"
    assert answered.any()
    assert assumed.loc[answered, "learned"].notna().all()


def test_partners_own_the_steps_of_their_process(folder, plan):
    for each in plan.alliances:
        steps = pd.read_csv(folder / each.id / "process.csv")
        assert set(steps["owner"]) <= {partner.name for partner in each.partners}
        told = {name for names in steps["next"].dropna() for name in str(names).split(";")}
        assert {name.strip() for name in told} <= set(steps["step"])


def test_the_steps_are_told_in_the_language_of_the_world(folder, plan):
    for each in plan.alliances:
        steps = pd.read_csv(folder / each.id / "process.csv")
        assert steps["name"].tolist() == [step.name[plan.language] for step in practices().steps]


def test_it_is_the_same_each_time(folder, plan, tmp_path):
    before = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    write_surroundings(plan, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")} == before
