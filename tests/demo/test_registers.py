"""Registers of a synthetic alliance read back as they were planned, without a problem."""

from alliance_analytics.demo.plan import example_world
from alliance_analytics.demo.registers import write_agreements, write_assumptions
from alliance_analytics.workspace.registers.agreements import agreement_columns
from alliance_analytics.workspace.registers.assumptions import assumptions
from alliance_analytics.workspace.registers.columns import parsed
from alliance_analytics.workspace.registers.rows import rows_of

PILLARS = ("1", "2", "3", "4", "5", "6", "7", "8")


def test_agreements_read_back_as_planned(tmp_path):
    for plan in example_world().alliances:
        for wave in plan.waves:
            write_agreements(wave.agreements, tmp_path)
            register = parsed(rows_of(tmp_path / "agreements.csv"), agreement_columns(PILLARS))
            told = [(a.what, a.who, a.by_when, a.pillar, a.status) for a in wave.agreements]
            columns = ["what", "who", "by_when", "pillar", "status"]
            assert register.rows[columns].apply(tuple, axis=1).tolist() == told
            assert register.problems == ()


def test_assumptions_read_back_as_planned(tmp_path):
    for plan in example_world().alliances:
        write_assumptions(plan.assumptions, tmp_path)
        register = assumptions(tmp_path)
        assert register.rows["assumption"].tolist() == [each.assumption for each in plan.assumptions]
        assert register.rows["by"].tolist() == [each.by for each in plan.assumptions]
        assert register.problems == ()


def test_agreements_are_due_after_their_conference():
    for plan in example_world().alliances:
        for wave in plan.waves:
            assert all(each.by_when > wave.date for each in wave.agreements)


def test_nothing_agreed_writes_nothing(tmp_path):
    write_agreements((), tmp_path)
    write_assumptions((), tmp_path)
    assert list(tmp_path.iterdir()) == []
