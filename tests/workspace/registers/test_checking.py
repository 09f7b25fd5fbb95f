"""The check gathers what was wrong in every register, with file and place."""

from alliance_analytics.model.loading import packaged
from alliance_analytics.workspace import open_workspace
from alliance_analytics.workspace.registers.checking import (
    problems_of_alliance,
    problems_of_wave,
    problems_of_workspace,
)


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


BROKEN = {
    "front-door.csv": "relation,rater,partner,rated,criticality,cross_functionality,"
    "partner_interconnectivity\n"
    "quay,A,Acme,2025-01-01,1,3,3\nquay,B,Acme,2025-01-01,5,3,9\n",
    "norms.csv": "scale,name,mean,source\npillar,1,8,Elsewhere\n",
    "people.csv": "person,hours\nManager,-1\n",
    "care.csv": "alliance,person\nqay,\n",
    "services.csv": "service,hours\nreportin,2\n",
    "service_agreements.csv": "alliance,service,period,agreed,delivered\nquay,reporting,soon,1,1\n",
    "decisions.csv": "alliance,decision,due,taken\nquay,Who pays,,\n",
    "meetings.csv": "alliance,date,decided,updated,minutes\nquay,2025-01-01,-2,1,60\n",
    "partners.csv": "alliance,partner\nquay,Acme\nquay,Acme Ltd\n",
    "links.csv": "partner,tied_to\nAcme,\n",
    "assumptions.csv": "assumption,how_seen,by,owner\nIt lasts,Ask,2025-13-01,Us\n",
    "quay/process.csv": "step,owner,next\na,Quay,b\nb,Quay,a\n",
}


def test_every_register_of_a_portfolio_is_looked_at_and_each_problem_has_a_place_and_a_remedy(tmp_path, quay):
    root = tmp_path / "harbour"
    root.mkdir()
    quay.rename(root / "quay")
    (root / "workspace.yml").write_text("synthetic: true\n")
    for name, text in BROKEN.items():
        (root / name).write_text(text, encoding="utf-8")
    opened = open_workspace(root)
    problems = (*problems_of_workspace(opened), *problems_of_alliance(opened, "quay"))
    places = " ".join(str(problem.where) for problem in problems)
    assert all(name.rpartition("/")[2] in places for name in BROKEN)
    assert all(problem.remedy for problem in problems)
    told = " ".join(problem.what for problem in problems)
    assert "Raters of a relation lie far apart" in told
    assert "Two names look like one" in told
    assert "Hand-overs run in a circle" in told


def test_a_workspace_without_registers_has_no_problems(opened):
    assert problems_of_workspace(opened()[0]) == ()
