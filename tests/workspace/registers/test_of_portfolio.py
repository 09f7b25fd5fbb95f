"""All registers of a portfolio are read once, and know the same alliances."""

import pytest

from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.registers.of_portfolio import REGISTER_NAMES, PortfolioRegisters


@pytest.fixture
def registers(tmp_path):
    """Two alliances with a folder, and one that only the front door knows."""
    for name in ("canal", "harbour"):
        (tmp_path / name / "2025").mkdir(parents=True)
        (tmp_path / name / "alliance.yml").write_text("title: One\n", encoding="utf-8")
    put(
        tmp_path,
        "front-door.csv",
        """
        relation,partner,rater,rated,criticality,cross_functionality,partner_interconnectivity
        canal,North,Ann,2025-02-01,4,3,2
        Paper supply,South,Ann,2025-02-01,2,2,2
    """,
    )
    return PortfolioRegisters(open_workspace(tmp_path))


def put(folder, name, text):
    lines = [line.strip() for line in text.strip().splitlines()]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_an_alliance_that_only_the_front_door_knows_counts(registers):
    assert registers.names == ("canal", "harbour", "Paper supply")
    assert registers.relations["partner"].tolist() == ["North", "South"]


def test_the_other_registers_may_speak_of_it(registers):
    put(
        registers.workspace.root,
        "decisions.csv",
        """
        alliance,decision,due,taken
        Paper supply,Who pays,2025-02-01,
        canl,Who stays,2025-02-01,
    """,
    )
    assert registers.decisions.rows["alliance"].tolist() == ["Paper supply"]
    (problem,) = registers.decisions.problems
    assert problem.found == "canl"
    assert problem in registers.problems


def test_each_is_read_once(registers):
    assert registers.door is registers.door
    assert registers.people is registers.people


def test_a_folder_of_one_alliance_keeps_its_assumptions_to_itself(tmp_path):
    (tmp_path / "2025").mkdir()
    (tmp_path / "alliance.yml").write_text("title: One\n", encoding="utf-8")
    put(
        tmp_path,
        "assumptions.csv",
        """
        assumption,how_seen,by,status,learned,owner,stated
        Demand stays,Orders,2026-01-01,open,,North,2025-01-01
    """,
    )
    assert PortfolioRegisters(open_workspace(tmp_path)).assumptions.rows.empty


def test_every_register_has_a_name_of_its_own():
    assert len(set(REGISTER_NAMES)) == len(REGISTER_NAMES)
