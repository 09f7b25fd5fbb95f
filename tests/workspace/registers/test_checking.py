"""The check gathers what was wrong in every register, with file and place."""

from alliance_analytics.model.loading import packaged
from alliance_analytics.workspace.registers.checking import problems_of_alliance, problems_of_wave


def test_blocks_plan_and_agreements_of_a_wave_are_looked_at(quay, opened):
    (quay / "2025" / "wave.yml").write_text("building_blocks: [board]\n")
    (quay / "2025" / "plan.csv").write_text("objective,owner,target\nFaster,,6\n")
    (quay / "2025" / "agreements.csv").write_text("what,who\nVisit,\n")
    places = [problem.where for problem in problems_of_wave(*opened(), "2025")]
    assert places == ["2025/wave.yml, building_blocks", "plan.csv, row 2", "agreements.csv, row 2"]


def test_a_sound_alliance_has_no_problems(opened):
    assert problems_of_alliance(*opened()) == ()
    assert problems_of_wave(*opened(), "2025") == ()


def test_an_own_stage_file_is_held_against_the_instrument(quay, opened):
    (quay / "stages.yml").write_text(packaged("stages.yml").read_text(encoding="utf-8"), encoding="utf-8")
    places = [problem.where for problem in problems_of_alliance(*opened())]
    assert places == ["stages.yml, at opportunism.ad-hoc", "stages.yml, at culturally-sensitive.survival"]
