"""Registers of one review: those of its wave, and the agreements of the wave before."""

from alliance_analytics.review.conference.registers import registers


def test_agreements_are_those_of_the_wave_before(kept, kept_study):
    assert kept_study.registers.agreed_before.rows["what"].tolist() == ["Visit", "Report"]
    first = registers(kept_study.workspace, "canal", ("2023",))
    assert first.agreed_before is None
    assert first.plan_before is None


def test_problems_of_all_registers_are_gathered(kept_study):
    places = {problem.where for problem in kept_study.registers.problems}
    assert places == {"plan.csv, row 3"}
